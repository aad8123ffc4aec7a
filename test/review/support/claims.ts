import type {
  Access,
  Aspect,
  ClassChange,
  Description,
  Difference,
  HostRef,
  RequestClass,
  Treatment,
} from '../../../lib/review';
import { differences } from '../../../lib/review/treatment/same';
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

/** The route that a reader finds for a request, and what is said of who is let in. */
export function toldOf({ hosts }: Description, { ref, port, caller }: Place, request: Request) {
  const view = hosts
    .find(({ host, gateway }) => host === ref.host && isSame(gateway, ref.gateway))!
    .views.find(
      (one) => one.port === port && one.callers.some((known) => isSame(known as object, caller as object)),
    )!;
  return {
    route: view.routes.find(
      (one) => isOfKind(request, one) && one.requests.some((known) => isIn(request, known)),
    )!,
    access: view.access.find(({ callers }) => callers.some((one) => isSender(one, request.from!))),
  };
}

/** What of a route is not as it was decided. Where a path leads depends on all of it: a page says it for the shortest. */
export function wrongIn(
  told: Treatment,
  decided: Treatment,
  access: Access | undefined,
  request: Request,
): string[] {
  const isLeading = decided.ends.some((end) => end.kind === 'answer' && end.location !== undefined);
  const wrong = differences(
    {
      ...told,
      ...(decided.rewrite && { rewrite: decided.rewrite }),
      ...(decided.cors && { cors: decided.cors }),
    },
    decided,
  )
    .filter((aspect) => aspect !== 'access' && !(aspect === 'ends' && isLeading))
    .map(String);
  const isDelivered = decided.ends.some(({ kind }) => kind === 'delivery');
  if (!isDelivered && decided.access?.allowed !== false) return wrong;
  const { allowed = true, denying = [] } = decided.access ?? {};
  const isDenied = access?.denied.some((one) => isIn(request, one)) === true;
  const isAllowed = access?.allowed.some((one) => isIn(request, one)) === true;
  const verdict = access?.verdict ?? 'allowed';
  const isRight =
    verdict === 'unknown' ||
    (verdict === 'allowed' && allowed && denying.length === 0) ||
    (verdict === 'denied' && !allowed) ||
    (verdict === 'partly' && denying.every((one) => access!.denying.includes(one))) ||
    (verdict === 'depends' && isDenied === !allowed && isAllowed === allowed);
  // A gateway that denies requests does not look at rules.
  return [...(isDelivered ? wrong : []), ...(isRight ? [] : [`access (${verdict})`])];
}

/** What of one side of a change is not as it was decided, as far as it is said. */
export function untrueIn(told: Treatment, decided: Treatment, aspects: readonly Aspect[]): readonly Aspect[] {
  const isLeading = decided.ends.some((end) => end.kind === 'answer' && end.location !== undefined);
  return differences({ ...told, ...(decided.rewrite && { rewrite: decided.rewrite }) }, decided).filter(
    (aspect) => (aspect !== 'access' || aspects.includes('access')) && !(aspect === 'ends' && isLeading),
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
