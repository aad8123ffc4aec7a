import { groupOf } from '../../manifest/catalog';
import type { Document } from '../../manifest/document';
import { objectRef } from '../../simulate/explain/trace';
import type { Caller } from '../../simulate/request';
import { findingsOf, onlyIn, type Check, type FindingReview } from '../findings';
import { changed } from '../subject/documents';
import type { HostRef } from '../subject/hosts';
import { identitiesIn } from '../subject/mentioned';
import { namespacesOf } from '../subject/namespaces';
import { asksForMore, isSecured, isSecurity } from '../subject/security';
import type { Subject } from '../subject/subject';
import type { Asked } from './compare';
import { compareHost } from './hosts';
import type { Difference, HostChange, RiskRule, Uncertainty } from './model';
import { isStrictNow, isWeaker, namespaceChanges } from './namespaces';
import { orderOf } from './order';
import { productionTest } from './production';
import { collected, rulesFor } from './risks';
import { unknownHosts } from './unknown-hosts';

interface DifferenceOptions {
  readonly mesh?: object | undefined;
  readonly check?: Check | undefined;
  readonly production?: readonly string[] | undefined;
}

/** What two configurations do differently. */
export function differenceOf(
  before: Subject,
  after: Subject,
  { mesh, check, production }: DifferenceOptions = {},
): Difference {
  const isProduction = productionTest(production);
  const secured = [before, after].some(({ manifests }) => manifests.documents.some(isSecurity));
  const isSecurityChanged =
    secured && changed(before, after, (one) => isSecurity(one) || isSecured(one)).length > 0;
  const context = { before, after, isSecurityChanged };
  const hosts: HostChange[] = [];
  const unchanged: HostRef[] = [];
  const uncertain: Uncertainty[] = [...notCompared(before, after)];
  const asked = new Map<string, readonly Asked[]>();
  let allClasses = 0;
  for (const ref of allHosts(before, after)) {
    const { change, classes, uncertainties: own, asked: requests } = compareHost(ref, context);
    asked.set(ref.host, [...(asked.get(ref.host) ?? []), ...requests]);
    allClasses += classes;
    uncertain.push(...own);
    if (change) hosts.push({ ...change, rules: rulesFor(change, isProduction) });
    else unchanged.push(ref);
  }
  const uncertainties = distinct(uncertain);
  const unknown = unknownHosts(before, after);
  if (unknown) hosts.push({ ...unknown, rules: rulesFor(unknown, isProduction) });
  const namespaces = namespaceChanges(before, after);
  const findings = findingsBetween(before, after, check);
  const risks = collected([
    ...findings.added
      .filter(({ severity, acknowledged }) => severity === 'error' && acknowledged === undefined)
      .map(({ object }) => ['new-errors', nameOf(object)] as const),
    ...hosts.flatMap(({ rules, host }) => rules.map((rule) => [rule, host] as const)),
    ...namespaces.flatMap((one): readonly (readonly [RiskRule, string])[] =>
      isWeaker(one)
        ? [['mtls-weakened', one.namespace]]
        : isStrictNow(one)
          ? [['mtls-strict', one.namespace]]
          : [],
    ),
    ...uncertainties.map(({ host = 'all hosts' }) => ['not-compared', host] as const),
  ]);
  return {
    kind: 'difference',
    hosts,
    unchanged,
    namespaces,
    findings,
    uncertainties,
    blast: {
      hosts: hosts.length,
      allHosts: hosts.length + unchanged.length,
      classes: sum(hosts, ({ classes }) => classes.length),
      allClasses: allClasses + (unknown ? 1 : 0),
      callers: callersOf(hosts),
    },
    risks,
    risk: risks[0]?.level ?? (namespaces.length > 0 ? 'low' : 'none'),
    order: orderOf(before, after, asked, mesh),
  };
}

function distinct(all: readonly Uncertainty[]): readonly Uncertainty[] {
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

/** Whether nobody can notice the change: then nothing is left that could not be compared. */
export function isWithoutEffect({ hosts, namespaces, uncertainties }: Difference): boolean {
  return hosts.length + namespaces.length + uncertainties.length === 0;
}

function allHosts(before: Subject, after: Subject): readonly HostRef[] {
  return [...before.hosts, ...after.hosts.filter((one) => !before.has(one))];
}

/** Objects that the simulator does not understand, and policies that look at more than samples have. */
function notCompared(before: Subject, after: Subject): readonly Uncertainty[] {
  const foreign = changed(before, after, isNotModelled);
  const known = new Set([before, after].flatMap(namespacesOf).map(({ namespace }) => namespace));
  const policies = changed(before, after, isSecurity).filter(
    (one) => asksForMore(one) || identitiesIn(one).some(([namespace]) => !known.has(namespace)),
  );
  const unreadable =
    JSON.stringify(before.manifests.unreadable) !== JSON.stringify(after.manifests.unreadable);
  return [
    ...foreign.map((one) => ({ kind: 'not-modelled' as const, sources: [{ object: objectRef(one) }] })),
    ...policies
      .filter(({ object }) => object.kind !== 'PeerAuthentication')
      .map((one) => ({ kind: 'policy' as const, sources: [{ object: objectRef(one) }] })),
    ...(unreadable ? [{ kind: 'unreadable' as const, sources: [] }] : []),
  ];
}

const NOT_MODELLED: ReadonlySet<string> = new Set([
  'EnvoyFilter',
  'WasmPlugin',
  'TrafficExtension',
  'ProxyConfig',
  'Ingress',
  'ListenerSet',
  'BackendTLSPolicy',
]);

function isNotModelled({ object }: Document): boolean {
  return groupOf(object.apiVersion) !== '' && NOT_MODELLED.has(object.kind);
}

function findingsBetween(before: Subject, after: Subject, check: Check | undefined): Difference['findings'] {
  const [first, second] = [findingsOf(before.manifests, check), findingsOf(after.manifests, check)];
  return { added: onlyIn(second, first), removed: onlyIn(first, second) };
}

function nameOf({ kind, namespace, name }: FindingReview['object']): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}

function callersOf(hosts: readonly HostChange[]): readonly Caller[] {
  const callers = new Map<string, Caller>();
  for (const { views } of hosts)
    for (const view of views) for (const caller of view.callers) callers.set(JSON.stringify(caller), caller);
  return [...callers.values()];
}

function sum(hosts: readonly HostChange[], count: (view: HostChange['views'][number]) => number): number {
  return hosts.reduce((total, { views }) => total + views.reduce((all, view) => all + count(view), 0), 0);
}
