import fc from 'fast-check';
import { isFound } from '../../../page/filter';
import { loadManifests } from '../../../lib/manifest/load';
import { answerHtml } from '../../../lib/review/page/ask/answer';
import { broken, edgesOf, layOut, CHARACTER, PADDING } from '../../../lib/review/page/layout';
import type { Diagram } from '../../../lib/review/words/blocks';
import { Simulator } from '../../../lib/simulate';
import { SHOP, destinationRule, istio, subsets, to, virtualService } from '../support/objects';

describe('a diagram', () => {
  const diagram: Diagram = {
    kind: 'diagram',
    nodes: [
      { id: 'callers', text: 'workloads of shop', shape: 'caller' },
      { id: 'rule1', text: `1. Requests with path /${'long'.repeat(30)}`, shape: 'rule' },
      { id: 'rule2', text: '2. All other requests', shape: 'rule' },
      { id: 'to1', text: 'reviews v1', shape: 'receiver' },
      { id: 'to2', text: '503 (fault)', shape: 'answer' },
    ],
    arrows: [
      { from: 'callers', to: 'rule1', text: '20 % wait 2 s', isCopy: false },
      { from: 'callers', to: 'rule2', text: '', isCopy: false },
      { from: 'rule1', to: 'to1', text: '100 %', isCopy: false },
      { from: 'rule2', to: 'to1', text: '50 %', isCopy: false },
      { from: 'rule2', to: 'to2', text: '50 %', isCopy: false },
      { from: 'rule2', to: 'to1', text: '50 % copied', isCopy: true },
    ],
  };

  it('has room for what is written out, since nobody would see it', () => {
    const nodes = [{ ...diagram.nodes[0]!, text: 'a\n\u202e\u202e\u202e\u202e' }];
    const [box] = layOut({ ...diagram, nodes, arrows: [] }).boxes.values();
    const lines = box!.lines;
    expect(lines.join('')).toBe(String.raw`a\u000a\u202e\u202e\u202e\u202e`);
    for (const line of lines) expect(line.length * CHARACTER + PADDING).toBeLessThanOrEqual(box!.width);
  });

  it('has every text within its box, and no box over another one or the edge', () => {
    const { boxes, width, height } = layOut(diagram);
    const all = [...boxes.values()];
    for (const box of all) {
      for (const line of box.lines) expect(line.length * CHARACTER + PADDING).toBeLessThanOrEqual(box.width);
      expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
    }
    for (const [i, one] of all.entries()) {
      for (const other of all.slice(i + 1)) {
        const isBeside = one.x + one.width <= other.x || other.x + other.width <= one.x;
        expect(isBeside || one.y + one.height <= other.y || other.y + other.height <= one.y).toBe(true);
      }
    }
  });

  it('has room for the text of each line, and a place of its own where it begins', () => {
    const { boxes } = layOut(diagram);
    const edges = edgesOf(diagram, boxes);
    for (const { from, to: end, text } of edges)
      expect(end.x - from.x).toBeGreaterThan(text.length * CHARACTER);
    expect(new Set(edges.map(({ from }) => `${from.x} ${from.y}`)).size).toBe(edges.length);
  });

  it('breaks texts without losing a letter, unless there are too many', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), fc.integer({ min: 4, max: 40 }), (text, width) => {
        const lines = broken(text, width);
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
        if (!lines.at(-1)!.endsWith('…'))
          expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });
});

describe('the filter of hosts', () => {
  const place = { text: 'reviews.shop cookie brand=v1', namespace: 'shop', risk: 'medium', isChanged: true };
  const any = { words: [], namespace: '*', risk: 'none', changedOnly: false };

  it.each([
    [{}, true],
    [{ words: ['reviews', 'brand'] }, true],
    [{ words: ['reviews', 'nothing'] }, false],
    [{ namespace: 'shop' }, true],
    [{ namespace: '' }, false],
    [{ risk: 'low' }, true],
    [{ risk: 'medium' }, true],
    [{ risk: 'high' }, false],
    [{ changedOnly: true }, true],
  ])('%j: %p', (wanted, found) => {
    expect(isFound(place, { ...any, ...wanted })).toBe(found);
  });

  it('hides what does not change', () => {
    expect(isFound({ ...place, isChanged: false }, { ...any, changedOnly: true })).toBe(false);
  });
});

describe('an answer', () => {
  const http = [{ fault: { abort: { httpStatus: 503, percentage: { value: 20 } } }, route: [to('v1')] }];
  const shop = [
    ...SHOP,
    destinationRule('reviews', { subsets: subsets('v1') }),
    virtualService('reviews', http),
  ];
  const before = loadManifests(shop);
  const after = loadManifests([
    ...shop,
    istio('AuthorizationPolicy', 'nobody', {}),
    istio('EnvoyFilter', 'lua', {}),
  ]);
  const request = { url: 'http://reviews.shop.svc.cluster.local:9080/', from: { namespace: 'shop' } };
  const decide = (of: typeof before) => Simulator.from(of).decide(request);

  it('says how often a request ends how, and why', () => {
    const { text } = answerHtml(request, [{ decision: decide(before) }]);
    expect(text).toMatch(/<li class="good">.*<b>80 %<\/b> <span>go to reviews v1<\/span>/);
    expect(text).toMatch(/<li class="bad">.*<b>20 %<\/b> <span>get 503/);
    expect(text).toContain('They have no timeout.');
    expect(text).toContain('<summary>Why</summary>');
    expect(text).not.toContain('treated');
  });

  it('says what is different, what is denied, and what is not understood', () => {
    const sides = [before, after].map((one, i) => ({ title: ['Before', 'After'][i], decision: decide(one) }));
    const { text } = answerHtml(request, sides);
    expect(text).toContain('This request is treated differently: access.');
    expect(text).toContain('<h4>Before</h4>');
    expect(text).toContain('They are denied with 403.');
    expect(text).toContain('Not simulated: EnvoyFilter shop/lua, ');
    const [old, now] = text.split('<h4>After</h4>');
    expect(old!.match(/class="bad"/g)).toHaveLength(1);
    expect(now!.match(/class="bad"/g)).toHaveLength(2);
  });

  it('says that nothing is different', () => {
    const decision = decide(before);
    const sides = [
      { title: 'Before', decision },
      { title: 'After', decision },
    ];
    expect(answerHtml(request, sides).text).toContain('Before and after, this request is treated alike.');
  });
});
