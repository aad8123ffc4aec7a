import {
  fieldsList,
  fieldsOf,
  isFields,
  optionalFields,
  textMap,
  textOf,
  textsOf,
} from '../../../manifest/fields';
import { set } from '../../edit';
import { findHost, isOwnHost, meantService } from '../../mesh/lookup';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { manifests, sidecar, web } from '../fixture';

const LINKS = ['https://istio.io/latest/docs/reference/config/networking/sidecar/#IstioEgressListener'];
const egress = (host: string, more = ''): string =>
  manifests(web('shop/web'), sidecar('shop/default', `{egress: [{hosts: ["${host}"]}]${more}}`));

export const sidecarHost = rule({
  id: 'sidecar-egress-host',
  yieldsTo: ['webhook-short-host'],
  title: 'A Sidecar that imports a host that does not exist',
  severity: 'warning',
  why: 'The service that was meant is not imported: requests to it go out unrouted, or to nowhere (502) if the mesh allows only what it knows.',
  fix: 'Write namespace/host with the full name of the host.',
  upstream: ['KIA1004'],
  links: LINKS,
  isFixable: true,
  bad: egress('./wep.shop.svc.cluster.local'),
  good: egress('./web.shop.svc.cluster.local'),
  check(mesh, reporter) {
    for (const { spec, namespace, document } of mesh.list(KIND.sidecar)) {
      fieldsList(spec.egress).forEach(({ hosts }, i) => {
        textsOf(hosts).forEach((entry, j) => {
          const [space = '', host = ''] = entry.split('/');
          const path = ['spec', 'egress', i, 'hosts', j];
          if (host === '' || host.startsWith('*') || space === '~' || mesh.elsewhere.hasHost(host)) return;
          const found = findHost(mesh, host, [namespace]);
          const from = space === '.' ? namespace : space;
          const meant = meantService(mesh, host);
          const domain = mesh.settings.domain;
          if (
            found &&
            (from === '*' || found.service.hostname.startsWith('*') || mesh.registry().named(host)?.has(from))
          )
            return;
          const full = `${host}.${from === '*' ? namespace : from}.svc.${domain}`;
          const isShort = !host.includes('.') && mesh.registry().named(full)?.has(from) === true;
          const fqdn = isShort ? full : meant;
          const isCertain = fqdn !== undefined && mesh.registry().named(fqdn)?.has(from) === true;
          if (found || meant || mesh.registry().named(full) || isOwnHost(mesh, host))
            reporter.add(
              document,
              path,
              `host must be the full name of a service of namespace ${from}, got ${entry}`,
              {
                ...(found && { upstream: [] }),
                ...(isCertain && { edits: [set(path, `${space}/${fqdn}`)] }),
              },
            );
          else reporter.outside(document, path, `host ${entry}`, { upstream: ['KIA1004'] });
        });
      });
    }
  },
});

export const outboundMode = rule({
  id: 'sidecar-outbound-mode',
  title: 'A policy for outbound traffic that does not say which',
  severity: 'warning',
  why: 'outboundTrafficPolicy without a mode is REGISTRY_ONLY: requests to hosts that the mesh does not know get 502.',
  fix: 'Write the mode, even if REGISTRY_ONLY is meant.',
  upstream: ['KIA1007'],
  links: ['https://istio.io/latest/docs/reference/config/networking/sidecar/#OutboundTrafficPolicy'],
  bad: egress('./*', ', outboundTrafficPolicy: {}'),
  good: egress('./*', ', outboundTrafficPolicy: {mode: REGISTRY_ONLY}'),
  check(mesh, reporter) {
    for (const { spec, document } of mesh.list(KIND.sidecar)) {
      if (isFields(spec.outboundTrafficPolicy) && textOf(spec.outboundTrafficPolicy.mode) === undefined)
        reporter.add(
          document,
          ['spec', 'outboundTrafficPolicy'],
          'mode must be ALLOW_ANY or REGISTRY_ONLY, got nothing, which is REGISTRY_ONLY',
        );
    }
  },
});

export const rootSelector = rule({
  id: 'sidecar-root-selector',
  title: 'A mesh-wide Sidecar for some workloads',
  severity: 'warning',
  why: 'A Sidecar of the root namespace is the default of the mesh only without a selector: with one it is for workloads of that namespace.',
  fix: 'Remove the workloadSelector, or put the Sidecar into the namespace of the workloads.',
  upstream: ['KIA1006'],
  links: ['https://istio.io/latest/docs/reference/config/networking/sidecar/'],
  bad: sidecar(
    'istio-system/default',
    '{workloadSelector: {labels: {app: web}}, egress: [{hosts: ["./*"]}]}',
  ),
  good: sidecar('istio-system/default', '{egress: [{hosts: ["./*"]}]}'),
  check(mesh, reporter) {
    for (const { spec, namespace, document } of mesh.list(KIND.sidecar)) {
      const selector = textMap(fieldsOf(spec.workloadSelector).labels);
      if (
        namespace === mesh.settings.rootNamespace &&
        selector.size > 0 &&
        mesh.workloads().selected(selector, namespace).length === 0
      )
        reporter.add(
          document,
          ['spec', 'workloadSelector'],
          `Sidecar of the root namespace must be without workloadSelector, got ${[...selector].map(([key, text]) => `${key}=${text}`).join(', ')}`,
        );
    }
  },
});

export const egressProxy = rule({
  id: 'sidecar-egress-proxy',
  title: 'A setting of a Sidecar that Istio takes for deprecated',
  severity: 'warning',
  why: 'outboundTrafficPolicy.egressProxy is on its way out.',
  fix: 'Route outbound traffic through an egress gateway with a VirtualService.',
  upstream: ['IST0002'],
  links: ['https://istio.io/latest/docs/tasks/traffic-management/egress/egress-gateway/'],
  bad: egress(
    '*/*',
    ', outboundTrafficPolicy: {mode: ALLOW_ANY, egressProxy: {host: proxy.shop.svc.cluster.local, port: {number: 80}}}',
  ),
  good: egress('*/*', ', outboundTrafficPolicy: {mode: ALLOW_ANY}'),
  check(mesh, reporter) {
    for (const { spec, document } of mesh.list(KIND.sidecar)) {
      if (optionalFields(fieldsOf(spec.outboundTrafficPolicy).egressProxy))
        reporter.add(
          document,
          ['spec', 'outboundTrafficPolicy', 'egressProxy'],
          'egressProxy must not be used, got one',
        );
    }
  },
});
