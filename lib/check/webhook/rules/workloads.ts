import { show } from '../../finding';
import { serviceEntry, workloadEntry } from '../examples';
import type { View } from '../proto/messages';
import { rule, type Place } from '../rule';
import { isIpAddress, UNIX, unixAddressProblem } from '../text/addresses';
import { fqdnProblem } from '../text/hosts';
import { isDnsLabel } from '../text/labels';
import { isPort } from '../text/protocols';

const GOOD = workloadEntry('{address: 10.0.0.1, ports: {http: 8080}}');
const endpoints = (text: string, resolution = 'STATIC') =>
  serviceEntry(
    `{hosts: [a.com], ports: [{number: 80, name: http, protocol: HTTP}], resolution: ${resolution}, endpoints: [{${text}}]}`,
  );

type Way = 'alone' | 'static' | 'dns';

/** How the webhook looks at a workload: alone, or as endpoint of a service. */
function wayOf({ parent }: Place): Way {
  if (!parent) return 'alone';
  return (parent.message as View<'ServiceEntry'>).resolution === 'STATIC' ? 'static' : 'dns';
}

export const WORKLOAD_RULES = [
  rule(
    'WorkloadEntry',
    {
      id: 'workload-address-missing',
      title: 'A workload has no address',
      why: 'Nobody could connect to it.',
      fix: 'Set address; or network, if it is reached through a gateway.',
      bad: workloadEntry('{labels: {app: a}}'),
      good: GOOD,
    },
    ({ address, network }, at) => {
      if (wayOf(at) === 'dns' || address !== '' || network !== '') return;
      at.say('address must be set, got nothing');
      at.stop();
    },
  ),
  rule(
    'WorkloadEntry',
    {
      id: 'workload-address-in-network',
      severity: 'warning',
      title: 'A workload has a network, and no address',
      why: 'It can be reached through the gateway of its network only.',
      fix: 'Set address, if it is reached directly.',
      bad: workloadEntry('{network: a}'),
      good: workloadEntry('{network: a, address: 10.0.0.1}'),
    },
    ({ address, network }, at) => {
      if (wayOf(at) !== 'dns' && address === '' && network !== '')
        at.say(`address must be set, got network ${show(network)} only`);
    },
  ),
  rule(
    'WorkloadEntry',
    {
      id: 'workload-socket',
      title: 'The socket file of a workload is none',
      why: 'Envoy needs the absolute path of a file, or a name that starts with @.',
      fix: 'Write unix:///path/to/file or unix://@name.',
      bad: workloadEntry('{address: "unix://a"}'),
      good: workloadEntry('{address: "unix:///a"}'),
    },
    ({ address }, at) => {
      const problem =
        wayOf(at) !== 'dns' && address.startsWith(UNIX) ? unixAddressProblem(address) : undefined;
      if (problem) at.say(`address must be a socket file, got ${show(address)}, which ${problem}`, 'address');
    },
  ),
  rule(
    'WorkloadEntry',
    {
      id: 'workload-socket-with-ports',
      title: 'A workload behind a socket file has ports',
      why: 'A file has no port.',
      fix: 'Remove ports.',
      bad: workloadEntry('{address: "unix:///a", ports: {http: 80}}'),
      good: workloadEntry('{address: "unix:///a"}'),
    },
    ({ address, ports }, at) => {
      if (wayOf(at) !== 'dns' && address.startsWith(UNIX) && ports.size > 0)
        at.say(`ports must not be set beside a socket file, got ${show([...ports.keys()])}`, 'ports');
    },
  ),
  rule(
    'WorkloadEntry',
    {
      id: 'workload-address',
      title: 'The address of a workload is none',
      why: 'Nobody can connect to it.',
      fix: 'Use an IP address; or a domain name, on a WorkloadEntry or with resolution DNS.',
      bad: endpoints('address: b.com'),
      good: endpoints('address: b.com', 'DNS'),
    },
    ({ address }, at) => {
      const way = wayOf(at);
      if (isIpAddress(address) || (way !== 'dns' && (address === '' || address.startsWith(UNIX)))) return;
      if (way === 'static' || fqdnProblem(address))
        at.say(
          `address must be an IP address${way === 'static' ? '' : ' or a domain name'}, got ${show(address)}`,
          'address',
        );
    },
  ),
  rule(
    'WorkloadEntry',
    {
      id: 'endpoint-port-unknown',
      title: 'An endpoint has a port that the service has not',
      why: 'Ports of endpoints are named after ports of the service.',
      fix: 'Use the name of a port of the ServiceEntry.',
      bad: endpoints('address: 10.0.0.1, ports: {grpc: 80}'),
      good: endpoints('address: 10.0.0.1, ports: {http: 80}'),
    },
    ({ ports }, at) => {
      if (wayOf(at) === 'alone') return;
      const service = at.parent!.message as View<'ServiceEntry'>;
      for (const name of ports.keys())
        if (!service.ports.some((port) => port.name === name))
          at.say(`a port must be one of the service, got ${show(name)}`, 'ports', name);
    },
  ),
  rule(
    'WorkloadEntry',
    {
      id: 'workload-port-name',
      title: 'A port of a workload has no valid name',
      why: 'Names of ports are DNS labels.',
      fix: 'Use letters, digits and hyphens, at most 63.',
      bad: workloadEntry('{address: 10.0.0.1, ports: {a_b: 80}}'),
      good: GOOD,
    },
    ({ ports }, at) => {
      for (const name of ports.keys())
        if (!isDnsLabel(name)) at.say(`name of a port must be a DNS label, got ${show(name)}`, 'ports', name);
    },
  ),
  rule(
    'WorkloadEntry',
    {
      id: 'workload-port-number',
      title: 'A port of a workload is none',
      why: 'Ports go from 1 to 65535.',
      fix: 'Use a port from 1 to 65535.',
      bad: workloadEntry('{address: 10.0.0.1, ports: {http: 70000}}'),
      good: GOOD,
    },
    ({ ports }, at) => {
      for (const [name, number] of ports)
        if (!isPort(number)) at.say(`a port must be from 1 to 65535, got ${number}`, 'ports', name);
    },
  ),
  rule(
    'WorkloadEntry',
    {
      id: 'socket-of-many-ports',
      title: 'An endpoint behind a socket file is for several ports',
      why: 'A file has no port: the service could have only one.',
      fix: 'Make a ServiceEntry with a single port.',
      bad: serviceEntry(
        '{hosts: [a.com], ports: [{number: 80, name: a, protocol: HTTP}, {number: 81, name: b, protocol: HTTP}], resolution: STATIC, endpoints: [{address: "unix:///a"}]}',
      ),
      good: endpoints('address: "unix:///a"'),
    },
    ({ address }, at) => {
      if (wayOf(at) !== 'static' || !address.startsWith(UNIX)) return;
      const names = new Set((at.parent!.message as View<'ServiceEntry'>).ports.map(({ name }) => name));
      if (names.size !== 1)
        at.say(`the service must have one port beside a socket file, got ${names.size}`, 'address');
    },
  ),
];
