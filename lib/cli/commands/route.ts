import type { Command } from 'commander';
import type { Decision } from '../../simulate/decision';
import { CALLER_FORMS } from '../arguments/caller';
import { parseRequest, questionOf, type RequestOptions } from '../arguments/request';
import { parseTarget } from '../arguments/target';
import { collect } from '../arguments/values';
import { type Io, widthFor } from '../io';
import { isBad } from '../present/is-bad';
import { print } from '../print';
import { about } from '../about';
import { loadSimulator } from '../simulator';
import { STATUS } from '../status';

interface Options extends RequestOptions {
  readonly request?: string;
  readonly meshConfig?: string;
  readonly json?: boolean;
  readonly brief?: boolean;
  readonly explain?: boolean;
  readonly fail?: boolean;
}

const HELP = `
${CALLER_FORMS}

Examples:
  $ cdk8s-mesh route --from shop/productpage-v1 http://reviews:9080/reviews/0 -H 'end-user: jason'
  $ cdk8s-mesh route dist k8s/edge.yaml --from gateway POST http://shop.example.com/cart -b 'beta=yes'
  $ helm template shop ./chart | cdk8s-mesh route - --json http://reviews.shop:9080/ | jq .outcomes
  $ cdk8s-mesh route --from shop/app=curl tls://api.example.com:443 --sni api.example.com

Exit status: 0 decided, whatever the decision is; with --fail 1 if any of these requests fails; 2 could not decide.`;

/** `cdk8s-mesh route`: where a request goes, and why. */
export function routeCommand(program: Command, io: Io, end: (status: number) => void): void {
  program
    .command('route')
    .summary('where a request goes, and why')
    .description('Says where a request goes, what happens to it on its way, and why.')
    .usage('[options] [file|folder|-]... [METHOD] URL')
    .argument(
      '[arguments...]',
      'files and folders of manifests, - for standard input (default: the folder dist, or what is piped), a method in capitals, and the URL: http, https, grpc, tcp or tls',
    )
    .option('--from <caller>', 'who sends the request: see below (default: a pod of the namespace default)')
    .option('-X, --request <method>', 'the method (default: GET, for grpc POST)')
    .option('-H, --header <header>', "a header: 'name: value'", collect)
    .option('-b, --cookie <cookies>', "cookies: 'name=value; name=value'", collect)
    .option('--address <ip>', 'the address that is dialled (default: what DNS in the cluster says)')
    .option('--port <number>', 'the port that is dialled (default: that of the URL)')
    .option('--sni <name>', 'the server name in the TLS handshake (default: the host of the URL)')
    .option('--source-ip <ip>', 'the address of the client')
    .option('--service-account <name>', 'the identity of the workload')
    .option('--locality <place>', 'where the workload runs: region/zone/subzone')
    .option('--claims <json>', 'the claims of a valid token')
    .option('--invalid-token', 'a token that is not valid')
    .option(
      '--mesh-config <file>',
      "Istio's MeshConfig (default: that of a ConfigMap istio in the manifests)",
    )
    .option('--brief', 'only where it goes')
    .option('--explain', 'all that was considered')
    .option('--json', 'the decision as JSON')
    .option('-f, --fail', 'exit with 1 if a request is answered with 4xx or 5xx, denied or not connected')
    .addHelpText('after', HELP)
    .action(async (words: string[], options: Options) => end(await route(words, options, io)));
}

async function route(words: readonly string[], options: Options, io: Io): Promise<number> {
  const target = parseTarget(words, options.request);
  const request = parseRequest(target, options);
  const { simulator, manifests } = await loadSimulator(target.inputs, options, io);
  const decision = about(() => simulator.decide(request));
  if (options.json) io.out.write(jsonOf(decision));
  else {
    const [{ presentDecision }, { lineFinder }] = await Promise.all([
      import('../present/decision'),
      import('../lines'),
    ]);
    const detail = options.brief ? 'brief' : options.explain ? 'all' : 'usual';
    const layout = { detail, width: widthFor(io), lineOf: lineFinder(manifests) } as const;
    print(presentDecision(questionOf(request, options), decision, layout), io);
  }
  return options.fail && isFailure(decision) ? STATUS.failed : STATUS.ok;
}

/** The answer first, and last why. */
function jsonOf({ outcomes, explanation, ...way }: Decision): string {
  return `${JSON.stringify({ outcomes, ...way, explanation }, undefined, 2)}\n`;
}

/** Whether any such request ends badly for the caller. */
function isFailure({ outcomes, authorization }: Decision): boolean {
  const { allowed = true, receivers = [] } = authorization ?? {};
  return outcomes.some(isBad) || !allowed || receivers.some((receiver) => !receiver.allowed);
}
