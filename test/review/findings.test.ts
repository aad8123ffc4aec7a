import { render, review, type Check, type FindingReview } from '../../lib/review';
import { SHOP } from './support/objects';

const object = { kind: 'Service', namespace: 'shop', name: 'ratings' };
const finding = (message: string): FindingReview => ({ id: 'some-rule', severity: 'error', message, object });

describe('findings of a check', () => {
  it('are listed with why they may stay', () => {
    const check: Check = () => ({
      findings: [finding('the name must be short, got ratings')],
      acknowledged: [{ finding: finding('the port must be 80, got 9080'), reason: 'it always was' }],
    });
    const text = render(review(SHOP, undefined, { check }), 'text');
    expect(text).toContain(
      '  - Error some-rule: the name must be short, got ratings. [Service shop/ratings]',
    );
    expect(text).toContain('got 9080. Acknowledged: it always was. [Service shop/ratings]');
  });

  it('count as a risk where they are new', () => {
    const check: Check = ({ documents }) => ({
      findings: documents.some(({ object: { kind } }) => kind === 'Pod')
        ? [finding('there must be no pods, got one')]
        : [],
      acknowledged: [],
    });
    const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p', namespace: 'shop' }, spec: {} };
    const added = review(SHOP, [...SHOP, pod], { check });
    expect(added).toMatchObject({ risk: 'medium', findings: { removed: [], added: [{ id: 'some-rule' }] } });
    expect(render(added, 'text')).toContain('New findings');
    expect(render(review([...SHOP, pod], SHOP, { check }), 'text')).toContain('Findings that are gone');
  });
});
