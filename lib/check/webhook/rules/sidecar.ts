import { show } from '../../finding';
import { sidecar } from '../examples';
import { rule } from '../rule';
import { isIpAddress, UNIX, unixAddressProblem } from '../text/addresses';
import { isDnsLabel } from '../text/labels';
import { isKnownProtocol, isPort, PROTOCOLS } from '../text/protocols';

const EGRESS = 'egress: [{hosts: ["./*"]}]';
const ingress = (text: string) => sidecar(`{ingress: [{${text}}]}`);
const egress = (text: string) => sidecar(`{egress: [{hosts: ["./*"], ${text}}]}`);
const GOOD_INGRESS = ingress(
  'port: {number: 80, protocol: HTTP, name: http}, defaultEndpoint: "127.0.0.1:8080"',
);
const GOOD_EGRESS = egress('port: {number: 80, protocol: HTTP, name: http}');

const LISTENERS = ['IstioIngressListener', 'IstioEgressListener'] as const;
export const SIDECAR_RULES = [
  rule(
    'Sidecar',
    {
      id: 'sidecar-empty',
      title: 'A Sidecar says nothing',
      why: 'Most likely its content is indented wrongly, or misspelt and dropped. The webhook looks no further then.',
      fix: 'Add egress, ingress, outboundTrafficPolicy or inboundConnectionPool.',
      bad: sidecar('{}'),
      good: sidecar(`{${EGRESS}}`),
    },
    ({ egress: outbound, ingress: inbound, outboundTrafficPolicy, inboundConnectionPool }, at) => {
      if (outbound.length + inbound.length > 0 || outboundTrafficPolicy || inboundConnectionPool) return;
      at.say('a Sidecar must have egress, ingress, outboundTrafficPolicy or inboundConnectionPool, got none');
      at.stop();
    },
  ),
  rule(
    'Sidecar',
    {
      id: 'listener-port-duplicate',
      title: 'Two listeners have the same port',
      why: 'Envoy listens on a port once; other addresses do not help.',
      fix: 'Give them different ports, or make one of them.',
      bad: sidecar('{ingress: [{port: {number: 80}}, {port: {number: 80}}]}'),
      good: sidecar('{ingress: [{port: {number: 80}}, {port: {number: 81}}]}'),
    },
    (one, at) => {
      for (const field of ['ingress', 'egress'] as const) {
        const ports = new Set<number>();
        one[field].forEach(({ port }, i) => {
          if (!port || (field === 'egress' && port.number === 0)) return;
          if (ports.has(port.number))
            at.say(`ports of listeners must be unique, got ${port.number} again`, field, i, 'port');
          ports.add(port.number);
        });
      }
    },
  ),
  rule(
    'Sidecar',
    {
      id: 'listener-socket-duplicate',
      title: 'Two listeners have the same socket file',
      why: 'Envoy listens on a file once.',
      fix: 'Give them different files.',
      bad: sidecar(`{egress: [${'{hosts: ["./*"], port: {number: 0}, bind: "unix:///a"}, '.repeat(2)}]}`),
      good: egress('port: {number: 0}, bind: "unix:///a"'),
    },
    ({ egress: listeners }, at) => {
      const files = new Set<string>();
      listeners.forEach(({ port, bind }, i) => {
        if (port?.number !== 0) return;
        if (files.has(bind))
          at.say(`socket files of listeners must be unique, got ${show(bind)} again`, 'egress', i, 'bind');
        files.add(bind);
      });
    },
  ),
  rule(
    'Sidecar',
    {
      id: 'egress-catch-all-not-last',
      title: 'An egress listener without port is not the last one',
      why: 'It takes all ports that no other listener has; what follows would never be asked.',
      fix: 'Move it to the end.',
      bad: sidecar('{egress: [{hosts: ["./*"]}, {hosts: ["./*"], port: {number: 80}}]}'),
      good: sidecar('{egress: [{hosts: ["./*"], port: {number: 80}}, {hosts: ["./*"]}]}'),
    },
    ({ egress: listeners }, at) => {
      listeners.forEach(({ port }, i) => {
        if (!port && i < listeners.length - 1)
          at.say('a listener without port must be the last one', 'egress', i);
      });
    },
  ),
  rule(
    'SidecarPort',
    {
      id: 'sidecar-port-name',
      title: 'A port of a Sidecar has no valid name',
      why: 'Names of ports are DNS labels.',
      fix: 'Use letters, digits and hyphens, or leave the name out.',
      bad: egress('port: {number: 80, name: a_b}'),
      good: GOOD_EGRESS,
    },
    ({ name }, at) => {
      if (name !== '' && !isDnsLabel(name))
        at.say(`name of a port must be a DNS label, got ${show(name)}`, 'name');
    },
  ),
  rule(
    'SidecarPort',
    {
      id: 'sidecar-protocol',
      title: 'A port of a Sidecar has an unknown protocol',
      why: 'Istio could not tell how to read what arrives.',
      fix: `Use ${PROTOCOLS}, or leave it out to find out by what is sent.`,
      bad: egress('port: {number: 80, protocol: WS}'),
      good: GOOD_EGRESS,
    },
    ({ protocol }, at) => {
      if (protocol !== '' && !isKnownProtocol(protocol))
        at.say(`protocol must be ${PROTOCOLS}, got ${show(protocol)}`, 'protocol');
    },
  ),
  rule(
    'SidecarPort',
    {
      id: 'sidecar-port-number',
      title: 'A port of a Sidecar is none',
      why: 'Ports go from 1 to 65535.',
      fix: 'Use a port from 1 to 65535 (0 only for egress on a socket file).',
      bad: ingress('port: {number: 0}'),
      good: GOOD_INGRESS,
    },
    ({ number }, at) => {
      if (!isPort(number) && (at.parent?.type === 'IstioIngressListener' || number !== 0))
        at.say(`number must be from 1 to 65535, got ${number}`, 'number');
    },
  ),
  rule(
    LISTENERS,
    {
      id: 'sidecar-bind',
      title: 'A listener has an address that is none',
      why: 'It binds to an IP address of the pod.',
      fix: 'Use an IP address, or leave it out.',
      bad: ingress('port: {number: 80}, bind: a.com'),
      good: ingress('port: {number: 80}, bind: 127.0.0.1'),
    },
    (listener, at) => {
      const { port, bind } = listener;
      const isLooked = port && ('defaultEndpoint' in listener || port.number !== 0);
      if (isLooked && bind !== '' && !isIpAddress(bind))
        at.say(`bind must be an IP address, got ${show(bind)}`, 'bind');
    },
  ),
  rule(
    'IstioEgressListener',
    {
      id: 'egress-port-zero',
      title: 'An egress listener has port 0 and no socket file',
      why: 'Port 0 means a socket file.',
      fix: 'Give a port number, or bind: unix:///path.',
      bad: egress('port: {number: 0}'),
      good: egress('port: {number: 0}, bind: "unix:///a"'),
    },
    ({ port, bind }, at) => {
      if (port?.number === 0 && !bind.startsWith(UNIX))
        at.say(`bind must be a socket file with port 0, got ${show(bind)}`, 'bind');
    },
  ),
  rule(
    LISTENERS,
    {
      id: 'sidecar-socket',
      title: 'A socket file of a Sidecar is none',
      why: 'Envoy needs the absolute path of a file, or a name that starts with @.',
      fix: 'Write unix:///path/to/file or unix://@name.',
      bad: ingress('port: {number: 80}, defaultEndpoint: "unix://a"'),
      good: ingress('port: {number: 80}, defaultEndpoint: "unix:///a"'),
    },
    (listener, at) => {
      const [field, address] =
        'defaultEndpoint' in listener
          ? (['defaultEndpoint', listener.defaultEndpoint] as const)
          : (['bind', listener.port?.number === 0 ? listener.bind : ''] as const);
      const problem = address.startsWith(UNIX) ? unixAddressProblem(address) : undefined;
      if (problem) at.say(`${field} must be a socket file, got ${show(address)}, which ${problem}`, field);
    },
  ),
  rule(
    'IstioEgressListener',
    {
      id: 'socket-capture-mode',
      title: 'Connections to a socket file are captured',
      why: 'Iptables redirect connections to ports, not to files.',
      fix: 'Use captureMode DEFAULT or NONE.',
      bad: egress('port: {number: 0}, bind: "unix:///a", captureMode: IPTABLES'),
      good: egress('port: {number: 0}, bind: "unix:///a", captureMode: NONE'),
    },
    ({ port, captureMode }, at) => {
      if (port?.number === 0 && captureMode !== 'DEFAULT' && captureMode !== 'NONE')
        at.say(`captureMode must be DEFAULT or NONE with port 0, got ${captureMode}`, 'captureMode');
    },
  ),
];
