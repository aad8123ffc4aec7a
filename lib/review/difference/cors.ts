import { fieldsList, fieldsOf, textOf, textsOf } from '../../manifest/fields';
import type { HostTable, NamedCondition, RouteRow, RowMatch } from '../../simulate/table/routes';
import type { Subject } from '../subject/subject';
import type { Comparison } from './compare';
import { dependentOf } from './signature';
import { ruleOf } from '../subject/documents';

/**
 * What cross-origin rules ask of requests, condition by condition: where the page of the browser is from, and whether it
 * asks before it sends. Nothing if the rules are the same for all requests in both versions.
 */
export function corsAtoms({ before, after, pair }: Comparison): readonly RowMatch[] {
  const [first, second] = [originsIn(before, pair.before), originsIn(after, pair.after)];
  if (JSON.stringify(first) === JSON.stringify(second)) return [];
  const origins = [...first, ...second].flatMap((row) => row.origins ?? []);
  const conditions = [
    ...origins,
    condition('origin', 'present', ''),
    condition(':method', 'exact', 'OPTIONS'),
    condition('access-control-request-method', 'present', ''),
  ];
  const distinct = new Map(conditions.map((one) => [JSON.stringify(one), one]));
  return [...distinct.values()].map((one) => ({ headers: [one], query: [], claims: [] }));
}

interface RowOrigins {
  readonly match: RowMatch;
  /** Absent: the row has no such rules. */
  readonly origins?: readonly NamedCondition[];
  readonly others?: unknown;
}

/** Nothing if no row has such rules. */
function originsIn(subject: Subject, table: HostTable | undefined): readonly RowOrigins[] {
  const rows = (table?.rows ?? []).map((row) => ({ match: row.match, ...originsOf(subject, row) }));
  return rows.some(({ origins }) => origins) ? rows : [];
}

function originsOf({ catalog }: Subject, row: RouteRow): Omit<RowOrigins, 'match'> {
  const { corsPolicy, filters } = dependentOf(ruleOf(catalog, row));
  const own = fieldsList(filters).find(({ cors }) => cors !== undefined);
  if (corsPolicy === undefined && !own) return {};
  const { allowOrigins, unmatchedPreflights } = fieldsOf(corsPolicy);
  return {
    origins: [
      ...fieldsList(allowOrigins).flatMap((origin) =>
        (['exact', 'prefix', 'regex'] as const).flatMap((kind) => {
          const text = textOf(origin[kind]);
          return text === undefined ? [] : [condition('origin', kind, text)];
        }),
      ),
      ...textsOf(fieldsOf(own?.cors).allowOrigins).map(patternOf),
    ],
    others: unmatchedPreflights,
  };
}

/** `https://*.example.com`: `*` is for any text. */
function patternOf(text: string): NamedCondition {
  if (!text.includes('*')) return condition('origin', 'exact', text);
  const parts = text.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return condition('origin', 'regex', parts.join('.*'));
}

function condition(name: string, kind: NamedCondition['kind'], text: string): NamedCondition {
  return { name, kind, text, invert: false };
}
