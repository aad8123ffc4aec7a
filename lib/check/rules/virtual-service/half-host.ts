import { listOf, textOf } from '../../../manifest/fields';
import { set } from '../../edit';
import { KIND } from '../../mesh/kinds';
import { meantService } from '../../mesh/lookup';
import { rule } from '../../rule';
import { manifests, to, virtualService, web } from '../fixture';

export const virtualServiceHalfHost = rule({
  id: 'virtual-service-half-host',
  title: 'A VirtualService for half the name of a service',
  severity: 'warning',
  why: 'Its rules are not those of the service, whichever name clients call it by: a name with a dot is meant as it stands.',
  fix: 'Write the full name, or the short one in the service’s own namespace.',
  links: ['https://istio.io/latest/docs/reference/config/networking/virtual-service/#VirtualService'],
  isFixable: true,
  bad: manifests(
    web('shop/reviews'),
    virtualService('shop/a', `{hosts: [reviews.shop], http: [${to('reviews')}]}`),
  ),
  good: manifests(
    web('shop/reviews'),
    virtualService('shop/a', `{hosts: [reviews.shop.svc.cluster.local], http: [${to('reviews')}]}`),
  ),
  check(mesh, reporter) {
    for (const { document, spec } of mesh.list(KIND.virtualService)) {
      // At an edge it may be the name that clients outside know.
      if (listOf(spec.gateways).some((name) => name !== 'mesh')) continue;
      listOf(spec.hosts).forEach((name, i) => {
        const host = textOf(name) ?? '';
        const meant = meantService(mesh, host);
        if (meant === undefined || mesh.elsewhere.hasHost(host) || mesh.registry().named(host)) return;
        const path = ['spec', 'hosts', i];
        reporter.add(document, path, `host must be a service by its short or its full name, got ${host}`, {
          fix: `Write ${meant}: Istio completes only names without a dot.`,
          edits: [set(path, meant)],
        });
      });
    }
  },
});
