import { readAddress } from '../../simulate/written/address';
import { readClaims } from '../../simulate/written/claims';
import { about } from '../about';
import { UsageError } from '../usage-error';

/** An option that may come more than once. */
export function collect(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}

/** The same for lists: `--skip a,b --skip c`. */
export function collectList(text: string, before: readonly string[] = []): readonly string[] {
  const names = text.split(',').map((name) => name.trim());
  return [...before, ...names.filter((name) => name !== '')];
}

export function parseChoice<T extends string>(option: string, text: string, choices: readonly T[]): T {
  const choice = choices.find((one) => one === text);
  if (choice !== undefined) return choice;
  throw new UsageError(`${option} must be one of ${choices.join(', ')}, got ${text}; correct it`);
}

export function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
    throw new UsageError(
      `--port must be a number from 1 to 65535, got ${text}; leave it out to dial the port of the URL`,
    );
  }
  return port;
}

/** The address of a client. */
export function parseSourceIp(text: string): string {
  return about(() => readAddress(text, '--source-ip'));
}

/** The claims of a token, as the JSON in its middle part. */
export function parseClaims(text: string): Readonly<Record<string, unknown>> {
  return about(() => readClaims(text, '--claims'));
}
