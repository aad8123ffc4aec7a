import { isWithoutEffect, render, review } from '../../lib/review';
import { istio, SHOP } from './support/objects';

const denied = istio('AuthorizationPolicy', 'v1', {
  action: 'DENY',
  selector: { matchLabels: { app: 'reviews', version: 'v1' } },
  rules: [{}],
});

it('says who denies what others let in', () => {
  const difference = review(SHOP, [...SHOP, denied]);
  expect(isWithoutEffect(difference)).toBe(false);
  expect(difference.risks).toMatchObject([{ rule: 'access-narrowed' }]);
  expect(render(difference, 'text')).toContain('are denied by shop/reviews-v1, and let in by the others');
  expect(render(review([...SHOP, denied]), 'text')).toContain('are denied by shop/reviews-v1');
});
