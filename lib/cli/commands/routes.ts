import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { nameCaller } from '../../simulate/written/caller';
import type { Simulator } from '../../simulate/simulator';
import { CALLER_FORMS, parseCaller } from '../arguments/caller';
import { parsePort } from '../arguments/values';
import { type Io, widthFor } from '../io';
import { print } from '../print';
import { about } from '../about';
import { loadSimulator } from '../simulator';
import { UsageError } from '../usage-error';

interface Options {
  readonly from?: string;
  readonly port?: string;
  readonly meshConfig?: string;
  readonly json?: boolean;
}

const HELP = `
${CALLER_FORMS}

Examples:
  $ cdk8s-mesh routes
  $ cdk8s-mesh routes reviews.shop.svc.cluster.local
  $ cdk8s-mesh routes dist --from shop/productpage-v1 reviews --port 9080
  $ helm template shop ./chart | cdk8s-mesh routes - --from gateway shop.example.com --json | jq '.[].tables'

The first row of a table whose condition is true counts.
Exit status: 0 answered; 2 could not answer, as when nothing is known about a host.`;

/** `cdk8s-mesh routes`: all that can happen to requests to a host. */
export function routesCommand(program: Command, io: Io): void {
  program
    .command('routes')
    .summary('all that can happen to requests to a host')
    .description(
      'Lists the classes of requests to a host that are treated differently, and what happens to each. Without a host: all hosts, and who can be --from.',
    )
    .usage('[options] [file|folder|-]... [HOST]...')
    .argument(
      '[arguments...]',
      'files and folders of manifests, - for standard input (default: the folder dist, or what is piped), and hosts as callers write them (default: all are listed)',
    )
    .option('--from <caller>', 'whose view: see below (default: all that policies tell apart)')
    .option('--port <number>', 'only this port (default: all of the host)')
    .option(
      '--mesh-config <file>',
      "Istio's MeshConfig (default: that of a ConfigMap istio in the manifests)",
    )
    .option('--json', 'a list with the tables of each host as JSON; without a host, the hosts and callers')
    .addHelpText('after', HELP)
    .action((words: string[], options: Options) => routes(words, options, io));
}

async function routes(words: readonly string[], { from, port, ...options }: Options, io: Io): Promise<void> {
  const inputs = words.filter(isInput);
  const hosts = words.filter((word) => !isInput(word));
  const caller = parseCaller(from, {});
  const view = { ...(caller && { from: caller }), ...(port !== undefined && { port: parsePort(port) }) };
  const { simulator, manifests } = await loadSimulator(inputs, options, io);
  if (hosts.length === 0) return known(simulator, options, io);
  const found = hosts.map((host) => about(() => simulator.routes(host, view)));
  const unknown = found.find(({ tables }) => tables.length === 0);
  if (unknown) {
    throw new UsageError(
      `the host must be one that services or routes of the manifests have, got ${unknown.host}${port === undefined ? '' : ` with port ${port}`}; ` +
        `write it as these callers do, or in full: reviews.shop.svc.cluster.local`,
    );
  }
  if (options.json) io.out.write(`${JSON.stringify(found, undefined, 2)}\n`);
  else {
    const [{ presentRoutes }, { lineFinder }] = await Promise.all([
      import('../present/routes'),
      import('../lines'),
    ]);
    const layout = { width: widthFor(io), lineOf: lineFinder(manifests), callerName: nameCaller };
    print(
      found.flatMap((one, i) => [...(i > 0 ? [[]] : []), ...presentRoutes(one, layout)]),
      io,
    );
  }
}

/** What one can ask about. */
async function known(simulator: Simulator, { json }: Options, io: Io): Promise<void> {
  const [hosts, callers] = [simulator.hosts(), simulator.callers()];
  if (json) {
    io.out.write(`${JSON.stringify({ hosts, callers }, undefined, 2)}\n`);
    return;
  }
  const { presentKnown } = await import('../present/known');
  print(presentKnown(hosts, callers, widthFor(io)), io);
}

/** A host has neither a slash nor the ending of a file. A host that is called like a folder here is written in full. */
function isInput(word: string): boolean {
  return word === '-' || /\/|\.(ya?ml|json)$/i.test(word) || existsSync(word);
}
