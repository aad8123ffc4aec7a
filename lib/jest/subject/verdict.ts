import type { IConstruct } from 'constructs';
import type { Known } from '../../check/mesh/known';
import { CheckedApp } from '../../gate/checked-app';
import { appPolicy } from '../../gate/judge-app';
import { loadManifests } from '../../manifest/load';
import { allRules } from '../../verdict/ask';
import { judge } from '../../verdict/judge';
import { unknownRule } from '../../check/rule-names';
import type { Verdict } from '../../verdict/verdict';
import { checkFields, checkKeys } from './misuse';
import { readSource } from './sources';
import { isInMesh, sourcesOf } from './subject';

/** What the checks are told. */
export interface ChecksOptions {
  /** Rules by id, by the code of another tool, or by how ids begin. Default: all */
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  /** What is declared elsewhere. */
  readonly known?: Known;
  /** Which CRDs of the Gateway API the cluster has. Default: standard */
  readonly channel?: 'standard' | 'experimental';
}

export const CHECKS_OPTIONS = ['only', 'skip', 'known', 'channel'] as const satisfies (keyof ChecksOptions)[];

/** A rule that is not there is never found: `.not` would hold for ever. */
export function checkRule(thing: string, rule: string): void {
  const unknown = unknownRule(`${rule}`, allRules());
  if (unknown !== undefined) throw new Error(`${thing} ${unknown}`);
}

/** What the checks say about what is expected of. What the constructs of an app say with `Checks` holds here, too. */
export function verdictOn(matcher: string, subject: unknown, options: ChecksOptions): Verdict {
  checkKeys(matcher, checkFields(`the options of ${matcher}`, options, "write { skip: ['IST0101'] }"), [
    ...CHECKS_OPTIONS,
  ]);
  const { mesh, manifests } = isInMesh(subject) ? subject : { mesh: undefined, manifests: subject };
  const sources = sourcesOf(manifests);
  const app = sources.map(checkedApp).find((one) => one !== undefined);
  const own = app ? appPolicy(app.settings, app.acknowledgements) : {};
  const known = { ...own.known, ...(mesh && { mesh }), ...options.known };
  return judge(loadManifests(sources.map((source) => readSource(source))), { ...own, ...options, known });
}

function checkedApp(source: string | object): CheckedApp | undefined {
  if (typeof source === 'string' || !('node' in source)) return undefined;
  return CheckedApp.find(source as IConstruct);
}
