import fc from 'fast-check';
import { check } from '../../../lib/check/check';
import { fix } from '../../../lib/check/fix';
import { readText } from '../../../lib/manifest/read';
import { Bare, Layout, randomOf, type Random } from './layout';

/** Something that is wrong, in an object of which the rest is right. */
interface Defect {
  readonly id: string;
  readonly wrong: object;
  readonly right: object;
  /** The text as it was, of the one that was made of it. */
  readonly undo: (text: string) => string;
}

const meta = (name: string) => ({ name, namespace: 'shop' });
const object = (kind: string, name: string, spec: object) => ({
  apiVersion: 'networking.istio.io/v1',
  kind,
  metadata: meta(name),
  spec,
});
const settings = (outlierDetection: object, mode: string) =>
  object('DestinationRule', 'rule', {
    host: 'reviews',
    trafficPolicy: { connectionPool: { tcp: { maxConnections: 7 } }, outlierDetection, tls: { mode } },
  });
const delayed = (share: object) =>
  object('VirtualService', 'delayed', {
    hosts: ['reviews'],
    http: [
      {
        match: [{ headers: { tester: { exact: 'yes' } } }],
        fault: { delay: { fixedDelay: '7s', ...share } },
        route: [{ destination: { host: 'reviews' }, weight: 100 }],
      },
    ],
  });
const bound = (gateway: string) =>
  object('VirtualService', 'bound', {
    hosts: ['a.com'],
    gateways: ['mesh', gateway],
    http: [{ route: [{ destination: { host: 'reviews' } }] }],
  });
const route = (parent: object) => ({
  apiVersion: 'gateway.networking.k8s.io/v1',
  kind: 'HTTPRoute',
  metadata: meta('route'),
  spec: { parentRefs: [parent], rules: [{ backendRefs: [{ name: 'reviews', port: 9080 }] }] },
});
const labelled = (version: unknown) => ({
  ...settings({ interval: '5s' }, 'SIMPLE'),
  metadata: { ...meta('labelled'), labels: { app: 'reviews', version } },
});

const DEFECTS: readonly Defect[] = [
  {
    id: 'webhook-consecutive-errors-deprecated',
    wrong: settings({ interval: '5s', consecutiveErrors: 5, maxEjectionPercent: 50 }, 'SIMPLE'),
    right: settings({ interval: '5s', consecutive5xxErrors: 5, maxEjectionPercent: 50 }, 'SIMPLE'),
    undo: (text) => text.replace('consecutive5xxErrors', 'consecutiveErrors'),
  },
  {
    id: 'schema-enum',
    wrong: settings({ interval: '5s' }, 'simple'),
    right: settings({ interval: '5s' }, 'SIMPLE'),
    undo: (text) => text.replace('SIMPLE', 'simple'),
  },
  {
    id: 'schema-type',
    wrong: settings({ interval: '5s', maxEjectionPercent: new Bare('"51"') }, 'SIMPLE'),
    right: settings({ interval: '5s', maxEjectionPercent: 51 }, 'SIMPLE'),
    undo: (text) => text.replace('51', '"51"'),
  },
  {
    id: 'schema-unknown-field',
    wrong: settings({ Interval: '5s', maxEjectionPercent: 50 }, 'SIMPLE'),
    right: settings({ interval: '5s', maxEjectionPercent: 50 }, 'SIMPLE'),
    undo: (text) => text.replace('interval', 'Interval'),
  },
  {
    id: 'schema-metadata-type',
    wrong: labelled(new Bare('1.10')),
    right: labelled('1.10'),
    undo: (text) => text.replace('"1.10"', '1.10'),
  },
  {
    id: 'fault-percent-deprecated',
    wrong: delayed({ percent: 12 }),
    right: delayed({ percentage: { value: 12 } }),
    undo: (text) =>
      text
        .replace('percentage', 'percent')
        .replace(
          /:(\r?\n *value: 12|( *)\{value: 12\})/,
          (_, __, gap: string | undefined) => `:${gap ?? ' '}12`,
        ),
  },
  {
    id: 'route-parent-group',
    wrong: route({ name: 'reviews', kind: 'Service' }),
    right: route({ name: 'reviews', group: '', kind: 'Service' }),
    undo: (text) => text.replace(/group: ""(, |\r?\n *)/, ''),
  },
];

