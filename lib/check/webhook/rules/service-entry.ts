import { show } from '../../finding';
import { serviceEntry } from '../examples';
import type { View } from '../proto/messages';
import { rule, type Place } from '../rule';
import { isIpOrCidr } from '../text/addresses';
import { fqdnProblem, isPartialWildcard, isWildcard, wildcardDomainProblem } from '../text/hosts';
import { isDnsLabel } from '../text/labels';
import { isHttp, isKnownProtocol, isPort, isTcp, isTls, PROTOCOLS } from '../text/protocols';

type ServiceEntry = View<'ServiceEntry'>;

const HTTP = 'ports: [{number: 80, name: http, protocol: HTTP}]';
const entry = (text: string) => serviceEntry(`{hosts: [a.com], ${HTTP}, ${text}}`);
const GOOD = entry('resolution: DNS');
const DYNAMIC = `hosts: ["*.a.com"], ${HTTP}, resolution: DYNAMIC_DNS`;
const GOOD_DYNAMIC = serviceEntry(`{${DYNAMIC}}`);
const port = (text: string) => serviceEntry(`{hosts: [a.com], ports: [{${text}}], resolution: DNS}`);

const AUTO_ALLOCATION = 'networking.istio.io/enable-autoallocate-ip';
const USE_WAYPOINT = 'istio.io/use-waypoint';

function isDns({ resolution }: ServiceEntry): boolean {
  return resolution === 'DNS' || resolution === 'DNS_ROUND_ROBIN';
}

/** Whether istiod gives it an address of its own. */
function hasAutomaticAddress({ resolution }: ServiceEntry, { root }: Place): boolean {
  return resolution !== 'NONE' && root.labels.get(AUTO_ALLOCATION)?.toLowerCase() !== 'false';
}

