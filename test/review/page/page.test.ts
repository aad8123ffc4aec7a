import { createHash } from 'node:crypto';
import { render, review } from '../../../lib/review';
import { loadManifests } from '../../../lib/manifest/load';
import type { Seeds } from '../../../lib/review/page/ask/seeds';
import { CASES } from '../support/cases';
import {
  SHOP as PROGRAMS,
  destinationRule,
  istio,
  service,
  subsets,
  to,
  virtualService,
} from '../support/objects';

const SHOP = [...PROGRAMS, destinationRule('reviews', { subsets: subsets('v1', 'v2') })];
const before = [...SHOP, virtualService('reviews', [{ route: [to('v1')] }])];
const after = [...SHOP, virtualService('reviews', [{ timeout: '2s', route: [to('v1', 90), to('v2', 10)] }])];
const page = render(review(before), 'html', { manifests: before });
const difference = render(review(before, after), 'html', { manifests: [before, after] });

/** Without looks and scripts. */
function markupOf(text: string): string {
  return text.replace(/<(script|style)\b[^]*?<\/\1>/g, '');
}

function seedsIn(text: string): Seeds {
  return JSON.parse(/<script type="application\/json" id="seeds">([^]*?)<\/script>/.exec(text)![1]!) as Seeds;
}

describe('the page of a review', () => {
  it('is the same for the same review', () => {
    expect(render(review(before, after), 'html', { manifests: [before, after] })).toBe(difference);
  });

  it('lets one ask only with manifests', () => {
    expect(page).toContain('<form id="ask-form"');
    const mute = render(review(before), 'html');
    expect(markupOf(mute)).not.toMatch(/id="ask|#ask/);
    expect(mute).not.toContain('id="seeds"');
    expect(mute.length).toBeLessThan(40_000);
  });

  it('wants both versions for a difference', () => {
    for (const manifests of [before[0]!, [before], 'kind: A']) {
      expect(() => render(review(before, after), 'html', { manifests })).toThrow(
        'manifests must be both versions that the review compares, got 1; give a list of before and after',
      );
    }
  });

  it('loads nothing, and runs nothing but what is in it', () => {
    expect(markupOf(page)).not.toMatch(/ (src|srcset|action|data|poster|href)="(?!#)/);
    expect(/<style>([^]*?)<\/style>/.exec(page)![1]).not.toMatch(/url\(|@import/);
    const [, policy] = /Content-Security-Policy" content="([^"]*)"/.exec(page)!;
    const allowed = policy!.replaceAll('&#39;', "'");
    expect(allowed).toMatch(/^default-src 'none'; /);
    expect(allowed).not.toContain('unsafe');
    const parts = [...page.matchAll(/<(?:script|style)>([^]*?)<\/(?:script|style)>/g)].map(
      ([, text]) => text!,
    );
    expect(parts).toHaveLength(3);
    for (const text of parts) {
      expect(allowed).toContain(`'sha256-${createHash('sha256').update(text).digest('base64')}'`);
    }
    expect(page).not.toMatch(/ (style|on\w+)="/);
  });

  it.each(Object.keys(CASES))('has headings in order, and names that are its own: %s', (name) => {
    const { before: one, after: other } = CASES[name]!;
    const text = render(review(one, other), 'html', { manifests: [one, other] });
    const levels = [...text.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, i) => expect(level).toBeLessThanOrEqual((levels[i - 1] ?? 0) + 1));
    const ids = [...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of text.matchAll(/ (?:for|aria-labelledby|aria-describedby|list)="([^"]*)"/g)) {
      expect(ids).toContain(id);
    }
    for (const [, id] of text.matchAll(/href="#([^"?]+)"/g)) expect(ids).toContain(id);
    expect(/<th(?! scope)[ >]/.test(text)).toBe(false);
  });

  it('says what the text says, word for word', () => {
    const strip = (text: string): string => text.replace(/\s+/g, ' ');
    const shown = strip(markupOf(difference).replace(/<[^>]*>/g, ''));
    for (const sentence of ['have no timeout', 'have to be answered within 2 s, all tries together'])
      expect(shown).toContain(sentence);
    expect(shown).toContain('Medium: requests that took longer than the new timeout fail with 504');
  });

  it('says that no request is treated differently', () => {
    expect(render(review(before, before), 'html')).toContain('No request is treated differently.');
  });

  it('tells which hosts change, and how grave that is', () => {
    const [, marks] = /<section id="host-reviews\.shop\.svc\.cluster\.local"([^>]*)>/.exec(difference)!;
    expect(marks).toContain('data-namespace="shop" data-risk="medium" data-changed');
    const [, others] = /<li id="host-ratings\.shop\.svc\.cluster\.local"([^>]*)>/.exec(difference)!;
    expect(others).toContain('data-namespace="shop" data-risk="none"');
    expect(others).not.toContain('data-changed');
  });
});

describe('what is hostile in manifests', () => {
  const evil = `</script><script>alert(1)</script><img src=x onerror=alert(1)>"'\u2028\u202e&amp;`;
  const http = [
    { match: [{ uri: { exact: `/${evil}` } }], route: [to('v1')] },
    {
      match: [{ headers: { [evil]: { exact: evil } } }],
      headers: { request: { set: { x: evil } } },
      route: [to('v2')],
    },
    { redirect: { uri: evil } },
  ];
  const things = [
    ...SHOP,
    {
      ...service('web'),
      metadata: { name: 'web', namespace: 'shop', labels: JSON.parse(`{"__proto__": "polluted"}`) as never },
    },
    virtualService('reviews', http, { __proto__x: 1 }),
    istio('EnvoyFilter', evil, { configPatches: [{ patch: evil }] }),
  ];
  const text = render(review(things), 'html', { manifests: things });

  it('is text', () => {
    expect(text.match(/<script/g)).toHaveLength(3);
    expect(text.match(/<\/script/g)).toHaveLength(3);
    expect(text).not.toMatch(/<img|\u2028|\u202e/);
    expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&#39;\\u2028\\u202e&amp;amp;');
  });

  it('is what it was for the simulator', () => {
    const { documents } = seedsIn(text);
    const rule = documents.find(({ object }) => object.kind === 'VirtualService')!.object.spec;
    expect(rule).toEqual(JSON.parse(JSON.stringify(things.at(-2)!.spec)));
    expect(Object.hasOwn({}, 'polluted')).toBe(false);
  });

  it('changes no other page', () => {
    expect(loadManifests(before).documents.length).toBeGreaterThan(0);
    expect(render(review(before), 'html', { manifests: before })).toBe(page);
  });
});

describe('what one has to know first', () => {
  const leadOf = (text: string): string => /<section class="lead"[^]*?<\/section>/.exec(text)![0];

  it('gives a request for each risk, and links to its hosts', () => {
    const lead = leadOf(difference);
    expect(lead).toContain('<a href="#host-reviews.shop.svc.cluster.local"');
    expect(lead).toMatch(
      /<code>GET http:\/\/reviews\.shop[^<]*<\/code>.*have no timeout.*have to be answered within <b>2 s<\/b>/,
    );
    expect(lead).toContain('href="#ask?');
    expect(leadOf(render(review(before, after), 'html'))).not.toContain('href="#ask');
  });

  it('names what stands out, with the hosts that have it, and nothing that no host has', () => {
    const fault = { abort: { httpStatus: 500, percentage: { value: 10 } } };
    const things = [...SHOP, virtualService('reviews', [{ fault, route: [to('v1')] }])];
    const lead = leadOf(render(review(things), 'html'));
    expect(lead.replace(/<[^>]*>/g, ' ').replace(/ +/g, ' ')).toContain('Injected faults reviews.shop');
    expect(lead).not.toContain('Open through gateways');
    const many = Array.from({ length: 9 }, (_, i) => [
      service(`a${i}`),
      virtualService(`a${i}`, [{ fault, route: [{ destination: { host: `a${i}` } }] }]),
    ]).flat();
    expect(leadOf(render(review(many), 'html'))).toContain('</a> and 2 more');
  });
});
