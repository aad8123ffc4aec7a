import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { collect, parseChoice } from '../arguments/values';
import type { Check } from '../../review';
import type { Io } from '../io';
import { readMeshConfig } from '../read-object';
import { readSide, readSides, sidesOf } from '../read-side';
import { STATUS } from '../status';
import { UsageError } from '../usage-error';

interface Options {
  readonly format: string;
  readonly out?: string;
  readonly failOn: string;
  readonly path: string;
  readonly meshConfig?: string;
  readonly production?: readonly string[];
}

const HELP = `
Examples:
  $ cdk8s-mesh review                          what the manifests in dist do
  $ cdk8s-mesh review old/dist dist            what the second ones do differently
  $ cdk8s-mesh review main..HEAD               the same of dist in two commits of git
  $ cdk8s-mesh review main...HEAD              against the commit where the branch left main
  $ cdk8s-mesh review main.. --path k8s        k8s in a commit, and as it is now
  $ cdk8s-mesh review main.. --format markdown --out review.md --fail-on high
  $ cdk8s-mesh review --format html --out review.html   a page that one can search and ask

Markdown is made for comments on pull requests: gh pr comment --body-file review.md
Exit status: 0 reviewed, 1 with --fail-on at a risk of that level, 2 could not review.`;

/** `cdk8s-mesh review`: what manifests do to traffic, and what a change does. */
export function reviewCommand(program: Command, io: Io, end: (status: number) => void): void {
  program
    .command('review')
    .summary('what manifests do to traffic, or what a change does')
    .description(
      'Says in words what manifests do to traffic; of two versions, which requests are treated differently.',
    )
    .usage('[options] [[before] after | commit..commit]')
    .argument('[sides...]', 'a file, a folder or - for standard input; two of them; or commits of git')
    .option('--format <format>', 'text, markdown, json or html', 'text')
    .option('--out <file>', 'write the review to a file')
    .option('--fail-on <risk>', 'low, medium, high or never: which risk makes the exit status 1', 'never')
    .option('--path <path>', 'the folder or file in commits', 'dist')
    .option(
      '--mesh-config <file>',
      "Istio's MeshConfig (default: that of a ConfigMap istio in the manifests)",
    )
    .option(
      '--production <namespace>',
      'a namespace of production, such as prod-*: a new fault elsewhere is of medium risk (may be repeated; default: all)',
      collect,
    )
    .addHelpText('after', HELP)
    .action(async (sides: string[], options: Options) => end(await reviewSides(sides, options, io)));
}

async function reviewSides(words: readonly string[], options: Options, io: Io): Promise<number> {
  const { FORMATS, isAtLeast, render, review } = await import('../../review');
  const format = parseChoice('--format', options.format, FORMATS);
  const failOn = parseChoice('--fail-on', options.failOn, ['low', 'medium', 'high', 'never'] as const);
  const [first, second] = sidesOf(words, options.path);
  if (!second && failOn !== 'never') {
    throw new UsageError(
      `--fail-on must go with two versions, got one; write for example cdk8s-mesh review main.. --fail-on ${failOn}`,
    );
  }
  const { judge } = await import('../../verdict/judge');
  const mesh = options.meshConfig === undefined ? undefined : await readMeshConfig(options.meshConfig);
  const check: Check = (manifests) => judge(manifests, mesh ? { known: { mesh } } : {});
  const { production } = options;
  if (production?.includes(''))
    throw new UsageError('--production must be a name of namespaces, got nothing; write for example prod-*');
  const how = { check, ...(mesh && { mesh }), ...(production && { production }) };
  if (!second) {
    const before = await readSide(first, io);
    write(render(review(before, undefined, how), format, { manifests: before, mesh }), options.out, io);
    return STATUS.ok;
  }
  const [before, after] = await readSides(first, second, io);
  const difference = review(before, after, how);
  write(render(difference, format, { manifests: [before, after], mesh }), options.out, io);
  return failOn !== 'never' && isAtLeast(difference.risk, failOn) ? STATUS.failed : STATUS.ok;
}

function write(text: string, file: string | undefined, { out }: Io): void {
  if (file === undefined) {
    out.write(text);
    return;
  }
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new UsageError(
      `--out must be a file that can be written, got ${file} (${(error as Error).message}); check the path`,
    );
  }
}
