import type { Construct } from 'constructs';
import type { Condition } from '../model/condition';
import { ANY, meetConditions } from '../model/condition';
import type { Share } from '../model/contribution';
import { isMet, type Meet } from '../model/meet';
import type { Rewrite } from '../model/rewrite';
import { authorOf } from '../synthesis/author';
import { Registry } from '../synthesis/registry';
import { fail } from '../values/check';
import { Match } from '../values/match';
import type { Percent } from '../values/percent';
import type { StickyCookie } from '../values/sticky-cookie';
import type { MeshHost } from './mesh-host';
import { versionShares } from './shares';

/** Requests that are shared out among versions of a service. */
export interface Split {
  readonly service: MeshHost;
  readonly shares: { readonly [version: string]: Percent };
  /** Every request if empty. */
  readonly conditions: readonly Condition[];
  readonly sticky?: StickyCookie;
  readonly port?: number;
  readonly rewrite?: Rewrite;
}

/** Declares the route of a split, and with a sticky cookie one for each version that a client may already have. */
export function declareSplit(
  by: Construct,
  { service, shares, conditions, sticky, port, rewrite }: Split,
): void {
  const declare = (wanted: readonly Condition[], parts: Share[], suffix?: string) => {
    const author = authorOf(by, suffix);
    const action = { kind: 'forward' as const, shares: parts, ...(rewrite && { rewrite }) };
    const said = { author, conditions: wanted, port, action };
    Registry.of(by).declare('routes', by, { host: service._key, said }, author);
  };
  if (!sticky) {
    declare(conditions, versionShares(service, shares));
    return;
  }
  const setCookie = (version: string) => [
    { name: 'set-cookie', change: 'add' as const, text: `${sticky._name}=${version}${sticky._attributes}` },
  ];
  declare(conditions, versionShares(service, shares, setCookie));
  for (const version of Object.keys(shares)) {
    const wanted = (conditions.length > 0 ? conditions : [ANY]).map((condition) => {
      const met = keptBy(sticky, version, condition);
      return isMet(met)
        ? met
        : fail(
            'the match of a sticky split',
            `one that says nothing of the cookie ${sticky._name}`,
            version,
            'use another cookie',
          );
    });
    declare(wanted, [{ target: { service: service._key, version }, weight: 1 }], version);
  }
}

/** The requests of a condition that come with the cookie of a version. */
export function keptBy(sticky: StickyCookie, version: string, condition: Condition): Meet<Condition> {
  return meetConditions(condition, Match.cookie(sticky._name, version)._condition);
}
