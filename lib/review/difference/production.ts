import { globTest } from '../../simulate/security/text-match';
import { namespaceOfHost } from '../subject/hosts';
import type { TreatmentChange } from './model';

/** Whether a change is about production: that of a host in such a namespace, or with rules from one. */
export type IsProduction = (change: TreatmentChange) => boolean;

/**
 * @param globs names of namespaces, in which `*` is for any text. Absent: everything is production
 * @throws if one is empty
 */
export function productionTest(globs: readonly string[] | undefined): IsProduction {
  if (globs === undefined) return () => true;
  const wrong = globs.find((glob) => typeof glob !== 'string' || glob === '');
  if (wrong !== undefined) {
    throw new Error(
      `production must be names of namespaces, got ${JSON.stringify(wrong)}; write for example prod-*`,
    );
  }
  const tests = globs.map(globTest);
  return (change) => {
    const namespaces = namespacesOf(change);
    return namespaces.length === 0 || namespaces.some((name) => tests.some((test) => test(name)));
  };
}

function namespacesOf({ host, views }: TreatmentChange): readonly string[] {
  const own = namespaceOfHost(host);
  if (own !== undefined) return [own];
  const sources = views.flatMap(({ classes }) => classes.flatMap((one) => one.sources.after));
  return sources.flatMap(({ object: { namespace } }) => namespace ?? []);
}
