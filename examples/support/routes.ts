/** What the tests read of an object. */
export interface RouteObject {
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: { readonly [key: string]: string };
  };
  readonly spec: {
    readonly http?: readonly Rule[];
    readonly tcp?: readonly Rule[];
    readonly rules?: readonly Rule[];
    readonly [field: string]: unknown;
  };
}

interface Texts {
  readonly [how: string]: string;
}

interface Target {
  readonly host: string;
  readonly subset?: string;
}

/** A rule of a VirtualService, or one of an HTTPRoute. */
interface Rule {
  readonly match?: readonly { uri?: Texts; headers?: { [name: string]: Texts }; port?: number }[];
  readonly route?: readonly { destination: Target; weight?: number }[];
  readonly fault?: {
    delay?: { fixedDelay: string; percentage: { value: number } };
    abort?: { httpStatus?: number; grpcStatus?: string; percentage: { value: number } };
  };
  readonly mirror?: Target;
  readonly mirrorPercentage?: { readonly value: number };
  readonly timeout?: string;
  readonly matches?: readonly { path?: { type: string; value: string } }[];
  readonly backendRefs?: readonly { name: string; weight?: number }[];
}

export function routesOf({ spec }: RouteObject): string[] {
  return [...(spec.http ?? []), ...(spec.tcp ?? []), ...(spec.rules ?? [])].map((rule) => {
    const asked = conditions(rule).join(' or ');
    const treated = effects(rule).map((effect) => ` (${effect})`);
    return `${asked} -> ${targets(rule).join(', ')}${treated.join('')}`.trimStart();
  });
}

function conditions({ match = [], matches = [] }: Rule): string[] {
  return [
    ...match.map(({ uri, headers = {}, port }) =>
      [
        ...(uri ? [path(uri)] : []),
        ...Object.entries(headers).map(([name, text]) => name + value(text)),
        ...(port === undefined ? [] : [`port ${port}`]),
      ].join(' and '),
    ),
    ...matches.flatMap(({ path }) =>
      path ? [path.type === 'Exact' ? path.value : `${path.value}/...`] : [],
    ),
  ];
}

function path({ exact, prefix }: Texts): string {
  return exact ?? `${prefix}...`;
}

function value({ exact, regex }: Texts): string {
  if (exact !== undefined) return `=${exact}`;
  return regex === undefined ? '' : `~${regex}`;
}

function targets({ route = [], backendRefs = [] }: Rule): string[] {
  const share = (weight?: number) => (weight === undefined ? '' : ` ${weight} %`);
  return [
    ...route.map(({ destination, weight }) => target(destination) + share(weight)),
    ...backendRefs.map(({ name, weight }) => name + share(weight)),
  ];
}

function effects({ fault, mirror, mirrorPercentage, timeout }: Rule): string[] {
  const { delay, abort } = fault ?? {};
  return [
    ...(delay ? [`${delay.percentage.value} % after ${delay.fixedDelay}`] : []),
    ...(abort ? [`${abort.percentage.value} % get ${abort.httpStatus ?? abort.grpcStatus}`] : []),
    ...(mirror ? [`${mirrorPercentage?.value} % copied to ${target(mirror)}`] : []),
    ...(timeout === undefined ? [] : [`at most ${timeout}`]),
  ];
}

function target({ host, subset }: Target): string {
  const service = host.endsWith('.svc.cluster.local') ? host.split('.')[0]! : host;
  return subset === undefined ? service : `${service} ${subset}`;
}
