import fc from 'fast-check';
import {
  fieldsOfMessage,
  isEnum,
  isMessage,
  type FieldType,
  type MessageName,
} from '../../../lib/check/webhook/proto/messages';
import { ENUMS } from '../../../lib/check/webhook/proto/schema/enums';
import { WEBHOOK_KINDS, type WebhookKind } from '../../../lib/check/webhook/rule';
import { IN_PROPORTION, cpuTime, growth } from '../../support/cost';
import { idsOf, judge } from './objects';

const KINDS = Object.keys(WEBHOOK_KINDS) as WebhookKind[];

function object(kind: WebhookKind, spec: unknown, metadata: object = {}) {
  return { apiVersion: `${WEBHOOK_KINDS[kind]}/v1`, kind, metadata: { name: 'a', ...metadata }, spec };
}

const key = fc.oneof(
  fc.string(),
  fc.constantFrom('__proto__', 'constructor', 'hasOwnProperty', 'toString', 'length'),
);
const anything = fc.anything({ key, withNullPrototype: true, maxDepth: 4 });
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '*',
    '.',
    '~/',
    'unix://',
    '10.0.0.0/8',
    '%',
    '[',
    '(?',
    '{**}',
    '1s',
    '-1h',
    '99999999999999999999',
    '\ud800',
  ),
);
const number = fc.oneof(
  fc.integer(),
  fc.double(),
  fc.constantFrom(-1, 0, 65536, 2 ** 31, 2 ** 64, NaN, Infinity, -0),
);

/** Values of the types that the message asks for, and sometimes of others. */
function messageOf(type: MessageName, depth: number): fc.Arbitrary<unknown> {
  const fields = fieldsOfMessage(type).map((field): [string, fc.Arbitrary<unknown>] => [
    field.name,
    fieldOf(field, depth),
  ]);
  return fc.record(Object.fromEntries(fields), { requiredKeys: [] });
}

function fieldOf({ shape, type }: FieldType, depth: number): fc.Arbitrary<unknown> {
  const element = elementOf(type, depth);
  const value =
    shape === 'list'
      ? fc.array(element, { maxLength: 3 })
      : shape === 'map'
        ? fc.dictionary(key, element, { maxKeys: 3 })
        : element;
  return fc.oneof({ weight: 30, arbitrary: value }, { weight: 1, arbitrary: anything });
}

function elementOf(type: string, depth: number): fc.Arbitrary<unknown> {
  if (isMessage(type)) return depth > 4 ? fc.constant({}) : messageOf(type, depth + 1);
  if (isEnum(type)) return fc.constantFrom(...Object.keys(ENUMS[type]));
  if (type === 'bool') return fc.boolean();
  if (type === 'struct') return fc.dictionary(key, anything, { maxKeys: 3 });
  return ['int', 'uint', 'uint64', 'double'].includes(type) ? number : text;
}

describe('hostile objects', () => {
  it.each(KINDS)('of kind %s with any spec are judged', (kind) => {
    fc.assert(
      fc.property(anything, anything, (spec, metadata) => {
        judge(object(kind, spec, { labels: metadata, annotations: metadata }));
      }),
      { numRuns: 40 },
    );
  });

  it.each(KINDS)('of kind %s with nearly right fields are judged', (kind) => {
    fc.assert(
      fc.property(messageOf(kind, 0), (spec) => {
        for (const { message, path } of judge(object(kind, spec))) {
          expect(message).not.toBe('');
          expect(path[0]).toMatch(/^(spec|metadata)$/);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('cannot reach what every object inherits', () => {
    const spec = JSON.parse(
      '{"hosts":["a.com"],"http":[{"__proto__":{"redirect":{}},"constructor":1}]}',
    ) as unknown;
    expect(idsOf(object('VirtualService', spec))).toEqual(['webhook-route-goes-nowhere']);
  });

  it('of other kinds and groups are left alone', () => {
    expect(judge({ ...object('Gateway', {}), apiVersion: 'gateway.networking.k8s.io/v1' })).toEqual([]);
    expect(judge({ ...object('Gateway', {}), kind: 'constructor' })).toEqual([]);
  });

  it.each([
    ['labels', 'a.'],
    ['hosts', '*'],
    ['durations', '1h'],
    ['addresses', '1:'],
    ['slashes', '/'],
    ['digits', '9'],
    ['percent signs', '%('],
    ['brackets', '('],
  ])(
    'with very long %s take time in proportion',
    (_, part) => {
      const cost = growth(50_000, (length) => judgeAll(part.repeat(length / part.length)));
      expect(cost).toBeLessThan(IN_PROPORTION);
    },
    120_000,
  );

  function judgeAll(long: string): void {
    const route = { destination: { host: long, subset: long, port: { number: long } }, weight: long };
    judge(
      object('VirtualService', {
        hosts: [long],
        gateways: [long],
        exportTo: [long],
        http: [
          {
            name: long,
            match: [
              { uri: { regex: long }, headers: { [long]: { exact: long } }, sourceLabels: { [long]: long } },
            ],
            route: [
              { destination: { host: long, subset: long }, headers: { request: { set: { [long]: long } } } },
            ],
            retries: { retryOn: long },
          },
          { route: [route], timeout: long },
        ],
      }),
    );
    judge(object('VirtualService', { hosts: [long], http: [{ timeout: long }] }));
    judge(
      object('AuthorizationPolicy', {
        rules: [
          { to: [{ operation: { paths: [long], ports: [long] } }], when: [{ key: long, values: [long] }] },
        ],
      }),
    );
    judge(object('RequestAuthentication', { jwtRules: [{ jwksUri: long, jwks: long }] }));
    judge(object('Telemetry', { accessLogging: [{ filter: { expression: long } }] }));
    judge(object('WasmPlugin', { url: long }));
    judge(object('ServiceEntry', { hosts: [long], addresses: [long], endpoints: [{ address: long }] }));
    judge(
      object('Sidecar', {
        ingress: [{ port: { number: 1 }, bind: long, defaultEndpoint: long }],
        egress: [{ hosts: [long] }],
      }),
    );
  }

  it.each([
    '(a+)+$',
    '(a|a)*b',
    '((a{1000}){1000}){1000}',
    '(.*){999}',
    '[[:alpha:]]{1000}'.repeat(50),
    '('.repeat(500) + ')'.repeat(500),
  ])(
    'with the expression %s take no time',
    (regex) => {
      const match = [{ uri: { regex } }];
      const cost = cpuTime(() => judge(object('VirtualService', { hosts: ['a.com'], http: [{ match }] })));
      expect(cost).toBeLessThan(5000);
    },
    60_000,
  );

  it('with thousands of routes take time in proportion', () => {
    const route = [{ destination: { host: 'a' } }];
    const cost = growth(1000, (length) => {
      const http = Array.from({ length }, (_, i) => ({ match: [{ uri: { prefix: `/${i}` } }], route }));
      judge(object('VirtualService', { hosts: ['a.com'], http }));
    });
    expect(cost).toBeLessThan(IN_PROPORTION);
  }, 120_000);
});
