import { set } from '../../edit';
import type { Complaint } from '../../finding';
import { findHost, isOwnHost, meantService } from '../../mesh/lookup';
import type { Mesh } from '../../mesh/mesh';
import type { WrittenDestination } from '../../mesh/destinations';
import { serviceNamespace } from '../../mesh/known';
import { KIND } from '../../mesh/kinds';
import { isNamespaceKnown } from '../../mesh/namespaces';
import { rule } from '../../rule';
import { manifests, to, virtualService, web } from '../fixture';
import { callersOf } from './callers';

const UPSTREAM = ['IST0101', 'KIA1101'];

export const destinationHost = rule({
  id: 'destination-host',
  title: 'A destination that does not exist',
  severity: 'error',
  why: 'Requests that match the route get 503 (or 500 from an HTTPRoute), mirrored requests are lost without a word.',
  fix: 'Correct the host: a name without a dot is a service of the VirtualService’s own namespace, any other one is meant as it stands.',
  upstream: UPSTREAM,
  links: ['https://istio.io/latest/docs/reference/config/networking/virtual-service/#Destination'],
  isFixable: true,
  bad: manifests(
    web('shop/reviews'),
    virtualService('shop/a', `{hosts: [reviews], http: [${to('review')}]}`),
  ),
  good: manifests(
    web('shop/reviews'),
    virtualService('shop/a', `{hosts: [reviews], http: [${to('reviews')}]}`),
  ),
  check(mesh, reporter) {
    for (const config of mesh.list(KIND.virtualService)) {
      const callers = callersOf(config);
      for (const destination of mesh.destinationsOf(config)) {
        const { full, host, path, kind } = destination;
        if (full === '' || mesh.elsewhere.hasHost(full) || findHost(mesh, full, callers)) continue;
        const what = `${kind === 'mirror' ? 'mirror' : 'destination'} host`;
        const at = [...path, 'host'];
        const reason = explain(mesh, destination, config.namespace);
        if (reason)
          reporter.add(
            config.document,
            at,
            `${what} must be a service ${reason.must}, got ${host}`,
            reason.more,
          );
        else reporter.outside(config.document, at, `${what} ${host}`, { upstream: UPSTREAM });
      }
    }
  },
});

interface Reason {
  readonly must: string;
  readonly more?: Partial<Complaint>;
}

/** Nothing if it may be declared elsewhere. */
function explain(
  mesh: Mesh,
  { full, host, path }: WrittenDestination,
  namespace: string,
): Reason | undefined {
  const meant = meantService(mesh, full);
  if (meant)
    return {
      must: 'by its short or its full name',
      more: {
        fix: `Write ${meant}: Istio completes only names without a dot.`,
        edits: [set([...path, 'host'], meant)],
      },
    };
  if (mesh.registry().named(full))
    return {
      must: `that namespace ${namespace} sees`,
      more: { fix: 'Export the service to this namespace (exportTo), or send requests somewhere else.' },
    };
  if (!host.includes('.')) {
    const others = mesh.servicesNamed(host).map(({ hostname }) => hostname);
    if (others.length > 0)
      return {
        must: `of namespace ${namespace}`,
        more: { fix: `Write the full name: ${others.join(' or ')}.` },
      };
  }
  const space = serviceNamespace(full, mesh.settings.domain);
  if (space !== undefined && isNamespaceKnown(mesh, space) === 'missing') {
    const others = mesh.servicesNamed(full.split('.')[0]!).map(({ hostname }) => hostname);
    return {
      must: 'of a namespace that exists',
      ...(others.length > 0 && { more: { fix: `Write ${others.join(' or ')}.` } }),
    };
  }
  if (isOwnHost(mesh, full)) return { must: 'or a host of a ServiceEntry' };
  if (space !== undefined || !mesh.ownNamespaces().has(namespace)) return undefined;
  const fix = 'Declare a ServiceEntry for the host, or say that it is known.';
  return { must: 'or a host of a ServiceEntry', more: { severity: 'warning', fix } };
}
