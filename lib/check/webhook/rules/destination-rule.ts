import { show } from '../../finding';
import { destinationRule, policy } from '../examples';
import { rule } from '../rule';
import { inOtherCase } from './shared';
import { wildcardDomainProblem, fqdnProblem } from '../text/hosts';
import { isIpAddress } from '../text/addresses';
import { isPort } from '../text/protocols';

const LB = 'loadBalancer: {simple: RANDOM}';
const TUNNEL = 'tunnel: {targetHost: a.com, targetPort: 443}';
const SOME = policy(LB);

export const DESTINATION_RULE_RULES = [
  rule(
    'DestinationRule',
    {
      id: 'destination-rule-host',
      title: 'A DestinationRule is for no valid host',
      why: 'No service can have such a name.',
      fix: 'Use the name of a Service or a host of a ServiceEntry; without scheme and port.',
      bad: destinationRule('{host: "reviews:9080"}'),
      good: destinationRule('{host: reviews}'),
    },
    ({ host }, at) => {
      const problem = wildcardDomainProblem(host);
      if (problem) at.say(`host must be a domain name, got ${show(host)}, which ${problem}`, 'host');
    },
  ),
  rule(
    'DestinationRule',
    {
      id: 'subset-duplicate',
      title: 'Two subsets have the same name',
      why: 'A route could not tell them apart.',
      fix: 'Rename one, or merge them.',
      bad: destinationRule('{host: a, subsets: [{name: v1}, {name: v1}]}'),
      good: destinationRule('{host: a, subsets: [{name: v1}, {name: v2}]}'),
    },
    ({ subsets }, at) => {
      const names = new Set<string>();
      subsets.forEach(({ name }, i) => {
        if (names.has(name))
          at.say(`names of subsets must be unique, got ${show(name)} again`, 'subsets', i, 'name');
        names.add(name);
      });
    },
  ),
  rule(
    'TrafficPolicy',
    {
      id: 'traffic-policy-empty',
      title: 'A traffic policy says nothing',
      why: 'Most likely its content is indented wrongly, or misspelt and dropped.',
      fix: 'Add a field, or remove trafficPolicy.',
      bad: policy(''),
      good: SOME,
    },
    (traffic, at) => {
      const {
        outlierDetection,
        connectionPool,
        loadBalancer,
        tls,
        portLevelSettings,
        tunnel,
        proxyProtocol,
        retryBudget,
      } = traffic;
      const isSet =
        outlierDetection ?? connectionPool ?? loadBalancer ?? tls ?? tunnel ?? proxyProtocol ?? retryBudget;
      if (!isSet && portLevelSettings.length === 0)
        at.say(`${at.field} must have at least one field, got none`);
    },
  ),
  rule(
    'TrafficPolicy',
    {
      id: 'tunnel-and-proxy-protocol',
      title: 'Connections are both tunnelled and prefixed',
      why: 'Envoy wraps a connection in one way. The webhook looks at nothing else of the policy then.',
      fix: 'Keep tunnel or proxyProtocol.',
      bad: policy(`${TUNNEL}, proxyProtocol: {}`),
      good: policy('proxyProtocol: {}'),
    },
    ({ tunnel, proxyProtocol }, at) => {
      if (!tunnel || !proxyProtocol) return;
      at.say('tunnel must not be set beside proxyProtocol', 'tunnel');
      at.stop();
    },
  ),
  rule(
    'PortTrafficPolicy',
    {
      id: 'port-policy-without-port',
      title: 'A policy for a port names no port',
      why: 'Istio could not tell what it is for.',
      fix: 'Add port: {number: …}.',
      bad: policy(`portLevelSettings: [{${LB}}]`),
      good: policy(`portLevelSettings: [{port: {number: 80}, ${LB}}]`),
    },
    ({ port }, at) => {
      if (!port) at.say('port must be set, got nothing');
    },
  ),
  rule(
    'PortTrafficPolicy',
    {
      id: 'port-policy-empty',
      title: 'A policy for a port says nothing',
      why: 'Most likely its content is indented wrongly, or misspelt and dropped.',
      fix: 'Add loadBalancer, connectionPool, outlierDetection or tls.',
      bad: policy('portLevelSettings: [{port: {number: 80}}]'),
      good: policy(`portLevelSettings: [{port: {number: 80}, ${LB}}]`),
    },
    ({ outlierDetection, connectionPool, loadBalancer, tls }, at) => {
      if (!(outlierDetection ?? connectionPool ?? loadBalancer ?? tls))
        at.say('a policy for a port must have at least one field, got none');
    },
  ),
  rule(
    'TunnelSettings',
    {
      id: 'tunnel-protocol',
      title: 'A tunnel has an unknown protocol',
      why: 'Envoy tunnels by CONNECT or POST.',
      fix: 'Use CONNECT or POST, in upper case.',
      isFixable: true,
      bad: policy('tunnel: {protocol: connect, targetHost: a.com, targetPort: 443}'),
      good: policy(TUNNEL),
    },
    ({ protocol }, at) => {
      if (!['', 'CONNECT', 'POST'].includes(protocol))
        at.mend(
          inOtherCase(['protocol'], protocol, ['CONNECT', 'POST']),
          `protocol must be CONNECT or POST, got ${show(protocol)}`,
          'protocol',
        );
    },
  ),
  rule(
    'TunnelSettings',
    {
      id: 'tunnel-target-host',
      title: 'A tunnel leads to no valid host',
      why: 'The proxy at its start could not connect to it.',
      fix: 'Use a domain name or an IP address.',
      bad: policy('tunnel: {targetHost: "*.com", targetPort: 443}'),
      good: policy(TUNNEL),
    },
    ({ targetHost }, at) => {
      if (fqdnProblem(targetHost) && !isIpAddress(targetHost))
        at.say(`targetHost must be a domain name or IP address, got ${show(targetHost)}`, 'targetHost');
    },
  ),
  rule(
    'TunnelSettings',
    {
      id: 'tunnel-target-port',
      title: 'A tunnel leads to no valid port',
      why: 'Ports go from 1 to 65535.',
      fix: 'Use a port from 1 to 65535.',
      bad: policy('tunnel: {targetHost: a.com, targetPort: 0}'),
      good: policy(TUNNEL),
    },
    ({ targetPort }, at) => {
      if (!isPort(targetPort)) at.say(`targetPort must be from 1 to 65535, got ${targetPort}`, 'targetPort');
    },
  ),
  rule(
    'ProxyProtocol',
    {
      id: 'proxy-protocol-version',
      title: 'There is no such version of the PROXY protocol',
      why: 'Envoy speaks versions 1 and 2.',
      fix: 'Use V1 or V2.',
      bad: policy('proxyProtocol: {version: 2}'),
      good: policy('proxyProtocol: {version: V2}'),
    },
    ({ version }, at) => {
      if (typeof version === 'number') at.say(`version must be V1 or V2, got ${version}`, 'version');
    },
  ),
];
