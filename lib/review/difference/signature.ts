import { fieldsList, fieldsOf, type Fields } from '../../manifest/fields';
import type { HostTable, RouteRow } from '../../simulate/table/routes';
import { ruleOf } from '../subject/documents';
import type { Subject } from '../subject/subject';

/**
 * One text for tables that treat all requests alike: their rows, without names and places, and what depends on more of
 * a request than its class.
 */
export function signatureOf({ catalog }: Subject, table: HostTable | undefined): string {
  return JSON.stringify(
    table?.rows.map((row) => {
      const outcome = { ...row.outcome, path: undefined, notModelled: undefined };
      return [row.match, outcome, dependentOf(ruleOf(catalog, row))];
    }) ?? null,
  );
}

/** What of a rule looks at requests itself. */
export function dependentOf(rule: Fields): Fields {
  const { rewrite, redirect, corsPolicy, filters } = rule;
  const own = fieldsList(filters).filter(({ type }) => type !== 'RequestMirror');
  return {
    ...(rewrite !== undefined && { rewrite }),
    ...(redirect !== undefined && { redirect }),
    ...(corsPolicy !== undefined && { corsPolicy }),
    ...(own.length > 0 && { filters: own }),
  };
}

/** Whether samples cannot show all that a rule may make of a request. */
export function isHardToSample(subject: Subject, row: RouteRow): boolean {
  const { rewrite, corsPolicy } = dependentOf(ruleOf(subject.catalog, row));
  return (
    fieldsOf(rewrite).uriRegexRewrite !== undefined ||
    fieldsList(fieldsOf(corsPolicy).allowOrigins).some((origin) => 'regex' in origin)
  );
}
