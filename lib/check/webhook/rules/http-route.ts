import { http, TO, virtualService } from '../examples';
import type { View } from '../proto/messages';
import { rule, type Place } from '../rule';

type HTTPRoute = View<'HTTPRoute'>;

const REDIRECT = 'redirect: {uri: /b}';
const RESPONSE = 'directResponse: {status: 503}';
const DELEGATE = 'delegate: {name: b}';
const FAULT = 'fault: {abort: {httpStatus: 503, percentage: {value: 1}}}';

function isDelegate(at: Place): boolean {
  const spec = at.root.spec as View<'VirtualService'>;
  return spec.hosts.length === 0;
}

/** Hands over to another VirtualService: then little is asked of the route. */
function isRoot(route: HTTPRoute, at: Place): boolean {
  return route.delegate !== undefined && !isDelegate(at);
}

const WHAT = { redirect: 'A redirect', directResponse: 'A direct response' } as const;
const WITH = {
  route: [
    'has a route as well',
    'The request is answered by the proxy itself, and reaches no destination.',
    TO,
  ],
  fault: ['has a fault as well', 'Faults are for requests that are forwarded.', FAULT],
  rewrite: ['has a rewrite as well', 'Nothing is forwarded that could be rewritten.', 'rewrite: {uri: /c}'],
} as const;

function clash(what: keyof typeof WHAT, other: keyof typeof WITH) {
  const [title, why, text] = WITH[other];
  const own = what === 'redirect' ? REDIRECT : RESPONSE;
  return rule(
    'HTTPRoute',
    {
      id: `${what === 'redirect' ? 'redirect' : 'direct-response'}-and-${other}`,
      title: `${WHAT[what]} ${title}`,
      why,
      fix: `Remove ${other} or ${what}, or make two routes of it.`,
      bad: http(`${own}, ${text}`),
      good: http(own),
    },
    (route, at) => {
      if (isRoot(route, at) || !route[what] || (what === 'directResponse' && route.redirect)) return;
      const isSet = other === 'route' ? route.route.length > 0 : route[other] !== undefined;
      if (isSet) at.say(`${other} must not be set beside ${what}`, other);
    },
  );
}

export const HTTP_ROUTE_RULES = [
  ...(['redirect', 'route'] as const).map((field) =>
    rule(
      'HTTPRoute',
      {
        id: `delegating-route-and-${field}`,
        title: `A route that delegates has a ${field}`,
        why: 'What happens to the request is said by the VirtualService that it is delegated to.',
        fix: `Remove ${field}, or move it to the delegate.`,
        bad: http(`${DELEGATE}, ${field === 'redirect' ? REDIRECT : TO}`),
        good: http(DELEGATE),
      },
      (route, at) => {
        const isSet = field === 'redirect' ? route.redirect !== undefined : route.route.length > 0;
        if (isRoot(route, at) && isSet) at.say(`${field} must not be set beside delegate`, field);
      },
    ),
  ),
  rule(
    'HTTPRoute',
    {
      id: 'delegate-delegates',
      title: 'A delegate delegates again',
      why: 'Istio follows one level of delegation.',
      fix: 'Name the last VirtualService where the first one delegates.',
      bad: virtualService(`{http: [{${DELEGATE}, ${TO}}]}`),
      good: virtualService(`{http: [{${TO}}]}`),
    },
    ({ delegate }, at) => {
      if (delegate && isDelegate(at))
        at.say('delegate must not be set in a VirtualService without hosts', 'delegate');
    },
  ),
  clash('redirect', 'route'),
  clash('redirect', 'fault'),
  clash('redirect', 'rewrite'),
  rule(
    'HTTPRoute',
    {
      id: 'redirect-and-direct-response',
      title: 'A route both redirects and answers',
      why: 'A request has one answer.',
      fix: 'Keep redirect or directResponse.',
      bad: http(`${REDIRECT}, ${RESPONSE}`),
      good: http(RESPONSE),
    },
    (route, at) => {
      if (!isRoot(route, at) && route.redirect && route.directResponse)
        at.say('directResponse must not be set beside redirect', 'directResponse');
    },
  ),
  clash('directResponse', 'route'),
  clash('directResponse', 'fault'),
  clash('directResponse', 'rewrite'),
  rule(
    'HTTPRoute',
    {
      id: 'route-goes-nowhere',
      title: 'A route says nothing about where requests go',
      why: 'Envoy has no answer for a request that matches it.',
      fix: 'Add route, redirect, directResponse or delegate.',
      bad: http('match: [{uri: {prefix: /a}}]'),
      good: http(`match: [{uri: {prefix: /a}}], ${TO}`),
    },
    (route, at) => {
      if (!isRoot(route, at) && !route.redirect && !route.directResponse && route.route.length === 0)
        at.say('route, redirect or directResponse must be set, got none');
    },
  ),
  rule(
    'HTTPRoute',
    {
      id: 'mirror-and-mirrors',
      title: 'A route has both mirror and mirrors',
      why: 'mirrors replaces mirror.',
      fix: 'Move the mirror into mirrors.',
      bad: http(`${TO}, mirror: {host: a.com}, mirrors: [{destination: {host: b.com}}]`),
      good: http(`${TO}, mirrors: [{destination: {host: a.com}}, {destination: {host: b.com}}]`),
    },
    (route, at) => {
      if (!isRoot(route, at) && route.mirror && route.mirrors.length > 0)
        at.say('mirror must not be set beside mirrors', 'mirror');
    },
  ),
];
