import { show } from '../../finding';
import { serviceEntry } from '../examples';
import { rule } from '../rule';
import { isWildcard } from '../text/hosts';

const HTTP = 'ports: [{number: 80, name: http, protocol: HTTP}]';
const DYNAMIC = `hosts: ["*.a.com"], ${HTTP}, resolution: DYNAMIC_DNS`;
const GOOD_DYNAMIC = serviceEntry(`{${DYNAMIC}}`);
const USE_WAYPOINT = 'istio.io/use-waypoint';

export const DYNAMIC_DNS_RULES = [
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
];
