import { show } from '../../finding';
import { serviceEntry } from '../examples';
import type { View } from '../proto/messages';
import { rule } from '../rule';
import { isIpOrCidr } from '../text/addresses';
import { fqdnProblem, isPartialWildcard, wildcardDomainProblem } from '../text/hosts';
import { isTcp } from '../text/protocols';

type ServiceEntry = View<'ServiceEntry'>;

const HTTP = 'ports: [{number: 80, name: http, protocol: HTTP}]';
const entry = (text: string) => serviceEntry(`{hosts: [a.com], ${HTTP}, ${text}}`);
const GOOD = entry('resolution: DNS');

function isDns({ resolution }: ServiceEntry): boolean {
  return resolution === 'DNS' || resolution === 'DNS_ROUND_ROBIN';
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
];