export const SERVICE_ENTRY_RULES = [
  rule(
    'ServiceEntry',
    {
      id: 'endpoints-and-selector',
      title: 'A service has both endpoints and a workloadSelector',
      why: 'Istio could not tell which ones count.',
      fix: 'Keep one of them.',
      bad: entry(
        'resolution: STATIC, workloadSelector: {labels: {app: a}}, endpoints: [{address: 10.0.0.1}]',
      ),
      good: entry('resolution: STATIC, workloadSelector: {labels: {app: a}}'),
    },
    ({ workloadSelector, endpoints }, at) => {
      if (workloadSelector && endpoints.length > 0)
        at.say('workloadSelector must not be set beside endpoints', 'workloadSelector');
    },
  ),
  rule(
    'ServiceEntry',
    {
      id: 'service-without-hosts',
      title: 'A service has no hosts',
      why: 'Nobody could call it.',
      fix: 'Add hosts.',
      bad: serviceEntry(`{${HTTP}, resolution: STATIC}`),
      good: GOOD,
    },
    ({ hosts }, at) => {
      if (hosts.length === 0) at.say('hosts must have a host, got none');
    },
  ),
  rule(
    'ServiceEntry',
    {
      id: 'service-host',
      title: 'A service has no valid host',
      why: 'Nobody can call such a host; "*" would be the whole Internet.',
      fix: 'Use a domain name, or one that starts with *.; without scheme and port.',
      bad: serviceEntry(`{hosts: ["*"], ${HTTP}, resolution: NONE}`),
      good: GOOD,
    },
    ({ hosts }, at) => {
      hosts.forEach((host, i) => {
        const problem = host === '*' ? 'is every host' : wildcardDomainProblem(host);
        if (problem) at.say(`a host must be a domain name, got ${show(host)}, which ${problem}`, 'hosts', i);
      });
    },
  ),
  rule(
    'ServiceEntry',
    {
      id: 'service-partial-wildcard',
      severity: 'warning',
      title: 'A wildcard stands for a part of a label',
      why: 'Envoy matches whole labels, so that nobody may ever reach the service.',
      fix: 'Write *.a.com.',
      bad: serviceEntry(`{hosts: ["*a.com"], ${HTTP}, resolution: NONE}`),
      good: serviceEntry(`{hosts: ["*.a.com"], ${HTTP}, resolution: NONE}`),
    },
    ({ hosts, resolution }, at) => {
      hosts.forEach((host, i) => {
        if (resolution !== 'DYNAMIC_DNS' && isPartialWildcard(host))
          at.say(`a wildcard must stand for whole labels, got ${show(host)}`, 'hosts', i);
      });
    },
  ),
  rule(
    'ServiceEntry',
    {
      id: 'service-address',
      title: 'An address of a service is none',
      why: 'It is compared with the address that clients connect to.',
      fix: 'Use an IP address, or a range such as 10.0.0.0/8.',
      bad: entry('resolution: DNS, addresses: [b.com]'),
      good: entry('resolution: DNS, addresses: [10.0.0.1]'),
    },
    ({ addresses }, at) => {
      addresses.forEach((address, i) => {
        if (!isIpOrCidr(address))
          at.say(`an address must be an IP address or range, got ${show(address)}`, 'addresses', i);
      });
    },
  ),
  rule(
    'ServiceEntry',
    {
      id: 'range-and-dns',
      title: 'A service with a range of addresses is resolved by DNS',
      why: 'All connections to the range would go to one name.',
      fix: 'Use resolution NONE or STATIC, or single addresses.',
      bad: entry('resolution: DNS, addresses: [10.0.0.0/8]'),
      good: entry('resolution: NONE, addresses: [10.0.0.0/8]'),
    },
    ({ addresses, resolution }, at) => {
      const range = addresses.findIndex((address) => address.includes('/'));
      if (range !== -1 && resolution !== 'NONE' && resolution !== 'STATIC')
        at.say(
          `an address must be no range with resolution ${resolution}, got ${show(addresses[range])}`,
          'addresses',
          range,
        );
    },
  ),
  rule(
    'ServiceEntry',
    {
      id: 'service-port-duplicate',
      title: 'Two ports of a service have the same name or number',
      why: 'Istio could not tell them apart.',
      fix: 'Remove or rename one.',
      bad: serviceEntry(
        '{hosts: [a.com], ports: [{number: 80, name: a, protocol: HTTP}, {number: 80, name: b, protocol: HTTP}], resolution: DNS}',
      ),
      good: serviceEntry(
        '{hosts: [a.com], ports: [{number: 80, name: a, protocol: HTTP}, {number: 81, name: b, protocol: HTTP}], resolution: DNS}',
      ),
    },
    ({ ports }, at) => {
      for (const field of ['name', 'number'] as const) {
        const seen = new Set<string | number>();
        ports.forEach((one, i) => {
          if (seen.has(one[field]))
            at.say(`the ${field} of a port must be unique, got ${show(one[field])} again`, 'ports', i, field);
          seen.add(one[field]);
        });
      }
    },
  ),
  rule(
    'ServicePort',
    {
      id: 'service-target-port',
      title: 'A service has a targetPort that is none',
      why: 'Ports go up to 65535.',
      fix: 'Use a port from 1 to 65535, or leave it out.',
      bad: port('number: 80, name: http, protocol: HTTP, targetPort: 70000'),
      good: GOOD,
    },
    ({ targetPort }, at) => {
      if (targetPort !== 0 && !isPort(targetPort))
        at.say(`targetPort must be from 1 to 65535, got ${targetPort}`, 'targetPort');
    },
  ),
  rule(
    'ServiceEntry',
    {
      id: 'tcp-without-address',
      severity: 'warning',
      title: 'A service speaks TCP and has no address',
      why: 'A proxy tells TCP services apart by address: all others on the same port would be mixed up with it.',
      fix: 'Add addresses, use a protocol with names (HTTP, TLS), or let Istio allocate addresses.',
      bad: serviceEntry(
        '{hosts: [a.com], ports: [{number: 80, name: tcp, protocol: TCP}], resolution: NONE}',
      ),
      good: serviceEntry(
        '{hosts: [a.com], ports: [{number: 80, name: tcp, protocol: TCP}], resolution: DNS}',
      ),
    },
    (service, at) => {
      if (service.addresses.length > 0 || hasAutomaticAddress(service, at)) return;
      service.ports.forEach(({ protocol }, i) => {
        if (protocol === '' || protocol === 'TCP')
          at.say(`addresses must be set for a port with protocol ${show(protocol)}, got none`, 'ports', i);
      });
    },
  ),
  rule(
    'ServicePort',
    {
      id: 'service-port-name',
      title: 'A port of a service has no valid name',
      why: 'Names of ports are DNS labels.',
      fix: 'Use letters, digits and hyphens, at most 63.',
      bad: port('number: 80, name: a_b, protocol: HTTP'),
      good: GOOD,
    },
    ({ name }, at) => {
      if (!isDnsLabel(name)) at.say(`name of a port must be a DNS label, got ${show(name)}`, 'name');
    },
  ),
  rule(
    'ServicePort',
    {
      id: 'service-protocol',
      title: 'A port of a service has an unknown protocol',
      why: 'Istio could not tell how to read what is sent.',
      fix: `Use ${PROTOCOLS}.`,
      bad: port('number: 80, name: a, protocol: WS'),
      good: GOOD,
    },
    ({ protocol }, at) => {
      if (protocol !== '' && !isKnownProtocol(protocol))
        at.say(`protocol must be ${PROTOCOLS}, got ${show(protocol)}`, 'protocol');
    },
  ),
  rule(
    'ServicePort',
    {
      id: 'service-port-number',
      title: 'A port of a service is none',
      why: 'Ports go from 1 to 65535.',
      fix: 'Use a port from 1 to 65535.',
      bad: port('number: 0, name: a, protocol: HTTP'),
      good: GOOD,
    },
    ({ number }, at) => {
      if (!isPort(number)) at.say(`number must be from 1 to 65535, got ${number}`, 'number');
    },
  ),
  rule(
    'ServiceEntry',
    {
      id: 'endpoints-without-resolution',
      title: 'A service without resolution has endpoints',
      why: 'With resolution NONE connections go where the client wanted to.',
      fix: 'Use resolution STATIC or DNS, or remove endpoints.',
      bad: entry('resolution: NONE, endpoints: [{address: 10.0.0.1}]'),
      good: entry('resolution: STATIC, endpoints: [{address: 10.0.0.1}]'),
    },
    ({ resolution, endpoints }, at) => {
      if (resolution === 'NONE' && endpoints.length > 0)
        at.say('endpoints must not be set with resolution NONE', 'endpoints');
    },
  ),
  rule(
    'ServiceEntry',
    {
      id: 'selector-without-resolution',
      severity: 'warning',
      title: 'A service without resolution selects workloads',
      why: 'With resolution NONE connections go where the client wanted to.',
      fix: 'Use resolution STATIC.',
      bad: entry('resolution: NONE, workloadSelector: {labels: {app: a}}'),
      good: entry('resolution: STATIC, workloadSelector: {labels: {app: a}}'),
    },
    ({ resolution, workloadSelector }, at) => {
      if (resolution === 'NONE' && workloadSelector)
        at.say('workloadSelector must not be set with resolution NONE', 'workloadSelector');
    },
  ),
  rule(
    'ServiceEntry',
    {
      id: 'dns-host',
      title: 'A service is resolved by DNS, and its host has no address',
      why: 'Nobody can look up a wildcard.',
      fix: 'Use full names, or add endpoints, or resolution DYNAMIC_DNS.',
      bad: serviceEntry(`{hosts: ["*.a.com"], ${HTTP}, resolution: DNS}`),
      good: GOOD,
    },
    (service, at) => {
      if (!isDns(service) || service.endpoints.length > 0) return;
      const i = service.hosts.findIndex((host) => fqdnProblem(host) !== undefined);
      const host = service.hosts[i];
      if (host !== undefined)
        at.say(
          `a host must be a domain name with resolution ${service.resolution}, got ${show(host)}`,
          'hosts',
          i,
        );
    },
  ),
  rule(
    'ServiceEntry',
    {
      id: 'round-robin-endpoints',
      title: 'DNS_ROUND_ROBIN has more than one endpoint',
      why: 'Envoy looks up one name, and takes its addresses in turn.',
      fix: 'Keep one endpoint, or use resolution DNS.',
      bad: entry('resolution: DNS_ROUND_ROBIN, endpoints: [{address: a.com}, {address: b.com}]'),
      good: entry('resolution: DNS_ROUND_ROBIN, endpoints: [{address: a.com}]'),
    },
    ({ resolution, endpoints }, at) => {
      if (resolution === 'DNS_ROUND_ROBIN' && endpoints.length > 1)
        at.say(
          `endpoints must have at most 1 with resolution DNS_ROUND_ROBIN, got ${endpoints.length}`,
          'endpoints',
        );
    },
  ),
  rule(
    'ServiceEntry',
    {
      id: 'dns-tcp-hosts',
      severity: 'warning',
      title: 'Several hosts share a TCP port and addresses',
      why: 'A proxy tells TCP services apart by address: only one of the hosts would be reached.',
      fix: 'Make a ServiceEntry for each host.',
      bad: serviceEntry(
        '{hosts: [a.com, b.com], addresses: [10.0.0.1], ports: [{number: 443, name: tls, protocol: TLS}], resolution: DNS}',
      ),
      good: serviceEntry(
        '{hosts: [a.com], addresses: [10.0.0.1], ports: [{number: 443, name: tls, protocol: TLS}], resolution: DNS}',
      ),
    },
    (service, at) => {
      const isShared = isDns(service) && service.addresses.length > 0 && service.hosts.length > 1;
      if (isShared && service.ports.some(({ protocol }) => isTcp(protocol)))
        at.say(
          `hosts must have one host beside addresses and a TCP port, got ${service.hosts.length}`,
          'hosts',
        );
    },
  ),
  rule(
    'ServiceEntry',
    {
      id: 'dynamic-dns-without-hosts',
      title: 'DYNAMIC_DNS has no host',
      why: 'It looks up what clients ask for, within a wildcard.',
      fix: 'Add a host that starts with *.',
      bad: serviceEntry(`{${HTTP}, resolution: DYNAMIC_DNS}`),
      good: GOOD_DYNAMIC,
    },
    ({ resolution, hosts }, at) => {
      if (resolution === 'DYNAMIC_DNS' && hosts.length === 0)
        at.say('hosts must have a wildcard with resolution DYNAMIC_DNS, got none');
    },
  ),
  rule(
    'ServiceEntry',
    {
      id: 'dynamic-dns-host',
      title: 'DYNAMIC_DNS has a host without wildcard',
      why: 'It looks up what clients ask for, within a wildcard; a single name is for DNS.',
      fix: 'Use a host that starts with *., or resolution DNS.',
      bad: serviceEntry(`{hosts: [a.com], ${HTTP}, resolution: DYNAMIC_DNS}`),
      good: GOOD_DYNAMIC,
    },
    ({ resolution, hosts }, at) => {
      hosts.forEach((host, i) => {
        if (resolution === 'DYNAMIC_DNS' && !isWildcard(host))
          at.say(`a host must start with * with resolution DYNAMIC_DNS, got ${show(host)}`, 'hosts', i);
      });
    },
  ),
  ...(['addresses', 'endpoints'] as const).map((field) =>
    rule(
      'ServiceEntry',
      {
        id: `dynamic-dns-${field}`,
        title: `DYNAMIC_DNS has ${field}`,
        why: 'Where connections go is looked up for each name that clients ask for.',
        fix: `Remove ${field}.`,
        bad: serviceEntry(
          `{${DYNAMIC}, ${field}: ${field === 'addresses' ? '[10.0.0.1]' : '[{address: 10.0.0.1}]'}}`,
        ),
        good: GOOD_DYNAMIC,
      },
      (service, at) => {
        if (service.resolution === 'DYNAMIC_DNS' && service[field].length > 0)
          at.say(`${field} must not be set with resolution DYNAMIC_DNS`, field);
      },
    ),
  ),
  rule(
    'ServiceEntry',
    {
      id: 'dynamic-dns-protocol',
      title: 'DYNAMIC_DNS has a protocol without names',
      why: 'Envoy has to read from the request which name to look up.',
      fix: 'Use HTTP, HTTP2, GRPC or TLS (not HTTPS).',
      bad: serviceEntry(
        '{hosts: ["*.a.com"], ports: [{number: 443, name: https, protocol: HTTPS}], resolution: DYNAMIC_DNS}',
      ),
      good: GOOD_DYNAMIC,
    },
    ({ resolution, ports }, at) => {
      ports.forEach(({ protocol }, i) => {
        if (
          resolution === 'DYNAMIC_DNS' &&
          !['http', 'http2', 'grpc', 'tls'].includes(protocol.toLowerCase())
        )
          at.say(
            `protocol must be HTTP, HTTP2, GRPC or TLS with resolution DYNAMIC_DNS, got ${show(protocol)}`,
            'ports',
            i,
            'protocol',
          );
      });
    },
  ),
  rule(
    'ServiceEntry',
    {
      id: 'dynamic-dns-location',
      title: 'DYNAMIC_DNS has an unknown location',
      why: 'A service is in the mesh or outside.',
      fix: 'Use MESH_EXTERNAL or MESH_INTERNAL.',
      bad: serviceEntry(`{${DYNAMIC}, location: 2}`),
      good: GOOD_DYNAMIC,
    },
    ({ resolution, location }, at) => {
      if (resolution === 'DYNAMIC_DNS' && typeof location === 'number')
        at.say(`location must be MESH_EXTERNAL or MESH_INTERNAL, got ${location}`, 'location');
    },
  ),
  rule(
    'ServiceEntry',
    {
      id: 'dynamic-dns-waypoint',
      title: 'DYNAMIC_DNS in the mesh uses a waypoint',
      why: 'A waypoint knows the endpoints of services in the mesh, and here there are none.',
      fix: 'Use location MESH_EXTERNAL, or remove the label istio.io/use-waypoint.',
      bad: {
        ...serviceEntry(`{${DYNAMIC}, location: MESH_INTERNAL}`),
        metadata: `{labels: {${USE_WAYPOINT}: a}}`,
      },
      good: {
        ...serviceEntry(`{${DYNAMIC}, location: MESH_EXTERNAL}`),
        metadata: `{labels: {${USE_WAYPOINT}: a}}`,
      },
    },
    ({ resolution, location }, at) => {
      const waypoint = at.root.labels.get(USE_WAYPOINT) ?? '';
      if (
        resolution === 'DYNAMIC_DNS' &&
        location === 'MESH_INTERNAL' &&
        waypoint !== '' &&
        waypoint.toLowerCase() !== 'none'
      )
        at.say(
          `location must be MESH_EXTERNAL with the waypoint ${show(waypoint)}, got MESH_INTERNAL`,
          'location',
        );
    },
  ),
  rule(
    'ServiceEntry',
    {
      id: 'resolution-unknown',
      title: 'A service has an unknown resolution',
      why: 'Istio could not tell how to find its endpoints.',
      fix: 'Use NONE, STATIC, DNS, DNS_ROUND_ROBIN or DYNAMIC_DNS.',
      bad: entry('resolution: 9'),
      good: GOOD,
    },
    ({ resolution }, at) => {
      if (typeof resolution === 'number')
        at.say(`resolution must be a name, got ${resolution}`, 'resolution');
    },
  ),
  rule(
    'ServiceEntry',
    {
      id: 'hosts-of-tcp-port',
      title: 'Several hosts share a port whose protocol has no names',
      why: 'A proxy could not tell which of them a connection is for.',
      fix: 'Make a ServiceEntry for each host, or use HTTP or TLS.',
      bad: serviceEntry(
        '{hosts: [a.com, b.com], ports: [{number: 80, name: tcp, protocol: TCP}], resolution: DNS}',
      ),
      good: serviceEntry(`{hosts: [a.com, b.com], ${HTTP}, resolution: DNS}`),
    },
    ({ resolution, hosts, ports }, at) => {
      if (resolution === 'NONE' || hosts.length < 2) return;
      const i = ports.findIndex(({ protocol }) => !isHttp(protocol) && !isTls(protocol));
      if (i !== -1)
        at.say(
          `protocol must be HTTP or TLS with ${hosts.length} hosts, got ${show(ports[i]!.protocol)}`,
          'ports',
          i,
          'protocol',
        );
    },
  ),
];
