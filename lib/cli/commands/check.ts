import type { Command } from 'commander';
import type { Manifests } from '../../manifest/document';
import type { Policy } from '../../verdict/judge';
import type { Verdict } from '../../verdict/verdict';
import { collectList, parseChoice } from '../arguments/values';
import { fixAll, planFix, type FixOptions, type FixPlan } from '../fix';
import type { Io, Output } from '../io';
import { Progress } from '../progress';
import { readEverything } from '../read';
import { readMeshConfig, readObject } from '../read-object';
import { about } from '../about';
import { STATUS } from '../status';
import { writeVerdict } from '../write-verdict';
import { explainRule, listRules } from './rules';

interface Options extends FixOptions {
  readonly format: string;
  readonly out?: string;
  readonly failOn: string;
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly known?: string;
  readonly channel: string;
  readonly meshConfig?: string;
  readonly explain?: string;
  readonly listRules?: boolean;
}

const HELP = `
Examples:
  $ cdk8s-mesh check
  $ helm template shop ./chart | cdk8s-mesh check -
  $ kustomize build overlays/prod | cdk8s-mesh check - --known cluster.yaml --fail-on warning
  $ cdk8s-mesh check k8s --format sarif --out checks.sarif
  $ cdk8s-mesh check --explain IST0101
  $ cdk8s-mesh check k8s --fix --dry-run
  $ cdk8s-mesh check - --fix < old.yaml > new.yaml

A rule is named by its id, by the code that istioctl or Kiali give it, or by how ids begin: --skip 'schema-*'.
--known names what other manifests declare:
  hosts: [ratings.prod.svc.cluster.local, '*.example.com']
  gateways: [istio-ingress/public]
  namespaces: [prod, istio-ingress]
  serviceAccounts: [prod/ratings]
A finding that is to stay is acknowledged at its object, with a reason:
  metadata: {annotations: {cdk8s-mesh/acknowledge: 'RULE: why it stays'}}

--fix touches nothing but what it corrects: comments, order and quotes stay. What comes from - goes to standard output,
and the report to standard error.

Exit status: 0 no findings at the level of --fail-on, 1 some, 2 could not run.`;

/** `cdk8s-mesh check`: what the API server, Istio's webhook, istioctl analyze and Kiali would say. */
export function checkCommand(program: Command, io: Io, end: (status: number) => void): void {
  program
    .command('check')
    .summary('what is wrong with manifests')
    .description(
      "Says what is wrong with manifests, as the API server, Istio's webhook and its analyzers would, and why it matters.",
    )
    .usage('[options] [file|folder|-]...')
    .argument(
      '[inputs...]',
      'files and folders of manifests, - for standard input (default: the folder dist, or what is piped)',
    )
    .option('--format <format>', 'text, json, sarif, junit, github or markdown', 'text')
    .option('--out <file>', 'write the report to a file')
    .option('--fail-on <level>', 'error, warning or never: which findings make the exit status 1', 'error')
    .option('--only <rules>', 'these rules only, with commas', collectList)
    .option('--skip <rules>', 'all but these rules, with commas', collectList)
    .option('--known <file>', 'what is declared elsewhere: see below')
    .option('--channel <channel>', 'standard or experimental: the CRDs of the Gateway API', 'standard')
    .option(
      '--mesh-config <file>',
      "Istio's MeshConfig (default: that of a ConfigMap istio in the manifests)",
    )
    .option('--fix', 'correct the files where it is certain what was meant, and report what is left')
    .option('--dry-run', 'with --fix: print the difference, and write nothing')
    .option(
      '--fault-percentage <percent>',
      'with --fix: the share of the requests that faults without one are for',
    )
    .option('--explain <rule>', 'what a rule is about, and stop')
    .option('--list-rules', 'all rules, and stop')
    .addHelpText('after', HELP)
    .action(async (inputs: string[], options: Options) => end(await check(inputs, options, io)));
}

async function check(inputs: readonly string[], options: Options, io: Io): Promise<number> {
  const [{ FORMATS }, { FAIL_LEVELS, failsAt }] = await Promise.all([
    import('../../report/formats'),
    import('../../verdict/severity'),
  ]);
  const format = parseChoice('--format', options.format, ['text', ...FORMATS]);
  const failOn = parseChoice('--fail-on', options.failOn, FAIL_LEVELS);
  if (options.explain !== undefined) return explainRule(options.explain, io);
  if (options.listRules) return listRules(io);
  const fix = await planFix(options, inputs);
  // Standard output is for one thing: the YAML, the difference, or a report that machines read.
  const report = fix?.isOutTaken ? { ...io, out: io.err } : io;
  const changes = format === 'text' && options.out === undefined ? report.out : io.err;
  const verdict = await verdictOn(inputs, await policyOf(options), io, fix && { ...fix, changes });
  await writeVerdict(
    verdict,
    { format, failOn, ...(options.out !== undefined && { file: options.out }) },
    report,
  );
  return verdict.findings.some((finding) => failsAt(failOn, finding)) ? STATUS.failed : STATUS.ok;
}

async function policyOf({ only, skip, known, channel, meshConfig }: Options): Promise<Policy> {
  const { parseKnown } = await import('../../verdict/known');
  const how = 'write for example hosts: [ratings.prod.svc.cluster.local]';
  const elsewhere = known === undefined ? {} : await readObject('--known', known, how);
  const mesh = meshConfig === undefined ? undefined : await readMeshConfig(meshConfig);
  return {
    known: { ...about(() => parseKnown(`--known ${known}`, elsewhere)), ...(mesh && { mesh }) },
    channel: parseChoice('--channel', channel, ['standard', 'experimental'] as const),
    ...(only && { only }),
    ...(skip && { skip }),
  };
}

async function verdictOn(
  inputs: readonly string[],
  policy: Policy,
  io: Io,
  fix: (FixPlan & { readonly changes: Output }) | undefined,
): Promise<Verdict> {
  const progress = new Progress(io.err);
  try {
    const manifests = await readEverything(inputs, io, progress);
    const { judge } = await import('../../verdict/judge');
    progress.say(`checking ${manifests.documents.length} objects`);
    const judged = (one: Manifests): Verdict => about(() => judge(one, policy));
    if (!fix) return judged(manifests);
    return await fixAll(manifests, judged, fix, { io, progress, changes: fix.changes });
  } finally {
    progress.done();
  }
}
