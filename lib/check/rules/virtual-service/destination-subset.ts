import { textOf } from '../../../manifest/fields';
import { fullName } from '../../../simulate/names/host';
import { findHost, isOwnHost } from '../../mesh/lookup';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { destinationRule, manifests, to, virtualService, web } from '../fixture';
import { callersOf } from './callers';

const UPSTREAM = ['IST0101', 'KIA1107'];
const ROUTE = virtualService('shop/a', `{hosts: [reviews], http: [${to('reviews', 'subset: v1')}]}`);

export const destinationSubset = rule({
  id: 'destination-subset',
  title: 'A subset that no DestinationRule defines',
  severity: 'error',
  why: 'There is no cluster for the subset: this share of the requests gets 503.',
  fix: 'Define the subset in a DestinationRule for the host, or remove it from the destination.',
  upstream: UPSTREAM,
  links: ['https://istio.io/latest/docs/reference/config/networking/destination-rule/#Subset'],
  bad: manifests(
    web('shop/reviews'),
    ROUTE,
    destinationRule('shop/a', '{host: reviews, subsets: [{name: v2, labels: {version: v2}}]}'),
  ),
  good: manifests(
    web('shop/reviews'),
    ROUTE,
    destinationRule('shop/a', '{host: reviews, subsets: [{name: v1, labels: {version: v1}}]}'),
  ),
  check(mesh, reporter) {
    const { domain } = mesh.settings;
    const rules = mesh.list(KIND.destinationRule);
    const hosts = new Set(
      rules.map(({ spec, namespace }) => fullName(textOf(spec.host) ?? '', namespace, domain)),
    );
    const defined = mesh.subsets();
    for (const config of mesh.list(KIND.virtualService)) {
      for (const { full, host, path, subset } of mesh.destinationsOf(config)) {
        if (subset === undefined || defined.get(full)?.has(subset)) continue;
        const service = findHost(mesh, full, callersOf(config))?.service;
        const client = { namespace: config.namespace, labels: new Map<string, string>() };
        // That there is no such host is said already.
        if (!service && !hosts.has(full) && isOwnHost(mesh, full)) continue;
        const wider = service && mesh.destinationRules().find(full, service.namespace, client);
        if (wider?.subsets.some(({ name }) => name === subset)) continue;
        const at = [...path, 'subset'];
        if (service !== undefined || hosts.has(full))
          reporter.add(
            config.document,
            at,
            `subset must be one that a DestinationRule for ${host} defines, got ${subset}`,
          );
        else reporter.outside(config.document, at, `subset ${subset} of ${host}`, { upstream: UPSTREAM });
      }
    }
  },
});
