import { fieldsOf, optionalFields, textMap } from '../../../manifest/fields';
import type { Path } from '../../../manifest/position';
import { configOf, type Config } from '../../../simulate/mesh/config';
import { selects, type Labels } from '../../../simulate/mesh/labels';
import type { Service } from '../../../simulate/mesh/service';
import { entryEndpoint, listedEndpoints } from '../../../simulate/mesh/service-entry';
import { findHost } from '../../mesh/lookup';
import type { Mesh } from '../../mesh/mesh';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { app, destinationRule, manifests, to, virtualService, web } from '../fixture';
import { callersOf } from '../virtual-service/callers';

const UPSTREAM = ['IST0173', 'KIA0203'];
const BASE = manifests(web('shop/reviews'), app('shop/reviews', 'version: v1'));
const routed = (name: string): string =>
  manifests(
    BASE,
    destinationRule('shop/a', `{host: reviews, subsets: [{name: ${name}, labels: {version: ${name}}}]}`),
    virtualService('shop/a', `{hosts: [reviews], http: [${to('reviews', `subset: ${name}`)}]}`),
  );

export const subsetSelects = rule({
  id: 'subset-selects-nothing',
  title: 'A subset without workloads',
  severity: 'error',
  why: 'Requests to the subset get 503: no pod of the service has its labels.',
  fix: 'Correct the labels, or give them to the pods (in the template of the Deployment).',
  upstream: UPSTREAM,
  links: ['https://istio.io/latest/docs/reference/config/analysis/ist0173/'],
  bad: routed('v2'),
  good: routed('v1'),
  check(mesh, reporter) {
    const used = usedSubsets(mesh);
    const unjudged = new Map<string, Unjudged>();
    for (const { host, subsets, from } of mesh.hostRules()) {
      const config = from[0]!;
      const service = findHost(mesh, host, callersOf(config))?.service;
      if (!service || subsets.length === 0) continue;
      const endpoints = endpointsOf(mesh, service);
      subsets.forEach(({ name, labels }, i) => {
        const own = new Map([...labels].filter(([key, text]) => text === '' || !isPlace(key)));
        if (endpoints?.some((one) => selects(own, one))) return;
        const path = ['spec', 'subsets', i, 'labels'];
        if (!endpoints?.length && isWithoutWorkloads(mesh, service)) {
          const one = unjudged.get(service.namespace) ?? {
            config,
            path,
            subset: `${name} of ${host}`,
            count: 0,
          };
          unjudged.set(service.namespace, one);
          one.count++;
          return;
        }
        const list = [...labels].map(([key, text]) => `${key}=${text}`).join(', ') || 'none';
        if (endpoints && endpoints.length > 0)
          reporter.add(
            config.document,
            path,
            `labels of subset ${name} must be those of some workload of ${host}, got ${list}`,
            used.has(`${host} ${name}`) ? {} : UNUSED,
          );
        else
          reporter.outside(config.document, path, `workloads of ${host}, for subset ${name} (${list})`, {
            upstream: UPSTREAM,
          });
      });
    }
    for (const [namespace, { config, path, subset, count }] of unjudged) {
      const subsets = count === 1 ? `subset ${subset}` : `${count} subsets such as ${subset}`;
      const what = `workloads of namespace ${namespace}, for ${subsets},`;
      reporter.outside(config.document, path, what, { upstream: UPSTREAM });
    }
  },
});

/** The subsets of a namespace that nobody can judge, told once: whoever keeps workloads elsewhere keeps all of them there. */
interface Unjudged {
  readonly config: Config;
  readonly path: Path;
  readonly subset: string;
  count: number;
}

function isWithoutWorkloads(mesh: Mesh, { registry, namespace }: Service): boolean {
  return registry === 'kubernetes' && mesh.workloads().inNamespace(namespace).length === 0;
}

/** Versions that come later, or are gone: nothing happens until a route says so. */
const UNUSED = {
  severity: 'info',
  why: 'No pod of the service has its labels. No route here uses the subset: one that does gives 503.',
} as const;

/** `host subset` of all destinations. */
function usedSubsets(mesh: Mesh): ReadonlySet<string> {
  const used = new Set<string>();
  for (const config of mesh.list(KIND.virtualService))
    for (const { full, subset } of mesh.destinationsOf(config)) if (subset) used.add(`${full} ${subset}`);
  return used;
}

/** The labels of whatever stands behind the service. Nothing if nobody can tell. */
function endpointsOf(
  mesh: Mesh,
  { selector, document, namespace, registry }: Service,
): readonly Labels[] | undefined {
  const pods = selector
    ? mesh
        .workloads()
        .selected(selector, namespace)
        .map(({ labels }) => labels)
    : [];
  if (registry === 'kubernetes' || !document) return selector ? pods : undefined;
  const entry = configOf(document);
  if (!optionalFields(entry.spec.workloadSelector)) return listedEndpoints(entry).map(({ labels }) => labels);
  const entries = mesh
    .list(KIND.workloadEntry)
    .filter((one) => one.namespace === namespace)
    .map((one) => entryEndpoint(one.spec, one.name, one).labels);
  const wanted = textMap(fieldsOf(entry.spec.workloadSelector).labels);
  return [...pods, ...entries.filter((labels) => selects(wanted, labels))];
}

/** Labels of places come from the nodes: pods get them when they run, but never empty ones. */
function isPlace(key: string): boolean {
  return key.startsWith('topology.') || key === 'kubernetes.io/hostname';
}
