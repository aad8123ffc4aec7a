import type { ClassChange, Description, Difference, HostRef, RequestClass } from '../../../lib/review';
import type { Caller, Request, WorkloadCaller } from '../../../lib/simulate';
import { meets } from './meets';

// What a review claims of one request, read from its model as a reader would.

/** Where a request can be sent to, as a review lists it. */
export interface Place {
  readonly ref: HostRef;
  readonly port: number;
  readonly protocol: 'http' | 'tcp';
  readonly caller: Caller;
}

export function placesOf({ hosts }: Description): readonly Place[] {
  return hosts.flatMap((ref) =>
    ref.views.flatMap(({ port, protocol, callers }) =>
      callers.map((caller) => ({ ref, port, protocol, caller })),
    ),
  );
}

export function isIn(
  request: Request,
  { matches, except }: Pick<RequestClass, 'matches' | 'except'>,
): boolean {
  return meets(request, matches) && !except.some((match) => meets(request, [match]));
}

/** A caller without a service account stands for all of them. */
export function isSender(caller: Caller, from: Caller): boolean {
  if (typeof caller === 'string' || typeof from === 'string') return caller === from;
  if ('gateway' in caller || 'gateway' in from) return JSON.stringify(caller) === JSON.stringify(from);
  const [{ serviceAccount, ...one }, { serviceAccount: own, ...other }] = [
    caller as WorkloadCaller,
    from as WorkloadCaller,
  ];
  return (
    JSON.stringify(one) === JSON.stringify(other) && (serviceAccount === undefined || serviceAccount === own)
  );
}

/** The changes that hold for a request. */
export function claimsOn({ hosts }: Difference, place: Place, request: Request) {
  return hosts
    .filter(({ host, gateway }) => host === place.ref.host && isSame(gateway, place.ref.gateway))
    .flatMap(({ views }) => views)
    .filter(({ port, callers }) => port === place.port && callers.some((one) => isSender(one, request.from!)))
    .flatMap(({ classes }) => classes)
    .filter((change) => isOfKind(request, change) && isIn(request, change.requests));
}

/** `tcp:` and `tls:` are connections with TLS and without. */
function isOfKind({ url }: Request, { connections }: Pick<ClassChange, 'connections'>): boolean {
  if (url.startsWith('http')) return connections === undefined;
  return connections === 'all' || connections === (url.startsWith('tls') ? 'tls' : 'plain');
}

function isSame(one: object | undefined, other: object | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
