import { show } from '../../finding';
import { serviceEntry } from '../examples';
import type { View } from '../proto/messages';
import { rule, type Place } from '../rule';
import { isDnsLabel } from '../text/labels';
import { isHttp, isKnownProtocol, isPort, isTls, PROTOCOLS } from '../text/protocols';

type ServiceEntry = View<'ServiceEntry'>;

const HTTP = 'ports: [{number: 80, name: http, protocol: HTTP}]';
const GOOD = serviceEntry(`{hosts: [a.com], ${HTTP}, resolution: DNS}`);
const port = (text: string) => serviceEntry(`{hosts: [a.com], ports: [{${text}}], resolution: DNS}`);
const AUTO_ALLOCATION = 'networking.istio.io/enable-autoallocate-ip';

/** Whether istiod gives it an address of its own. */
function hasAutomaticAddress({ resolution }: ServiceEntry, { root }: Place): boolean {
  return resolution !== 'NONE' && root.labels.get(AUTO_ALLOCATION)?.toLowerCase() !== 'false';
}

export const SERVICE_PORT_RULES = [
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
