import { show } from '../../finding';
import { TO, virtualService } from '../examples';
import type { View } from '../proto/messages';
import { rule } from '../rule';
import { isIpAddress } from '../text/addresses';
import { generatedSniProblem, hostsOverlap, wildcardDomainProblem } from '../text/hosts';
import { isClaim } from '../text/headers';

type VirtualService = View<'VirtualService'>;

const HTTP = `http: [{${TO}}]`;
const GOOD = virtualService(`{hosts: [reviews], ${HTTP}}`);

/** Whether only gateways take it. One without gateways is for the mesh. */
function isForGatewaysOnly({ gateways }: VirtualService): boolean {
  return gateways.length > 0 && !gateways.includes('mesh');
}

function hasSniHosts({ tls }: VirtualService): boolean {
  return tls.some(({ match }) => match.some(({ sniHosts }) => sniHosts.length > 0));
}

function hostProblem(virtual: VirtualService, host: string): string | undefined {
  const isGenerated = isForGatewaysOnly(virtual) && hasSniHosts(virtual) && host.startsWith('outbound_');
  const problem =
    isGenerated && Buffer.byteLength(host) <= 255 ? generatedSniProblem(host) : wildcardDomainProblem(host);
  return problem !== undefined && isIpAddress(host) ? undefined : problem;
}

function isMeshWildcard(virtual: VirtualService, host: string): boolean {
  return host === '*' && !isForGatewaysOnly(virtual);
}

export const VIRTUAL_SERVICE_RULES = [
  ...(['gateways', 'tls', 'tcp'] as const).map((field) =>
    rule(
      'VirtualService',
      {
        id: `delegate-${field}`,
        title: `A VirtualService without hosts has ${field}`,
        why: 'Without hosts it is a delegate: the routes of another VirtualService lead to it, and only HTTP can be delegated.',
        fix: `Add hosts, or remove ${field}.`,
        bad: virtualService(
          `{${HTTP}, ${{ gateways: 'gateways: [a]', tls: 'tls: [{}]', tcp: `tcp: [{${TO}}]` }[field]}}`,
        ),
        good: virtualService(`{${HTTP}}`),
      },
      (virtual, at) => {
        if (virtual.hosts.length === 0 && virtual[field].length > 0)
          at.say(`${field} must not be set without hosts, got ${virtual[field].length}`, field);
      },
    ),
  ),
  rule(
    'VirtualService',
    {
      id: 'claim-route-in-mesh',
      title: 'A claim of a token is matched in the mesh',
      why: 'Only gateways route by claims; sidecars would never match.',
      fix: 'Name the gateways, without mesh, or match another header.',
      bad: virtualService(
        `{hosts: [reviews], http: [{match: [{headers: {"@request.auth.claims.sub": {exact: a}}}], ${TO}}]}`,
      ),
      good: virtualService(
        `{hosts: [a.com], gateways: [a], http: [{match: [{headers: {"@request.auth.claims.sub": {exact: a}}}], ${TO}}]}`,
      ),
    },
    (virtual, at) => {
      if (isForGatewaysOnly(virtual)) return;
      virtual.http.forEach(({ match }, i) => {
        match.forEach((one, j) => {
          for (const field of ['headers', 'withoutHeaders'] as const)
            for (const name of one[field].keys())
              if (isClaim(name))
                at.say(
                  `${name} must be matched on gateways only, got gateways ${show(virtual.gateways)}`,
                  'http',
                  i,
                  'match',
                  j,
                  field,
                  name,
                );
        });
      });
    },
  ),
  rule(
    'VirtualService',
    {
      id: 'virtual-service-host',
      title: 'A host is no domain name',
      why: 'No request can be for such a host.',
      fix: 'Use a domain name, one that starts with *., or an IP address; without scheme, port and path.',
      bad: virtualService(`{hosts: ["http://a.com"], ${HTTP}}`),
      good: virtualService(`{hosts: ["*.a.com", 10.0.0.1], ${HTTP}}`),
    },
    (virtual, at) => {
      virtual.hosts.forEach((host, i) => {
        const problem = hostProblem(virtual, host);
        if (problem) at.say(`a host must be a domain name, got ${show(host)}, which ${problem}`, 'hosts', i);
      });
    },
  ),
  rule(
    'VirtualService',
    {
      id: 'mesh-wildcard-host',
      title: 'A VirtualService in the mesh is for every host',
      why: 'It would take over all traffic of all sidecars.',
      fix: 'Name the hosts, or the gateways that it is for, without mesh.',
      bad: virtualService(`{hosts: ["*"], ${HTTP}}`),
      good: virtualService(`{hosts: ["*"], gateways: [a], ${HTTP}}`),
    },
    (virtual, at) => {
      virtual.hosts.forEach((host, i) => {
        if (isMeshWildcard(virtual, host)) at.say('a host in the mesh must be a name, got "*"', 'hosts', i);
      });
    },
  ),
  rule(
    'VirtualService',
    {
      id: 'overlapping-hosts',
      title: 'Two hosts of a VirtualService are the same',
      why: 'Envoy refuses a host twice; a wildcard of the same VirtualService covers the name already.',
      fix: 'Remove one of the two.',
      bad: virtualService(`{hosts: ["*.com", a.com], ${HTTP}}`),
      good: virtualService(`{hosts: ["*.com", a.org], ${HTTP}}`),
    },
    (virtual, at) => {
      const { hosts } = virtual;
      if (hosts.some((host) => hostProblem(virtual, host) ?? isMeshWildcard(virtual, host))) return;
      hosts.forEach((host, i) => {
        for (const other of hosts.slice(i + 1))
          if (hostsOverlap(host, other))
            at.say(`hosts must not overlap, got ${show(host)} and ${show(other)}`, 'hosts', i);
      });
    },
  ),
  rule(
    'VirtualService',
    {
      id: 'no-routes',
      title: 'A VirtualService has no routes',
      why: 'It would say nothing about its hosts.',
      fix: 'Add http, tls or tcp.',
      bad: virtualService('{hosts: [reviews]}'),
      good: GOOD,
    },
    ({ http, tls, tcp }, at) => {
      if (http.length + tls.length + tcp.length === 0) at.say('http, tls or tcp must be given, got none');
    },
  ),
];
