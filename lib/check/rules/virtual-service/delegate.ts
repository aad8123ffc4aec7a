import { fieldsList, isFields, textOf, textsOf } from '../../../manifest/fields';
import { readExportTo } from '../../../simulate/virtual-service/read';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { manifests, to, virtualService, web } from '../fixture';

const ROOT = virtualService(
  'shop/root',
  '{hosts: [a.com], gateways: [edge], http: [{match: [{uri: {prefix: /cart}}], delegate: {name: cart, namespace: cart}}]}',
);

export const delegateExists = rule({
  id: 'delegate',
  title: 'A delegate that is not there',
  severity: 'error',
  why: 'The rule is dropped, with no more than a line in istiod’s log: its requests fall through to the next rule, or get 404.',
  fix: 'Name a VirtualService without hosts that is exported to this namespace.',
  links: ['https://istio.io/latest/docs/reference/config/networking/virtual-service/#Delegate'],
  bad: manifests(web('cart/cart'), ROOT, virtualService('cart/basket', `{http: [${to('cart')}]}`)),
  good: manifests(web('cart/cart'), ROOT, virtualService('cart/cart', `{http: [${to('cart')}]}`)),
  check(mesh, reporter) {
    const namespaces = new Set(mesh.list(KIND.virtualService).map(({ namespace }) => namespace));
    for (const { spec, namespace, document } of mesh.list(KIND.virtualService)) {
      fieldsList(spec.http).forEach(({ delegate }, i) => {
        if (!isFields(delegate)) return;
        const at = textOf(delegate.namespace) || namespace;
        const name = textOf(delegate.name) ?? '';
        const path = ['spec', 'http', i, 'delegate'];
        const found = mesh.find(KIND.virtualService, at, name);
        if (!found) {
          if (namespaces.has(at))
            reporter.add(document, path, `delegate must be a VirtualService that exists, got ${at}/${name}`);
          else reporter.outside(document, path, `delegate ${at}/${name}`);
          return;
        }
        const exportTo = readExportTo(
          textsOf(found.spec.exportTo),
          mesh.settings.exportTo.virtualService,
          at,
        );
        if (textsOf(found.spec.hosts).length > 0)
          reporter.add(document, path, `delegate must be a VirtualService without hosts, got ${at}/${name}`);
        else if (!exportTo.has('*') && !exportTo.has(namespace))
          reporter.add(
            document,
            path,
            `delegate must be exported to namespace ${namespace}, got ${at}/${name}, which is for ${[...exportTo].join(', ')}`,
          );
      });
    }
  },
});
