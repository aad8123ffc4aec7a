import { show } from '../../finding';
import { destinationRule, http, virtualService } from '../examples';
import { rule, type Place } from '../rule';
import { wildcardDomainProblem } from '../text/hosts';
import { isDnsLabel } from '../text/labels';
import { isPort } from '../text/protocols';
import { isConvertedRoute } from './converted';

const WEIGHTED = ['HTTPRouteDestination', 'RouteDestination'] as const;
const ROUTES = ['HTTPRoute', 'TLSRoute', 'TCPRoute'] as const;
const GOOD = http('route: [{destination: {host: reviews, subset: v1, port: {number: 9080}}, weight: 1}]');

/** Whether istiod asks about the destination. */
function isAsked(at: Place): boolean {
  const around = at.parent?.type;
  if (around === 'OutboundTrafficPolicy') return isEgressProxyAsked(at);
  return around === 'HTTPRoute' || around === 'HTTPMirrorPolicy' || !isConvertedRoute(at);
}

/** Of an egress proxy first other things have to be right. */
function isEgressProxyAsked({ parent, message }: Place): boolean {
  const { mode } = parent!.message as { mode: unknown };
  return mode === 'ALLOW_ANY' && (message as { port?: unknown }).port !== undefined;
}

export const DESTINATION_RULES = [
  rule(
    WEIGHTED,
    {
      id: 'destination-missing',
      title: 'A route has an entry without destination',
      why: 'Its share of the requests would go nowhere.',
      fix: 'Add destination.',
      bad: http('route: [{weight: 1}]'),
      good: GOOD,
    },
    ({ destination }, at) => {
      if (!destination) at.say('destination must be set, got nothing');
    },
  ),
  rule(
    'Destination',
    {
      id: 'destination-host',
      title: 'A destination has no valid host',
      why: 'No service can have such a name.',
      fix: 'Use the name of a Service or a host of a ServiceEntry; without scheme and port.',
      bad: http('route: [{destination: {host: "reviews:9080"}}]'),
      good: GOOD,
    },
    ({ host }, at) => {
      const problem = host === '*' ? 'is every host' : wildcardDomainProblem(host);
      if (problem && isAsked(at))
        at.say(`host must be a domain name, got ${show(host)}, which ${problem}`, 'host');
    },
  ),
  rule(
    'Destination',
    {
      id: 'destination-subset',
      title: 'A destination names no subset',
      why: 'No subset can have such a name.',
      fix: 'Use the name of a subset of a DestinationRule: letters, digits and hyphens, at most 63.',
      bad: http('route: [{destination: {host: reviews, subset: v1.2}}]'),
      good: GOOD,
    },
    ({ subset }, at) => {
      if (subset !== '' && !isDnsLabel(subset) && isAsked(at))
        at.say(`subset must be a DNS label, got ${show(subset)}`, 'subset');
    },
  ),
  rule(
    'Destination',
    {
      id: 'destination-port',
      title: 'A destination has no valid port',
      why: 'Ports go from 1 to 65535.',
      fix: 'Use the number of a port of the service, or leave port out.',
      bad: http('route: [{destination: {host: reviews, port: {number: 0}}}]'),
      good: GOOD,
    },
    ({ port }, at) => {
      if (port && !isPort(port.number) && isAsked(at))
        at.say(`port.number must be from 1 to 65535, got ${port.number}`, 'port', 'number');
    },
  ),
  rule(
    WEIGHTED,
    {
      id: 'weight-negative',
      title: 'A weight is negative',
      why: 'Weights are shares.',
      fix: 'Use 0 for no requests.',
      bad: http('route: [{destination: {host: a}, weight: -1}]'),
      good: GOOD,
    },
    ({ weight }, at) => {
      if (weight < 0) at.say(`weight must be at least 0, got ${weight}`, 'weight');
    },
  ),
  rule(
    ROUTES,
    {
      id: 'weights-all-zero',
      title: 'All weights of a route are zero',
      why: 'Nobody would get the requests. A weight that is not given is zero, if there is more than one destination.',
      fix: 'Give weights.',
      bad: http('route: [{destination: {host: a}}, {destination: {host: b}}]'),
      good: http('route: [{destination: {host: a}, weight: 9}, {destination: {host: b}, weight: 1}]'),
    },
    ({ route }, at) => {
      let total = 0;
      for (const { weight } of route) total = (total + weight) | 0; // 32 bits, as in istiod
      if (route.length > 1 && total === 0) at.say('the sum of the weights must not be 0', 'route');
    },
  ),
  rule(
    'Subset',
    {
      id: 'subset-name',
      title: 'A subset has no valid name',
      why: 'Routes could not name it.',
      fix: 'Use letters, digits and hyphens, at most 63.',
      bad: destinationRule('{host: a, subsets: [{name: v1.2, labels: {version: v1}}]}'),
      good: destinationRule('{host: a, subsets: [{name: v1-2, labels: {version: v1}}]}'),
    },
    ({ name }, at) => {
      if (!isDnsLabel(name)) at.say(`name of a subset must be a DNS label, got ${show(name)}`, 'name');
    },
  ),
  rule(
    ['TLSRoute', 'TCPRoute'],
    {
      id: 'stream-route-goes-nowhere',
      title: 'A route of connections has no destination',
      why: 'Connections that match it would be closed.',
      fix: 'Add route.',
      bad: virtualService('{hosts: [a.com], tcp: [{match: [{port: 80}]}]}'),
      good: virtualService('{hosts: [a.com], tcp: [{route: [{destination: {host: a.com}}]}]}'),
    },
    ({ route }, at) => {
      if (route.length === 0) at.say('route must have a destination, got none');
    },
  ),
];
