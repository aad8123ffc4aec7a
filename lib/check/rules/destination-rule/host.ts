import { textOf } from '../../../manifest/fields';
import { fullName } from '../../../simulate/names/host';
import { set } from '../../edit';
import { findHost, isOwnHost, meantService } from '../../mesh/lookup';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { destinationRule, manifests, web } from '../fixture';
import { callersOf } from '../virtual-service/callers';

const UPSTREAM = ['IST0174', 'KIA0202'];

export const destinationRuleHost = rule({
  id: 'destination-rule-host',
  title: 'A DestinationRule for a host that does not exist',
  severity: 'warning',
  why: 'The rule is for nobody: its subsets, circuit breakers and TLS settings have no effect.',
  fix: 'Correct the host: a name without a dot is a service of the DestinationRule’s own namespace, any other one is meant as it stands.',
  upstream: UPSTREAM,
  links: ['https://istio.io/latest/docs/reference/config/analysis/ist0174/'],
  isFixable: true,
  bad: manifests(web('shop/reviews'), destinationRule('shop/a', '{host: review}')),
  good: manifests(web('shop/reviews'), destinationRule('shop/a', '{host: reviews}')),
  check(mesh, reporter) {
    for (const config of mesh.list(KIND.destinationRule)) {
      const { document, namespace, spec } = config;
      const host = textOf(spec.host) ?? '';
      const full = fullName(host, namespace, mesh.settings.domain);
      if (full === '' || mesh.elsewhere.hasHost(full) || findHost(mesh, full, callersOf(config))) continue;
      if (full.startsWith('*')) {
        if (covers(full.slice(1), mesh.registry().services)) continue;
        reporter.outside(document, ['spec', 'host'], `any service in ${host}`, { upstream: ['IST0174'] });
        continue;
      }
      const meant = meantService(mesh, full);
      const isHidden = mesh.registry().named(full) !== undefined;
      const message = `host must be a service ${isHidden ? `that namespace ${namespace} sees` : 'or a host of a ServiceEntry'}, got ${host}`;
      if (meant || isHidden || isOwnHost(mesh, full))
        reporter.add(
          document,
          ['spec', 'host'],
          message,
          meant
            ? {
                fix: `Write ${meant}: Istio completes only names without a dot.`,
                edits: [set(['spec', 'host'], meant)],
              }
            : {},
        );
      else reporter.outside(document, ['spec', 'host'], `host ${host}`, { upstream: UPSTREAM });
    }
  },
});

function covers(suffix: string, services: readonly { readonly hostname: string }[]): boolean {
  return services.some(({ hostname }) => hostname.endsWith(suffix));
}
