import { Simulator, type Decision, type Forwarded, type HeaderChanges } from '../../lib/simulate';
import { percent, tidy, type Treatment } from './promises';
import { headersOf, type Request } from './requests';

/* What the YAML of a program does with requests, as the simulator sees it, in the words of promises. */

export const ORIGIN = 'https://shop.example.com';

/** Services and workloads that the programs speak of, and the gateways that let requests in. */
const CLUSTER = [
  service('shop', 'reviews'),
  service('shop', 'ratings'),
  ...['v1', 'v2', 'v3'].flatMap((version) => [
    service('shop', `reviews-${version}`, { app: 'reviews', version }),
    deployment('reviews', version),
  ]),
  deployment('ratings', 'v1'),
  service('istio-system', 'istio-ingressgateway', { istio: 'ingressgateway' }, 80),
];

export class Simulated {
  private readonly simulator: Simulator;

  public constructor(yaml: string) {
    this.simulator = Simulator.from([yaml, ...CLUSTER], { explain: false });
  }

  public inMesh(request: Request): Treatment {
    const call = { ...callOf('reviews.shop:9080', request), from: { namespace: 'shop' } };
    return treatmentOf(this.simulator.decide(call), request);
  }

  /** @param gateway the name of the gateway in the Gateway API; Istio's own if absent */
  public atEdge(request: Request, gateway?: string): Treatment {
    const from = { gateway: gateway === undefined ? {} : { namespace: 'shop', name: gateway } };
    return treatmentOf(this.simulator.decide({ ...callOf('shop.example.com', request), from }), request);
  }
}

function callOf(
  authority: string,
  request: Request,
): { url: string; method: string; headers: Record<string, string> } {
  const query = Object.entries(request.query).map(([name, text]) => `${name}=${text}`);
  const search = query.length > 0 ? `?${query.join('&')}` : '';
  return {
    url: `http://${authority}${request.path}${search}`,
    method: request.method,
    headers: { ...headersOf(request), origin: ORIGIN },
  };
}

function treatmentOf(decision: Decision, request: Request): Treatment {
  const { fault, timeout, mirrors, cors, outcomes } = decision;
  const [answer] = outcomes;
  const responseHeaders = changes(decision.responseHeaders);
  if (outcomes.length === 0 || answer?.kind === 'closed') return tidy({ status: 0 });
  if (answer?.kind === 'answered' && !fault?.abort) {
    const { status, location } = answer;
    if (location === undefined) return tidy({ status, responseHeaders });
    return tidy({ redirect: { code: status, path: new URL(location).pathname }, responseHeaders });
  }
  const delivered = 1 - (fault?.abort?.probability ?? 0);
  return tidy({
    // An abort of 100 % leaves nobody to see where requests would have gone.
    to: delivered > 0 ? shares(outcomes.filter(isForwarded), delivered) : undefined,
    path: delivered > 0 ? (decision.rewrite?.path ?? request.path).split('?')[0] : undefined,
    delay: fault?.delay && [fault.delay.duration, percent(fault.delay.probability)],
    abort: fault?.abort && [fault.abort.status, percent(fault.abort.probability)],
    mirrors:
      mirrors.length > 0
        ? Object.fromEntries(mirrors.map((mirror) => [nameOf(mirror), percent(mirror.probability)]))
        : undefined,
    timeout,
    requestHeaders: changes(decision.requestHeaders),
    responseHeaders,
    cors: cors?.originAllowed ? [ORIGIN] : undefined,
  });
}

function isForwarded(outcome: Decision['outcomes'][number]): outcome is Forwarded {
  return outcome.kind === 'forwarded';
}

function shares(outcomes: readonly Forwarded[], delivered: number): Record<string, number> {
  return Object.fromEntries(
    outcomes.map((outcome) => [nameOf(outcome), percent(outcome.probability / delivered)]),
  );
}

/** `reviews v1` for the subset v1 of reviews, and for the Service reviews-v1. */
function nameOf({ host, subset }: { readonly host?: string; readonly subset?: string }): string {
  const name = host!.split('.')[0]!;
  return subset === undefined ? name.replace('-', ' ') : `${name} ${subset}`;
}

function changes(headers: HeaderChanges | undefined): Record<string, string> | undefined {
  if (!headers) return undefined;
  const written = (change: 'set' | 'add') =>
    Object.entries(headers[change])
      .filter(([name]) => name !== 'set-cookie') // what a version sets is said with the version
      .map(([name, text]) => [name, `${change} ${text}`]);
  const all = [...written('set'), ...written('add')];
  return all.length > 0 ? (Object.fromEntries(all) as Record<string, string>) : undefined;
}

function service(namespace: string, name: string, selector: object = { app: name }, port = 9080): object {
  const ports = [{ name: `http-${port}`, port }];
  return { apiVersion: 'v1', kind: 'Service', metadata: { name, namespace }, spec: { selector, ports } };
}

function deployment(app: string, version: string): object {
  const labels = { app, version };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: `${app}-${version}`, namespace: 'shop' },
    spec: { selector: { matchLabels: labels }, template: { metadata: { labels } } },
  };
}