/** A webhook says nothing of `gateways` behind the first name without a slash, so this one stands alone. */
const LEGACY: Defect = {
  id: 'webhook-gateway-name-legacy',
  wrong: { ...bound(''), spec: { ...bound('').spec, gateways: ['public.infra.svc.cluster.local'] } },
  right: { ...bound(''), spec: { ...bound('').spec, gateways: ['infra/public'] } },
  undo: (text) =>
    text.replace(
      /(['"]?)infra\/public\1/,
      (_, quotes: string) => `${quotes}public.infra.svc.cluster.local${quotes}`,
    ),
};

const JUNK = ['kind: {{ .Values.kind }}\n', 'a: [\n', '- 1\n- 2\n', '# nothing\n', 'replicas: 1\n'];

/** A text with the defects, each in a document of its own, in a random layout. */
function textOf(defects: readonly Defect[], random: Random): string {
  const documents = defects.flatMap((defect) => {
    const junk = random(4) === 0 ? [JUNK[random(JUNK.length)]!] : [];
    return [...junk, written(defect.wrong, random)];
  });
  const text = documents.map((document, i) => (i > 0 ? `---\n${document}` : document)).join('');
  const start = random(4) === 0 ? '---\n' : '';
  const ended = random(4) === 0 ? text.replace(/\n$/, '') : text;
  const lines = random(3) === 0 ? (start + ended).replaceAll('\n', '\r\n') : start + ended;
  return random(5) === 0 ? `\uFEFF${lines}` : lines;
}

function written(wrong: object, random: Random): string {
  const how = random(8);
  if (how === 0) return json({ apiVersion: 'v1', kind: 'List', items: [wrong] }, 2);
  if (how === 1) return json(wrong, random(2) * 2);
  const layout = new Layout(random);
  return layout.document(
    how === 2 ? { apiVersion: 'v1', kind: 'List', items: [{ ...SERVICE }, wrong] } : wrong,
  );
}

const SERVICE = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: meta('reviews'),
  spec: { ports: [{ name: 'http', port: 9080 }] },
};

function json(value: object, indent: number): string {
  const text = JSON.stringify(
    value,
    (_, part: unknown) => (part instanceof Bare ? `<bare>${part.text}</bare>` : part),
    indent,
  );
  return `${text.replace(/"<bare>(.*?)<\/bare>"/g, (_, bare: string) => bare.replaceAll('\\"', '"'))}\n`;
}

const comments = (text: string): readonly string[] => text.match(/#.*/g) ?? [];
const errorsIn = (text: string): number =>
  check(text).findings.filter(({ severity }) => severity === 'error').length;

/** A value that goes below its key leaves no blanks behind. */
const plain = (text: string): string => text.replace(/(percent['"]?:) +12/, '$1 12');

describe('whatever the layout', () => {
  const cases = fc.tuple(fc.shuffledSubarray([...DEFECTS, LEGACY], { minLength: 1 }), fc.integer());

  it('what is wrong is right then, and nothing else is different', () => {
    fc.assert(
      fc.property(cases, ([defects, seed]) => {
        const before = textOf(defects, randomOf(seed));
        const { text: after, applied, refused, findings } = fix(before);
        expect(refused).toEqual([]);
        expect(applied.map(({ finding }) => finding.id).sort()).toEqual(defects.map(({ id }) => id).sort());
        expect(findings.filter(({ edits }) => edits)).toEqual([]);
        expect(errorsIn(after)).toBeLessThanOrEqual(errorsIn(before));
        expect(comments(after)).toEqual(comments(before));
        const read = readText(after).documents.map(({ object: one }) => one);
        for (const { right } of defects) expect(read).toContainEqual(JSON.parse(JSON.stringify(right)));
        expect(read).toHaveLength(readText(before).documents.length);
        expect(fix(after).text).toBe(after);
      }),
      { numRuns: 150 },
    );
  });

  it('every other byte stays', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DEFECTS, LEGACY), fc.integer(), (defect, seed) => {
        const layout = new Layout(randomOf(seed));
        const eol = seed % 2 === 0 ? '\n' : '\r\n';
        const before = layout.document(defect.wrong).replaceAll('\n', eol);
        expect(plain(defect.undo(fix(before).text))).toBe(plain(before));
      }),
      { numRuns: 400 },
    );
  });
});
