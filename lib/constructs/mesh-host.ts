import type { JsonPatch } from 'cdk8s';
import { Construct } from 'constructs';
import { Registry } from '../synthesis/registry';
import { fail } from '../values/check';
import { declarePatch } from './patch';

/** A host that policy can be about: a `MeshService`, or an `ExternalService`. */
export abstract class MeshHost extends Construct {
  /**
   * What the host is known by.
   * @internal
   */
  public readonly _key: string;

  /**
   * The names of its versions.
   * @internal
   */
  public readonly _versions: readonly string[];

  /** @internal */
  protected constructor(scope: Construct, id: string, key: string, versions: string[]) {
    super(scope, id);
    this._key = key;
    this._versions = Object.freeze([...versions]);
  }

  /**
   * Changes the objects of one kind that are written for this host, as the last step of synthesis. For what this
   * library cannot say; prefer constructs, which are checked and composed.
   *
   * @param kind such as `VirtualService` or `DestinationRule`; there has to be one at synthesis
   * @param operations what to change, in this order
   */
  public addJsonPatch(kind: string, ...operations: JsonPatch[]): void {
    declarePatch(this, `host ${this._key}`, kind, operations);
  }

  /**
   * @throws an error if there is no such version
   * @internal
   */
  public _checkVersion(version: string): string {
    if (!this._versions.includes(version)) {
      const allowed =
        this._versions.length > 0
          ? `one of ${this._versions.join(', ')}`
          : 'declared with the service, which has none';
      fail(`the version of ${this._key}`, allowed, version, 'name it among the versions of the service');
    }
    return version;
  }

  /** @internal */
  protected get _registry(): Registry {
    return Registry.of(this);
  }
}
