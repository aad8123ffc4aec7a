import { mergeDelegate } from '../../../simulate/virtual-service/delegate';
import { rule } from '../../rule';
import { manifests, virtualService, web } from '../fixture';

const ROOT = virtualService(
  'shop/root',
  '{hosts: [a.com], gateways: [edge], http: [{match: [{uri: {prefix: /cart}}], delegate: {name: cart}}]}',
);
const cart = (path: string): string =>
  virtualService(
    'shop/cart',
    `{http: [{match: [{uri: {prefix: ${path}}}], route: [{destination: {host: cart}}]}]}`,
  );

export const delegateConflict = rule({
  id: 'delegate-conflict',
  title: 'A delegate’s rule outside of what is delegated',
  severity: 'warning',
  why: 'A rule that no condition above allows is dropped without a word.',
  fix: 'Narrow the condition, so that one above covers it; expressions never do.',
  links: ['https://istio.io/latest/docs/reference/config/networking/virtual-service/#Delegate'],
  bad: manifests(web('shop/cart'), ROOT, cart('/basket')),
  good: manifests(web('shop/cart'), ROOT, cart('/cart/items')),
  check(mesh, reporter) {
    const all = mesh.virtualServices();
    const delegates = new Map(
      all.filter(({ hosts }) => hosts.length === 0).map((one) => [`${one.namespace}/${one.name}`, one]),
    );
    if (delegates.size === 0) return;
    for (const root of all) {
      for (const outer of root.http) {
        const found = outer.delegate && delegates.get(`${outer.delegate.namespace}/${outer.delegate.name}`);
        found?.http.forEach((inner, i) => {
          if (mergeDelegate(outer, [inner]).length === 0)
            reporter.add(
              found.config.document,
              ['spec', 'http', i, 'match'],
              `match must lie within ${outer.place.at} of VirtualService ${root.namespace}/${root.name}, got one that contradicts it`,
            );
        });
      }
    }
  },
});
