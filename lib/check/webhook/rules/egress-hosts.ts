import { remove } from '../../edit';
import { show } from '../../finding';
import { sidecar } from '../examples';
import { rule } from '../rule';
import { fqdnProblem } from '../text/hosts';

const policy = (text: string) => sidecar(`{outboundTrafficPolicy: {${text}}}`);
const GOOD_PROXY = policy('mode: ALLOW_ANY, egressProxy: {host: a.com, port: {number: 80}}');

export const EGRESS_RULES = [
  rule(
    'IstioEgressListener',
    {
      id: 'egress-host-duplicate',
      severity: 'warning',
      title: 'A host of a Sidecar is there already',
      why: 'It was listed before, or "*" of its namespace includes it.',
      fix: 'Remove it.',
      isFixable: true,
      bad: sidecar('{egress: [{hosts: ["a/*", "a/b.com"]}]}'),
      good: sidecar('{egress: [{hosts: ["a/c.com", "a/b.com"]}]}'),
    },
    ({ hosts }, at) => {
      const seen = new Map<string, Set<string>>();
      for (const { i, text, namespace, host } of namespaced(hosts, at.root.namespace)) {
        const known = seen.get(namespace) ?? new Set();
        if (host === '*' ? known.size > 0 : known.has(host) || known.has('*'))
          at.mend(
            // A wildcard after one of its hosts is more than that host.
            known.has(host) || known.has('*') ? [remove(['hosts', i])] : [],
            `hosts must not repeat, got ${show(text)}`,
            'hosts',
            i,
          );
        seen.set(namespace, known.add(host));
      }
    },
  ),
  rule(
    'IstioEgressListener',
    {
      id: 'egress-everything-and-more',
      severity: 'warning',
      title: 'A Sidecar that sees everything lists more',
      why: '"*/*" is everything already.',
      fix: 'Keep "*/*" alone, or remove it.',
      bad: sidecar('{egress: [{hosts: ["*/*", "a/*"]}]}'),
      good: sidecar('{egress: [{hosts: ["*/*"]}]}'),
    },
    ({ hosts }, at) => {
      const all = [...namespaced(hosts, at.root.namespace)];
      const isEverything = all.some(({ namespace, host }) => namespace === '*' && host === '*');
      if (isEverything && all.some(({ namespace }) => namespace !== '*'))
        at.say(`hosts must be "*/*" alone or others, got ${show(hosts)}`, 'hosts');
    },
  ),
  rule(
    'OutboundTrafficPolicy',
    {
      id: 'egress-proxy-mode',
      title: 'An egress proxy is set, but unknown traffic is not allowed',
      why: 'The egress proxy takes the traffic to unknown hosts. Without mode that is REGISTRY_ONLY.',
      fix: 'Set mode: ALLOW_ANY.',
      bad: policy('egressProxy: {host: a.com, port: {number: 80}}'),
      good: GOOD_PROXY,
    },
    ({ mode, egressProxy }, at) => {
      if (egressProxy && mode !== 'ALLOW_ANY')
        at.say(`mode must be ALLOW_ANY beside egressProxy, got ${mode}`, 'mode');
    },
  ),
  rule(
    'OutboundTrafficPolicy',
    {
      id: 'egress-proxy-host',
      title: 'An egress proxy has no valid host',
      why: 'No service can have such a name.',
      fix: 'Use the full name of a service, without wildcard.',
      bad: policy('mode: ALLOW_ANY, egressProxy: {host: "*.a.com", port: {number: 80}}'),
      good: GOOD_PROXY,
    },
    ({ mode, egressProxy }, at) => {
      const problem = egressProxy && mode === 'ALLOW_ANY' ? fqdnProblem(egressProxy.host) : undefined;
      if (problem)
        at.say(
          `host must be a domain name, got ${show(egressProxy!.host)}, which ${problem}`,
          'egressProxy',
          'host',
        );
    },
  ),
  rule(
    'OutboundTrafficPolicy',
    {
      id: 'egress-proxy-port',
      title: 'An egress proxy has no port',
      why: 'Istio could not tell where to send the traffic.',
      fix: 'Add port: {number: …}.',
      bad: policy('mode: ALLOW_ANY, egressProxy: {host: a.com}'),
      good: GOOD_PROXY,
    },
    ({ mode, egressProxy }, at) => {
      if (egressProxy && mode === 'ALLOW_ANY' && !egressProxy.port)
        at.say('port must be set, got nothing', 'egressProxy');
    },
  ),
];

function* namespaced(
  hosts: readonly string[],
  own: string,
): Generator<{ i: number; text: string; namespace: string; host: string }> {
  for (const [i, text] of hosts.entries()) {
    const slash = text.indexOf('/');
    if (slash === -1 || text.startsWith('~')) continue;
    const namespace = text.slice(0, slash);
    yield { i, text, namespace: namespace === '.' ? own : namespace, host: text.slice(slash + 1) };
  }
}
