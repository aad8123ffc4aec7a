import { show } from '../../finding';
import { TO, virtualService } from '../examples';
import type { View } from '../proto/messages';
import { rule, type Place } from '../rule';
import { isIpAddress, isIpOrCidr } from '../text/addresses';
import { generatedSniProblem, hostIsWithin, wildcardDomainProblem } from '../text/hosts';

const GOOD = virtualService(`{hosts: ["*.a.com"], tls: [{match: [{sniHosts: [b.a.com]}], ${TO}}]}`);
const withMatch = (match: string) =>
  virtualService(`{hosts: ["*.a.com"], tls: [{match: [{${match}}], ${TO}}]}`);

function virtualServiceOf({ root }: Place): View<'VirtualService'> {
  return root.spec as View<'VirtualService'>;
}

function sniProblem(sni: string, { gateways }: View<'VirtualService'>): string | undefined {
  const isGenerated =
    !gateways.includes('mesh') && sni.startsWith('outbound_') && Buffer.byteLength(sni) <= 255;
  return isGenerated ? generatedSniProblem(sni) : wildcardDomainProblem(sni);
}

export const STREAM_MATCH_RULES = [
  rule(
    'TLSRoute',
    {
      id: 'tls-route-without-match',
      title: 'A TLS route has no match',
      why: 'TLS routes are told apart by the name that the client asks for.',
      fix: 'Add match with sniHosts.',
      bad: virtualService(`{hosts: [a.com], tls: [{${TO}}]}`),
      good: GOOD,
    },
    ({ match }, at) => {
      if (match.length === 0) at.say('match of a TLS route must be given, got none');
    },
  ),
  rule(
    'TLSMatchAttributes',
    {
      id: 'sni-missing',
      title: 'A TLS match names no host',
      why: 'TLS routes are told apart by the name that the client asks for.',
      fix: 'Add sniHosts.',
      bad: withMatch('port: 443'),
      good: GOOD,
    },
    ({ sniHosts }, at) => {
      if (sniHosts.length === 0) at.say('sniHosts must have a host, got none');
    },
  ),
  rule(
    'TLSMatchAttributes',
    {
      id: 'sni-host',
      title: 'An SNI host is no domain name',
      why: 'No client can ask for it.',
      fix: 'Use a domain name, or one that starts with *.',
      bad: withMatch('sniHosts: [a_b.a.com]'),
      good: GOOD,
    },
    ({ sniHosts }, at) => {
      sniHosts.forEach((sni, i) => {
        const problem = sniProblem(sni, virtualServiceOf(at));
        if (problem && !isIpAddress(sni))
          at.say(`an SNI host must be a domain name, got ${show(sni)}, which ${problem}`, 'sniHosts', i);
      });
    },
  ),
  rule(
    'TLSMatchAttributes',
    {
      id: 'sni-address',
      severity: 'warning',
      title: 'An SNI host is an IP address',
      why: 'The standard allows names only, and most clients send no address.',
      fix: 'Use a domain name, or a TCP route with destinationSubnets.',
      bad: virtualService(`{hosts: [10.0.0.1], tls: [{match: [{sniHosts: [10.0.0.1]}], ${TO}}]}`),
      good: GOOD,
    },
    ({ sniHosts }, at) => {
      sniHosts.forEach((sni, i) => {
        if (sniProblem(sni, virtualServiceOf(at)) && isIpAddress(sni))
          at.say(`an SNI host must be a name, got the address ${show(sni)}`, 'sniHosts', i);
      });
    },
  ),
  rule(
    'TLSMatchAttributes',
    {
      id: 'sni-outside-hosts',
      title: 'An SNI host is none of the hosts',
      why: 'The VirtualService gets connections for its hosts only, so the match would never be true.',
      fix: 'Add it to hosts, or match a host that is there.',
      bad: withMatch('sniHosts: [b.com]'),
      good: GOOD,
    },
    ({ sniHosts }, at) => {
      const virtual = virtualServiceOf(at);
      sniHosts.forEach((sni, i) => {
        if (sniProblem(sni, virtual) === undefined && !virtual.hosts.some((host) => hostIsWithin(sni, host)))
          at.say(
            `an SNI host must be within the hosts ${show(virtual.hosts)}, got ${show(sni)}`,
            'sniHosts',
            i,
          );
      });
    },
  ),
  rule(
    ['TLSMatchAttributes', 'L4MatchAttributes'],
    {
      id: 'destination-subnet',
      title: 'A subnet is none',
      why: 'It is compared with the address that the client connects to.',
      fix: 'Use an IP address, or a range such as 10.0.0.0/8.',
      bad: virtualService(`{hosts: [a.com], tcp: [{match: [{destinationSubnets: [10.0.0/8]}], ${TO}}]}`),
      good: virtualService(`{hosts: [a.com], tcp: [{match: [{destinationSubnets: [10.0.0.0/8]}], ${TO}}]}`),
    },
    ({ destinationSubnets }, at) => {
      destinationSubnets.forEach((subnet, i) => {
        if (!isIpOrCidr(subnet))
          at.say(`a subnet must be an IP address or range, got ${show(subnet)}`, 'destinationSubnets', i);
      });
    },
  ),
];
