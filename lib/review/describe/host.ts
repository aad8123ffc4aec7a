import type { HostTable, RouteRow } from '../../simulate/table/routes';
import { classOf, type RequestClass } from '../classes/request-class';
import { isHttp } from '../difference/schemes';
import { ASPECTS, type Aspect, type Treatment } from '../facts';
import { namespaceOfHost, type HostRef } from '../subject/hosts';
import type { Subject } from '../subject/subject';
import { differences } from '../treatment/same';
import { treatmentOf } from '../treatment/treatment';
import { accessTo } from './access';
import { connectionRoutes } from './connections';
import type { HostDescription, RouteDescription, ViewDescription } from './model';
import { notesOn, settingsOf } from './notes';

/** Says how a host treats requests. */
export function describeHost(ref: HostRef, subject: Subject): HostDescription {
  return { ...ref, views: subject.tablesOf(ref).map((table) => describeView(ref, table, subject)) };
}

function describeView(ref: HostRef, table: HostTable, subject: Subject): ViewDescription {
  const namespace = namespaceOfHost(ref.host);
  const protocol = isHttp(table) ? 'http' : 'tcp';
  const connections = protocol === 'tcp' ? connectionRoutes(ref, table, subject) : [];
  const treatments =
    protocol === 'tcp'
      ? connections.map(({ treatment }) => treatment)
      : table.rows.map(({ outcome }) => treatmentOf(outcome, namespace));
  const common = commonAspects(treatments);
  return {
    port: table.port,
    protocol,
    callers: table.callers,
    routes:
      protocol === 'tcp'
        ? connections.map((one) => ({ ...one, requests: [ALL], aspects: aspectsOf(one.treatment, common) }))
        : joined(table.rows.map((row, i) => describeRow(row, treatments[i]!, common, i > 0))),
    common,
    notes: notesOn(ref, table, treatments, subject),
    settings: settingsOf(ref, table, subject),
    access: accessTo(ref, table, subject),
  };
}

function describeRow(
  { match, object, at }: RouteRow,
  treatment: Treatment,
  common: readonly Aspect[],
  isRest: boolean,
): RouteDescription {
  return {
    requests: [classOf(match, match, isRest)],
    treatment,
    aspects: aspectsOf(treatment, common),
    sources: object ? [{ object, ...(at !== undefined && { at }) }] : [],
  };
}

const ALL: RequestClass = { matches: [], isRest: false, except: [] };

/** What is to be said of one route: nobody sets headers, or waits, for requests that the proxy answers at once. */
function aspectsOf(treatment: Treatment, common: readonly Aspect[]): readonly Aspect[] {
  if (!isDelivered(treatment)) return ['ends', 'delay', 'responseHeaders', 'cors'];
  return ASPECTS.filter((aspect) => !common.includes(aspect) && aspect !== 'access');
}

/** Routes in a row that do the same, such as the conditions of one rule, are one. */
function joined(routes: readonly RouteDescription[]): readonly RouteDescription[] {
  const found: RouteDescription[] = [];
  for (const route of routes) {
    const last = found.at(-1);
    const isAlike = last && JSON.stringify(last.treatment) === JSON.stringify(route.treatment);
    if (!isAlike || isEverything(route) || route.treatment.rewrite) found.push(route);
    else {
      const { requests, sources } = route;
      found.splice(-1, 1, {
        ...last,
        requests: [...last.requests, ...requests],
        sources: [...last.sources, ...sources],
      });
    }
  }
  return found;
}

/** Everybody else is never one case among others. */
function isEverything({ requests: [first] }: RouteDescription): boolean {
  return first!.matches.every(
    ({ path, headers, query, claims }) => !path && headers.length + query.length + claims.length === 0,
  );
}

/** What is the same for all requests that go to somebody: it is said once. */
function commonAspects(treatments: readonly Treatment[]): readonly Aspect[] {
  const delivered = treatments.filter(isDelivered);
  const [first, ...others] = delivered;
  if (!first) return [];
  const different = new Set(others.flatMap((one) => differences(first, one)));
  return SHAREABLE.filter((aspect) => !different.has(aspect) && isAlikeForAll(aspect, delivered));
}

const SHAREABLE: readonly Aspect[] = [
  'timeout',
  'retries',
  'affinity',
  'limits',
  'ejection',
  'balancing',
  'transport',
];

/** Aspects of destinations are compared for common ones only: here they have to be the same for all. */
function isAlikeForAll(aspect: Aspect, treatments: readonly Treatment[]): boolean {
  if (aspect !== 'limits' && aspect !== 'ejection' && aspect !== 'balancing' && aspect !== 'transport')
    return true;
  const texts = treatments.flatMap((one) =>
    one[aspect].map(({ what }) =>
      aspect === 'transport' ? (what as { kind: string }).kind : JSON.stringify(what),
    ),
  );
  const isEverywhere = treatments.every(
    (one) =>
      one[aspect].length === 0 ||
      one[aspect].length === one.ends.filter(({ kind }) => kind === 'delivery').length,
  );
  return new Set(texts).size < 2 && isEverywhere;
}

export function isDelivered({ ends }: Treatment): boolean {
  return ends.some(({ kind }) => kind === 'delivery');
}
