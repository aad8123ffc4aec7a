import {
  fieldsList,
  fieldsOf,
  isFields,
  numberOf,
  optionalFields,
  textMap,
  textOf,
  textsOf,
  type Fields,
} from '../../manifest/fields';
import { GRPC_STATUSES } from '../grpc';
import { milliseconds } from './duration';
import type {
  CorsSpec,
  Destination,
  FaultSpec,
  HeaderOps,
  HeadersSpec,
  HttpRule,
  MirrorSpec,
  RedirectSpec,
  RetrySpec,
  RewriteSpec,
} from './model';
import { readStringMatch } from './read-match';

type Actions = Partial<
  Pick<
    HttpRule,
    | 'redirect'
    | 'response'
    | 'rewrite'
    | 'retries'
    | 'fault'
    | 'mirror'
    | 'mirrors'
    | 'mirrorPercentage'
    | 'mirrorPercent'
    | 'cors'
    | 'headers'
  >
>;

/** What a rule does with a request, apart from where it sends it. */
export function readActions(rule: Fields, destination: (value: unknown) => Destination): Actions {
  const actions: { -readonly [K in keyof Actions]: Actions[K] } = {};
  if (isFields(rule.redirect)) actions.redirect = readRedirect(rule.redirect);
  if (isFields(rule.directResponse)) actions.response = readResponse(rule.directResponse);
  if (isFields(rule.rewrite)) actions.rewrite = readRewrite(rule.rewrite);
  if (isFields(rule.retries)) actions.retries = readRetries(rule.retries);
  if (isFields(rule.fault)) actions.fault = readFault(rule.fault);
  if (isFields(rule.mirror)) actions.mirror = { destination: destination(rule.mirror) };
  if (Array.isArray(rule.mirrors)) {
    actions.mirrors = fieldsList(rule.mirrors)
      .filter((mirror) => isFields(mirror.destination))
      .map((mirror): MirrorSpec => {
        const percentage = optionalFields(mirror.percentage);
        return {
          destination: destination(mirror.destination),
          ...(percentage && { millionths: millionths(percentage.value) }),
        };
      });
  }
  const percentage = optionalFields(rule.mirrorPercentage);
  if (percentage) actions.mirrorPercentage = millionths(percentage.value);
  const percent = numberOf(rule.mirrorPercent ?? rule.mirror_percent);
  if (percent !== undefined) actions.mirrorPercent = percent * 10_000;
  if (isFields(rule.corsPolicy)) actions.cors = readCors(rule.corsPolicy);
  if (isFields(rule.headers)) actions.headers = readHeaders(rule.headers);
  return actions;
}

/** Envoy counts shares in whole millionths, and Istio cuts off the rest. */
export function millionths(percent: unknown): number {
  return Math.trunc((numberOf(percent) ?? 0) * 10_000);
}

function readRedirect(redirect: Fields): RedirectSpec {
  const port = redirect.derivePort === 'FROM_REQUEST_PORT' ? 'request' : numberOf(redirect.port);
  const { uri, authority, scheme } = {
    uri: textOf(redirect.uri),
    authority: textOf(redirect.authority),
    scheme: textOf(redirect.scheme),
  };
  return {
    ...(uri && { uri }),
    ...(authority && { authority }),
    ...(scheme && { scheme }),
    ...(port && { port }),
    status: numberOf(redirect.redirectCode) || 301,
  };
}

function readResponse(response: Fields): { status: number; body?: string } {
  const body = textOf(fieldsOf(response.body).string);
  return { status: numberOf(response.status) ?? 0, ...(body !== undefined && { body }) };
}

function readRewrite(rewrite: Fields): RewriteSpec {
  const uri = textOf(rewrite.uri);
  const authority = textOf(rewrite.authority);
  const regex = optionalFields(rewrite.uriRegexRewrite);
  return {
    ...(uri && { uri }),
    ...(regex && { regex: { match: textOf(regex.match) ?? '', rewrite: textOf(regex.rewrite) ?? '' } }),
    ...(authority && { authority }),
  };
}

export function readRetries(retries: Fields): RetrySpec {
  const perTryTimeout = milliseconds(retries.perTryTimeout);
  const backoff = milliseconds(retries.backoff);
  return {
    attempts: numberOf(retries.attempts) ?? 0,
    retryOn: textOf(retries.retryOn) ?? '',
    ...(perTryTimeout !== undefined && { perTryTimeout }),
    ...(backoff !== undefined && { backoff }),
  };
}

function readFault(fault: Fields): FaultSpec {
  const delay = optionalFields(fault.delay);
  const abort = optionalFields(fault.abort);
  const duration = milliseconds(delay?.fixedDelay);
  const status = numberOf(abort?.httpStatus);
  const grpcStatus = grpcStatusOf(textOf(abort?.grpcStatus));
  return {
    ...(delay && duration !== undefined && { delay: { duration, millionths: delayShare(delay) } }),
    ...(abort &&
      (status !== undefined || grpcStatus !== undefined) && {
        abort: {
          ...(status === undefined ? { grpcStatus } : { status }),
          millionths: millionths(fieldsOf(abort.percentage).value),
        },
      }),
  };
}

function delayShare({ percentage, percent }: Fields): number {
  return isFields(percentage) ? millionths(percentage.value) : (numberOf(percent) ?? 0) * 10_000;
}

function grpcStatusOf(name: string | undefined): number | undefined {
  const status = name === undefined ? -1 : (GRPC_STATUSES as readonly string[]).indexOf(name);
  return status === -1 ? undefined : status;
}

function readCors(cors: Fields): CorsSpec {
  const origins = Array.isArray(cors.allowOrigins)
    ? fieldsList(cors.allowOrigins).map((match) => readStringMatch(match)!)
    : textsOf(cors.allowOrigin).map((text) => ({ kind: 'exact', text }) as const);
  return { origins, forwardUnmatched: cors.unmatchedPreflights !== 'IGNORE' };
}

export function readHeaders(headers: Fields): HeadersSpec {
  return { request: readOps(headers.request), response: readOps(headers.response) };
}

function readOps(value: unknown): HeaderOps {
  const ops = fieldsOf(value);
  return { set: textMap(ops.set), add: textMap(ops.add), remove: textsOf(ops.remove) };
}

/** Whether there is anything to do. */
export function isNoChange({ set, add, remove }: HeaderOps): boolean {
  return set.size === 0 && add.size === 0 && remove.length === 0;
}
