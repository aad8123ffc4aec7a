import { compareTexts } from '../model/clause';
import type { Author } from '../model/contribution';
import type { HostKey } from '../model/host';
import type { Problem } from '../model/problem';
import type { Declarations } from './declarations';
import type { PlannedHost } from './hosts';
import { gatewayKey } from './world';

/** A service, a mirror's receiver or a gateway that is said to be in another cluster. */
export function strangerProblems(
  declared: Declarations,
  hosts: ReadonlyMap<HostKey, PlannedHost>,
): Problem[] {
  const problems = new Map<string, Problem>();
  const missing = (author: Author, what: string) => {
    const message = `${what} must be in the cluster of ${author.path}, got one of another cluster; refer to it below the same Mesh, with MeshService.fromName for example`;
    problems.set(message, { authors: [author], message });
  };
  const check = (author: Author, host: HostKey) => {
    if (!hosts.has(host)) missing(author, host);
  };
  for (const { author, said } of declared.routes) check(author, said.host);
  for (const { author, said } of declared.settings) check(author, said.host);
  for (const { author, said } of declared.overlays) {
    check(author, said.host);
    if (said.said.effect.kind === 'mirror') check(author, said.said.effect.target.service);
  }
  const gateways = new Set(declared.gateways.map(({ said }) => gatewayKey(said)));
  for (const { author, said } of declared.exposures) {
    if (!gateways.has(said.gateway)) missing(author, `gateway ${said.gateway}`);
    for (const { to } of said.routes) if (to.kind === 'service') check(author, to.host);
  }
  return [...problems.values()];
}

/** Namespaces and gateways have one owner. */
export function duplicateProblems({ namespaces, gateways }: Declarations): Problem[] {
  const owned = [
    ...namespaces
      .filter(({ said }) => !said.elsewhere)
      .map((one) => ({ author: one.author, what: `the namespace ${one.said.name}` })),
    ...gateways.map(({ author, said }) => ({ author, what: `the gateway ${said.namespace}/${said.name}` })),
  ].sort((a, b) => compareTexts(a.author.path, b.author.path));
  const first = new Map<string, Author>();
  return owned.flatMap(({ author, what }) => {
    const other = first.get(what);
    if (!other) first.set(what, author);
    return other
      ? [
          {
            authors: [other, author],
            message: `${what} must be made once, got ${other.path} and ${author.path}; use the first one, or fromName`,
          },
        ]
      : [];
  });
}
