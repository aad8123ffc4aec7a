import type { Cors } from '../model/contribution';
import { checkHeaderName, fail } from './check';
import type { CorsPolicy } from './cors';
import { NOT_NEGATIVE, milliseconds } from './duration';

/** A CORS policy as a part of the traffic; lists are sorted, since their order means nothing. */
export function corsOf(policy: CorsPolicy): Cors {
  if (policy.allowOrigins.length === 0)
    fail('the origins of a CORS policy', 'at least one', [], 'use Origin.any() for all');
  const age = policy.maxAge && milliseconds('the age of a CORS policy', policy.maxAge, NOT_NEGATIVE);
  if (age !== undefined && age % 1000 !== 0)
    fail('the age of a CORS policy', 'whole seconds', `${age} ms`, 'round it');
  const names = (list: string[] = []) =>
    list.map((name) => checkHeaderName('a header of a CORS policy', name)).sort();
  return {
    kind: 'cors',
    origins: policy.allowOrigins
      .map(({ _origin }) => _origin)
      .sort((a, b) => (a.kind + a.text < b.kind + b.text ? -1 : 1)),
    methods: [...(policy.allowMethods ?? [])].sort(),
    allowHeaders: names(policy.allowHeaders),
    exposeHeaders: names(policy.exposeHeaders),
    ...(age !== undefined && { maxAgeSeconds: age / 1000 }),
    ...(policy.allowCredentials !== undefined && { credentials: policy.allowCredentials }),
  };
}
