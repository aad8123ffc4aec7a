import { show } from '../../finding';
import { server, sidecar } from '../examples';
import { rule, type Place } from '../rule';
import { isIpAddress } from '../text/addresses';
import { isPartialWildcard, wildcardDomainProblem } from '../text/hosts';
import { isDnsLabel } from '../text/labels';
import { isConvertedGateway } from './converted';

const PORT = 'port: {number: 80, name: http, protocol: HTTP}';
const GOOD = server(`${PORT}, hosts: [a.com]`);
const egress = (host: string) => sidecar(`{egress: [{hosts: ["${host}"]}]}`);

/** A host of a server or of a Sidecar, with its namespace or not. */
function* hostsOf({
  hosts,
}: {
  hosts: readonly string[];
}): Generator<{ i: number; text: string; namespace?: string; host: string }> {
  for (const [i, text] of hosts.entries()) {
    const slash = text.indexOf('/');
    if (slash === -1) yield { i, text, host: text };
    else yield { i, text, namespace: text.slice(0, slash), host: text.slice(slash + 1) };
  }
}

/** Of a host without namespace a Sidecar is told only that. */
function isHostLooked(at: Place, namespace: string | undefined): boolean {
  return at.type === 'Server' || namespace !== undefined;
}

export const LISTENER_HOST_RULES = [
  rule(
    'Server',
    {
      id: 'server-without-hosts',
      title: 'A server has no hosts',
      why: 'No VirtualService could be bound to it.',
      fix: 'Add hosts; "*" for all.',
      bad: server(PORT),
      good: GOOD,
    },
    ({ hosts }, at) => {
      if (hosts.length === 0) at.say('hosts of a server must have a host, got none');
    },
  ),
  rule(
    'IstioEgressListener',
    {
      id: 'egress-without-hosts',
      title: 'An egress listener has no hosts',
      why: 'It would lead nowhere.',
      fix: 'Add hosts, such as "./*" for the own namespace.',
      bad: sidecar('{egress: [{port: {number: 80}}]}'),
      good: egress('./*'),
    },
    ({ hosts }, at) => {
      if (hosts.length === 0) at.say('hosts of a listener must have a host, got none');
    },
  ),
  rule(
    'IstioEgressListener',
    {
      id: 'egress-host-without-namespace',
      title: 'A host of a Sidecar has no namespace',
      why: 'A Sidecar chooses from which namespaces it sees services.',
      fix: 'Write namespace/host: ./* for the own namespace, */* for all.',
      bad: egress('a.com'),
      good: egress('*/a.com'),
    },
    (listener, at) => {
      for (const { i, text, namespace } of hostsOf(listener))
        if (namespace === undefined) at.say(`a host must be namespace/host, got ${show(text)}`, 'hosts', i);
    },
  ),
  rule(
    ['Server', 'IstioEgressListener'],
    {
      id: 'namespaced-host-half-empty',
      title: 'Half of a host is missing',
      why: 'Before the slash is a namespace, behind it a host.',
      fix: 'Write namespace/host, such as ./a.com.',
      bad: server(`${PORT}, hosts: ["a/"]`),
      good: server(`${PORT}, hosts: ["a/b.com"]`),
    },
    (listener, at) => {
      for (const { i, text, namespace, host } of hostsOf(listener))
        if (namespace === '' || (namespace !== undefined && host === ''))
          at.say(`a host must be namespace/host, got ${show(text)}`, 'hosts', i);
    },
  ),
  rule(
    ['Server', 'IstioEgressListener'],
    {
      id: 'namespaced-host-namespace',
      title: 'The namespace of a host is none',
      why: 'No such namespace can exist.',
      fix: 'Use "." for the own namespace, "*" for all, or the name of a namespace ("~" for none: in a Sidecar).',
      bad: server(`${PORT}, hosts: ["~/b.com"]`),
      good: egress('~/*'),
    },
    (listener, at) => {
      const isNobodyFine = at.type === 'IstioEgressListener' || isConvertedGateway(at);
      for (const { i, text, namespace } of hostsOf(listener)) {
        if (namespace === undefined || namespace === '*' || namespace === '.' || isDnsLabel(namespace))
          continue;
        if (namespace !== '~' || !isNobodyFine)
          at.say(`the namespace of a host must be ".", "*" or a namespace, got ${show(text)}`, 'hosts', i);
      }
    },
  ),
  rule(
    ['Server', 'IstioEgressListener'],
    {
      id: 'short-host',
      title: 'A host is a short name',
      why: 'Short names are completed with the own namespace, and here the namespace stands before the slash.',
      fix: 'Write the full name, such as reviews.shop.svc.cluster.local.',
      isFixable: true,
      bad: server(`${PORT}, hosts: [reviews]`),
      good: GOOD,
    },
    (listener, at) => {
      for (const { i, text, namespace, host } of hostsOf(listener))
        if (isHostLooked(at, namespace) && host !== '*' && !host.includes('.'))
          at.say(`a host must have a dot, got ${show(text)}`, 'hosts', i);
    },
  ),
  rule(
    ['Server', 'IstioEgressListener'],
    {
      id: 'listener-host',
      title: 'A host of a server or Sidecar is no domain name',
      why: 'No request can be for such a host.',
      fix: 'Use a domain name, one that starts with *., or (on a Gateway) an IP address; without scheme and port.',
      bad: server(`${PORT}, hosts: ["a_b.com"]`),
      good: GOOD,
    },
    (listener, at) => {
      for (const { i, text, namespace, host } of hostsOf(listener)) {
        const problem = isHostLooked(at, namespace) ? wildcardDomainProblem(host) : undefined;
        if (problem && !(at.type === 'Server' && isIpAddress(host)))
          at.say(`a host must be a domain name, got ${show(text)}, which ${problem}`, 'hosts', i);
      }
    },
  ),
  rule(
    ['Server', 'IstioEgressListener'],
    {
      id: 'partial-wildcard-host',
      title: 'A wildcard stands for a part of a label',
      why: 'Envoy matches whole labels.',
      fix: 'Write *.a.com.',
      bad: server(`${PORT}, hosts: ["*a.com"]`),
      good: server(`${PORT}, hosts: ["*.a.com"]`),
    },
    (listener, at) => {
      for (const { i, text, namespace, host } of hostsOf(listener))
        if (isHostLooked(at, namespace) && isPartialWildcard(host))
          at.say(`a wildcard must stand for whole labels, got ${show(text)}`, 'hosts', i);
    },
  ),
];
