import { show } from '../../finding';
import { http, TO } from '../examples';
import { rule } from '../rule';

const DELAY = 'delay: {fixedDelay: 1s, percentage: {value: 1}}';
const GRPC =
  'OK CANCELLED UNKNOWN INVALID_ARGUMENT DEADLINE_EXCEEDED NOT_FOUND ALREADY_EXISTS PERMISSION_DENIED UNAUTHENTICATED RESOURCE_EXHAUSTED FAILED_PRECONDITION ABORTED OUT_OF_RANGE UNIMPLEMENTED INTERNAL UNAVAILABLE DATA_LOSS'.split(
    ' ',
  );
/** The smallest share that Envoy can count, in percent. */
const SMALLEST = 0.0001;

export const FAULT_RULES = [
  rule(
    'HTTPFaultInjection',
    {
      id: 'fault-without-effect',
      title: 'A fault does nothing',
      why: 'It has neither a delay nor an abort.',
      fix: 'Add delay or abort, or remove fault.',
      bad: http(`${TO}, fault: {}`),
      good: http(`${TO}, fault: {${DELAY}}`),
    },
    ({ abort, delay }, at) => {
      if (!abort && !delay) at.say('fault must have abort or delay, got neither');
    },
  ),
  rule(
    ['Abort', 'Delay'],
    {
      id: 'fault-percentage',
      title: 'The percentage of a fault is out of range',
      why: 'Envoy counts shares in millionths.',
      fix: `Use 0, or from ${SMALLEST} to 100.`,
      bad: http(`${TO}, fault: {abort: {httpStatus: 503, percentage: {value: 101}}}`),
      good: http(`${TO}, fault: {abort: {httpStatus: 503, percentage: {value: 0.1}}}`),
    },
    ({ percentage }, at) => {
      const value = percentage?.value ?? 0;
      if (value < 0 || value > 100 || (value > 0 && value < SMALLEST))
        at.say(`percentage must be 0 or from ${SMALLEST} to 100, got ${show(value)}`, 'percentage', 'value');
    },
  ),
  rule(
    'Abort',
    {
      id: 'abort-grpc-status',
      title: 'A fault has no such gRPC status',
      why: 'The status is the name of a code, in upper case.',
      fix: `Use one of ${GRPC.join(', ')}.`,
      bad: http(`${TO}, fault: {abort: {grpcStatus: "14", percentage: {value: 1}}}`),
      good: http(`${TO}, fault: {abort: {grpcStatus: UNAVAILABLE, percentage: {value: 1}}}`),
    },
    ({ grpcStatus }, at) => {
      if (grpcStatus !== undefined && !GRPC.includes(grpcStatus))
        at.say(`grpcStatus must be the name of a gRPC code, got ${show(grpcStatus)}`, 'grpcStatus');
    },
  ),
  rule(
    'Abort',
    {
      id: 'abort-http2-error',
      title: 'A fault aborts with an HTTP/2 error',
      why: 'Istio cannot do it.',
      fix: 'Use httpStatus or grpcStatus.',
      bad: http(`${TO}, fault: {abort: {http2Error: CANCEL, percentage: {value: 1}}}`),
      good: http(`${TO}, fault: {abort: {httpStatus: 503, percentage: {value: 1}}}`),
    },
    ({ http2Error }, at) => {
      if (http2Error !== undefined)
        at.say(`http2Error must not be set, got ${show(http2Error)}`, 'http2Error');
    },
  ),
  rule(
    ['Abort', 'HTTPDirectResponse'],
    {
      id: 'http-status',
      title: 'An answer has no valid HTTP status',
      why: 'Envoy answers with 200 to 599.',
      fix: 'Use a status from 200 to 599.',
      bad: http(`${TO}, fault: {abort: {httpStatus: 100, percentage: {value: 1}}}`),
      good: http('directResponse: {status: 404}'),
    },
    (message, at) => {
      const [field, status] =
        'status' in message
          ? (['status', message.status] as const)
          : (['httpStatus', message.httpStatus] as const);
      // Istio's message says 599, and its comparison 600.
      if (status !== undefined && (status < 200 || status > 600))
        at.say(`${field} must be from 200 to 599, got ${status}`, field);
    },
  ),
  rule(
    'Delay',
    {
      id: 'delay-exponential',
      title: 'A fault delays exponentially',
      why: 'Istio cannot do it.',
      fix: 'Use fixedDelay.',
      bad: http(`${TO}, fault: {delay: {exponentialDelay: 1s, percentage: {value: 1}}}`),
      good: http(`${TO}, fault: {${DELAY}}`),
    },
    ({ exponentialDelay }, at) => {
      if (exponentialDelay !== undefined) at.say('exponentialDelay must not be set', 'exponentialDelay');
    },
  ),
];
