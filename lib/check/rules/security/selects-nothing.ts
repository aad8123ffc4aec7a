import { fieldsOf, optionalFields, textMap } from '../../../manifest/fields';
import type { Config } from '../../../simulate/mesh/config';
import type { Labels } from '../../../simulate/mesh/labels';
import { isAssumedGateway } from '../../mesh/assumed-gateway';
import type { Mesh } from '../../mesh/mesh';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { app, authorizationPolicy, manifests } from '../fixture';
import { targetsOf } from './policies';

const LINKS = ['https://istio.io/latest/docs/reference/config/type/workload-selector/'];
const SELECTING = [
  { kind: KIND.authorizationPolicy, upstream: ['IST0127', 'KIA0004'] },
  { kind: KIND.requestAuthentication, upstream: ['KIA0004'] },
  { kind: KIND.peerAuthentication, upstream: ['KIA0004'] },
  { kind: KIND.wasmPlugin, upstream: [] },
  { kind: KIND.telemetry, upstream: ['IST0101'] },
  { kind: KIND.sidecar, upstream: ['IST0101', 'KIA0004'] },
];
const policy = (name: string): string =>
  authorizationPolicy(
    'shop/a',
    `{selector: {matchLabels: {app: ${name}}}, action: DENY, rules: [{to: [{operation: {ports: ["22"]}}]}]}`,
  );

export const selectsNothing = rule({
  id: 'selector-without-workload',
  title: 'A policy for workloads that do not exist',
  severity: 'error',
  why: 'The policy is enforced nowhere, although it looks deployed.',
  fix: 'Write labels that the pods of this namespace have (in the template of the Deployment, not on the Deployment).',
  upstream: ['IST0127', 'IST0101', 'KIA0004'],
  links: LINKS,
  bad: manifests(app('shop/web'), policy('wep')),
  good: manifests(app('shop/web'), policy('web')),
  check(mesh, reporter) {
    for (const { kind, upstream } of SELECTING) {
      for (const config of mesh.list(kind)) {
        const selector = selectorOf(config);
        const isRoot =
          config.namespace === mesh.settings.rootNamespace &&
          kind !== KIND.telemetry &&
          kind !== KIND.sidecar;
        if (selector && selector.size > 0) {
          if (mesh.workloads().selected(selector, isRoot ? '' : config.namespace).length > 0) continue;
          if (isRoot && isAssumedGateway(selector)) continue;
          const list = [...selector].map(([key, text]) => `${key}=${text}`).join(', ');
          const path = kind === KIND.sidecar ? ['spec', 'workloadSelector'] : ['spec', 'selector'];
          const near = mesh.workloads().inNamespace(config.namespace);
          if (near.some(({ labels }) => [...selector.keys()].some((key) => labels.has(key)))) {
            reporter.add(
              config.document,
              path,
              `selector must take some workload of namespace ${config.namespace}, got ${list}`,
              { upstream },
            );
          } else
            reporter.outside(
              config.document,
              path,
              `workloads of namespace ${config.namespace} with ${list}`,
              { upstream },
            );
        } else if (kind === KIND.authorizationPolicy && !isRoot && isAlone(mesh, config))
          reporter.outside(config.document, ['spec'], `workloads of namespace ${config.namespace}`, {
            upstream: ['IST0127'],
          });
      }
    }
  },
});

function selectorOf({ kind, spec }: Config): Labels | undefined {
  if (kind === 'Sidecar') return textMap(fieldsOf(spec.workloadSelector).labels);
  const selector = optionalFields(spec.selector);
  return targetsOf(spec).length > 0 && !selector
    ? new Map<string, string>()
    : selector && textMap(selector.matchLabels);
}

/** Whether the namespace has no workload that is in the mesh. */
function isAlone(mesh: Mesh, { namespace, spec }: Config): boolean {
  return targetsOf(spec).length === 0 && mesh.workloads().inNamespace(namespace).length === 0;
}
