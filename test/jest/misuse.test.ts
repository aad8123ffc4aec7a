import { App } from 'cdk8s';
import { from, gateway, inMesh, request } from '../../lib/jest';
import { always } from './support/decisions';
import { failureOf } from './support/failure';

const CALL = request('GET', 'http://reviews.shop:9080/');
const some = always();

/** What nobody may get past the compiler, in JavaScript. */
const wrong = (value: unknown): never => value as never;

const ALLOWED = 'an App, a Chart, YAML text, the path of a folder or file, objects, or a list of these';

const CASES: Record<string, () => void> = {
  [`what is expected of must be ${ALLOWED}, got undefined; write expect(app).toRoute(...)`]: () =>
    expect(undefined).toRoute(CALL, { reviews: 100 }),
  [`what is expected of must be ${ALLOWED}, got 7; write expect(app).toRoute(...)`]: () =>
    expect([new App(), 7]).not.toRoute(CALL, { reviews: 100 }),
  [`what is expected of must be ${ALLOWED}, got an object; write expect(app).toRoute(...)`]: () =>
    expect(Promise.resolve(new App())).toRoute(CALL, { reviews: 100 }),
  'manifests must be at least one object, got "none"; create constructs before you expect something of their app':
    () => expect(new App()).toRoute(CALL, { reviews: 100 }),
  [`the folder or file with manifests must be there, got "${process.cwd()}/nowhere"; write it first (as cdk8s synth does), or give the App itself`]:
    () => expect('nowhere').toRoute(CALL, { reviews: 100 }),
  'manifests must be readable, got "document 2: kind must be a text, got nothing"; mend it: what it says could change the answer':
    () => expect('kind: Pod\napiVersion: v1\nmetadata: {name: a}\n---\na: 1').toClose(CALL),
  'the mesh settings must be an object, got "strict"; write { outboundTrafficPolicy: { mode: \'REGISTRY_ONLY\' } }':
    () => expect(inMesh(wrong('strict'), new App())).toClose(CALL),
  "the request must be made by request() or from(), got \"http://reviews:9080/\"; write request('GET', 'http://reviews.shop:9080/')":
    () => expect(some).toClose(wrong('http://reviews:9080/')),
  "the shares must be an object, got undefined; write who gets how many percent, such as { 'reviews v2': 100 }":
    () => expect(some).toRoute(CALL, wrong(undefined)),
  'the shares must be of at least one receiver, got "{}"; write { \'reviews v2\': 100 }': () =>
    expect(some).toMirror(CALL, {}),
  'the share of reviews must be a number from 0 to 100, got 101; give percent, such as 50': () =>
    expect(some).toRoute(CALL, { reviews: 101 }),
  'the sum of the shares must be 100, got 90; say what becomes of the others, too, such as { 503: 10 }': () =>
    expect(some).not.toRoute(CALL, { reviews: 90 }),
  "the delay must be a duration such as '7s' or Duration.seconds(7), got 7; write its unit: ms, s, m or h":
    () => expect(some).toDelay(CALL, wrong(7)),
  'an option of toDelay must be one of percent, got "percentage"; correct its name': () =>
    expect(some).toDelay(CALL, '7s', wrong({ percentage: 50 })),
  'the status must be an HTTP status or the name of a gRPC status, got "GONE"; write 503 or \'UNAVAILABLE\'':
    () => expect(some).toAbort(CALL, wrong('GONE')),
  'the status must be an integer from 100 to 599, got 1000; write 404': () =>
    expect(some).toAnswer(CALL, 1000),
  'the attempts must be a number from 1, got 0; for none write expect(app).not.toRetry(request)': () =>
    expect(some).toRetry(CALL, 0),
  "what requests stick to must be { header }, { query }, { cookie } or 'source-ip', got an object; write { header: 'x-user' }":
    () => expect(some).toStick(CALL, wrong({ headers: 'x-user' })),
  'maxConnections must be a number, got "1"; correct it': () =>
    expect(some).toLimit(CALL, { maxConnections: wrong('1') }),
  'the transport must be one of mutual-tls, per-endpoint, tls, plaintext, got "mTLS"; choose one': () =>
    expect(some).toSpeak(CALL, wrong('mTLS')),
  "the header x-a must be a text, got 1; write { 'x-mesh': 'yes' }, and undefined for a header that must not be there":
    () => expect(some).toSendHeaders(CALL, { 'x-a': wrong(1) }),
  "the name of a gateway must be 'namespace/name', got \"edge\"; write gateway('shop/edge')": () =>
    gateway('edge'),
  "the sender must be a workload, a service, a gateway or outside, got undefined; write from('shop/productpage')":
    () => from(wrong(undefined)),
  'the sender must be a construct with a name, got an object; give a MeshService, a Deployment or an IngressGateway':
    () => from(wrong(new App())),
};

describe('misuse', () => {
  it.each(Object.entries(CASES))('is an error: %s', (message, expectation) =>
    expect(failureOf(expectation)).toBe(message),
  );
});
