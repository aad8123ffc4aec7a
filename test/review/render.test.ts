import { render, review } from '../../lib/review';
import { CASES } from './support/cases';
import { expectGolden } from './support/golden';
import { fqdn, service, SHOP, subsets, to, virtualService, destinationRule } from './support/objects';

describe('the forms of a review', () => {
  const { before, after } = CASES['fault-left-on']!;

  it('has a table in Markdown for each host', () => {
    expectGolden('forms/difference.md', render(review(before, after), 'markdown'));
  });

  it('has diagrams in Markdown where requests part', () => {
    const http = [
      { match: [{ headers: { 'end-user': { exact: 'jason' } } }], route: [to('v2')] },
      {
        route: [to('v1', 90), to('v2', 10)],
        mirror: { host: 'reviews', subset: 'v3', port: { number: 9080 } },
        mirrorPercentage: { value: 50 },
        fault: { delay: { fixedDelay: '2s', percentage: { value: 20 } } },
      },
    ];
    const things = [
      destinationRule('reviews', { subsets: subsets('v1', 'v2', 'v3') }),
      virtualService('reviews', http),
    ];
    expectGolden('forms/description.md', render(review([...SHOP, ...things]), 'markdown'));
  });

  it('is the model as JSON', () => {
    const difference = review(before, after);
    expect(JSON.parse(render(difference, 'json'))).toEqual(JSON.parse(JSON.stringify(difference)));
  });

  it.each(['text', 'markdown'] as const)('shows what would move the cursor, in %s', (format) => {
    const rule = { match: [{ uri: { prefix: '/\u001b[31m\u202e' } }], route: [to('v1')] };
    const text = render(review([...SHOP, virtualService('reviews', [rule])]), format);
    // eslint-disable-next-line no-control-regex -- they are what must not be there
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
    expect(text).toContain('u001b');
  });

  it('takes nothing in manifests for markup', () => {
    const rule = {
      match: [{ uri: { prefix: '/<img src=x>|[a](b)`**@somebody' } }],
      route: [to('v1')],
    };
    const text = render(review([...SHOP, virtualService('reviews', [rule])]), 'markdown');
    const [prose] = text.split('```mermaid');
    expect(prose).not.toMatch(/<img|[^\\]\|\[a|[^\\]`\*|@somebody/);
  });

  it('names some hosts of many', () => {
    const shops = (timeout: string) =>
      Array.from({ length: 12 }, (_, i) => [
        service(`app${i}`, 80),
        virtualService(`app${i}`, [{ timeout, route: [{ destination: { host: fqdn(`app${i}`) } }] }]),
      ]).flat();
    const text = render(review(shops('2s'), shops('1s')), 'text');
    expect(text).toMatch(/Medium: .* 504 \(app0\.shop[^()]* and 5 more\)\.\n/);
    expect(text.match(/^app\d+\./gm)).toHaveLength(12);
  });

  it('says that there is nothing', () => {
    expect(render(review([service('x', 80)].slice(1)), 'text')).toContain('There are no hosts');
  });
});
