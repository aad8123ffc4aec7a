import { Command, CommanderError } from 'commander';
import { checkCommand } from './commands/check';
import { reviewCommand } from './commands/review';
import { routeCommand } from './commands/route';
import { routesCommand } from './commands/routes';
import { widthFor, type Io } from './io';
import { STATUS } from './status';
import { UsageError } from './usage-error';
import { versionOfPackage } from './version';

const HELP = `
Commands read the YAML and JSON of files and folders, or of a pipe:
  $ helm template shop ./chart | cdk8s-mesh route - GET http://reviews.shop:9080/
  $ kustomize build . | cdk8s-mesh check -

Exit status: 0 answered, 1 answered with what an option like --fail or --fail-on calls a failure, 2 could not run.
NO_COLOR and FORCE_COLOR are respected; DEBUG=cdk8s-mesh shows where an error comes from.`;

/** Runs the program with these arguments. Never throws: the status says how it ended. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  let status: number = STATUS.ok;
  const program = new Command('cdk8s-mesh')
    .description(
      'Check Istio and Gateway API manifests, and ask them what they do to traffic. Needs no cluster.',
    )
    .version(versionOfPackage(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.out.write(text),
      writeErr: (text) => io.err.write(text),
      getOutHelpWidth: () => widthFor(io),
      getErrHelpWidth: () => widthFor(io),
      outputError: (text, write) => write(inOneLine(text)),
    })
    .addHelpText('after', HELP);
  checkCommand(program, io, (ended) => (status = ended));
  routeCommand(program, io, (ended) => (status = ended));
  routesCommand(program, io);
  reviewCommand(program, io, (ended) => (status = ended));
  try {
    await program.parseAsync(argv, { from: 'user' });
    return status;
  } catch (error) {
    return report(error, io);
  }
}

/** Commander says what is meant on a line of its own. */
function inOneLine(text: string): string {
  const [what = '', meant] = text.trim().split('\n');
  const advice = /^\(Did you mean (.*)\?\)$/.exec(meant ?? '')?.[1];
  return `${what}; ${advice === undefined ? '--help says what there is' : `did you mean ${advice}?`}\n`;
}

function report(error: unknown, { err, env }: Io): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? STATUS.ok : STATUS.couldNotRun; // it has said why
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const isExpected = error instanceof UsageError;
  err.write(
    `error: ${message}${isExpected ? '' : '; this is a bug of cdk8s-mesh, DEBUG=cdk8s-mesh shows where'}\n`,
  );
  if (/\*|cdk8s-mesh/.test(env.DEBUG ?? '')) err.write(`${stack}\n`);
  return STATUS.couldNotRun;
}
