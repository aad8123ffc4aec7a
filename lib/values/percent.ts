import { fail } from './check';

/**
 * An exact share of the requests, from 0 % to 100 %, in steps of 0.0001 % (one in a million, with which Envoy draws).
 *
 * 0 % is a share like any other: it is written, and it means none.
 */
export class Percent {
  /**
   * @param percent from 0 to 100, with at most four decimal places
   * @throws an error for any other number
   */
  public static of(percent: number): Percent {
    const millionths = Math.round(percent * 10_000);
    if (!(percent >= 0 && percent <= 100)) {
      fail('a percentage', 'a number from 0 to 100', percent, 'write Percent.of(12.5) for 12.5 %');
    }
    if (Math.abs(millionths / 10_000 - percent) > 1e-9) {
      fail(
        'a percentage',
        'a multiple of 0.0001',
        percent,
        'round it, since proxies draw one in a million at best',
      );
    }
    return new Percent(millionths);
  }

  /**
   * The share in millionths.
   * @internal
   */
  public readonly _millionths: number;

  private constructor(millionths: number) {
    this._millionths = millionths;
    Object.freeze(this);
  }

  /** The share as a number from 0 to 100. */
  public toNumber(): number {
    return this._millionths / 10_000;
  }

  /** The share as people write it: `12.5 %`. */
  public toString(): string {
    return `${this.toNumber()} %`;
  }
}
