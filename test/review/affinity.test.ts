import { render, review } from '../../lib/review';
import { SHOP, destinationRule, subsets, to, virtualService } from './support/objects';

it('a key that several destinations hash is named once', () => {
  const trafficPolicy = { loadBalancer: { consistentHash: { httpHeaderName: 'x-user' } } };
  const rule = destinationRule('reviews', { trafficPolicy, subsets: subsets('v1', 'v2') });
  const split = virtualService('reviews', [{ route: [to('v1', 90), to('v2', 10)] }]);
  const text = render(review([...SHOP, rule, split]), 'text');
  expect(text).toMatch(/reach the same endpoint if they have the same header x-user\. /);
});
