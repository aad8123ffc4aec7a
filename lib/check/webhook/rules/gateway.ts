import { show } from '../../finding';
import { gateway, server } from '../examples';
import type { View } from '../proto/messages';
import { rule } from '../rule';
import { isConvertedGateway } from './converted';
import { isIpAddress, UNIX, unixAddressProblem } from '../text/addresses';
import { isDnsLabel } from '../text/labels';
import { isHttp, isKnownProtocol, isPort, isTls, PROTOCOLS } from '../text/protocols';

const PORT = 'port: {number: 80, name: http, protocol: HTTP}';
const TLS_PORT = 'port: {number: 443, name: https, protocol: HTTPS}';
const GOOD = server(`${PORT}, hosts: [a.com]`);
function isPortFine({ port, bind }: View<'Server'>): boolean {
  if (!port || !isKnownProtocol(port.protocol) || port.targetPort > 0 || port.name === '') return false;
  return isPort(port.number) || (port.number === 0 && bind.startsWith(UNIX));
}

function isPassthrough({ mode }: View<'ServerTLSSettings'>): boolean {
  return mode === 'PASSTHROUGH' || mode === 'AUTO_PASSTHROUGH';
}

export const GATEWAY_RULES = [
  rule(
    'Gateway',
    {
      id: 'gateway-object-name',
      title: 'A Gateway has a dot in its name',
      why: 'VirtualServices name gateways as namespace/name or, formerly, as a host: dots would be ambiguous.',
      fix: 'Use letters, digits and hyphens, at most 63.',
      bad: { ...GOOD, metadata: '{name: a.b}' },
      good: GOOD,
    },
    (_, at) => {
      if (!isDnsLabel(at.root.name) && !isConvertedGateway(at))
        at.say(`name of a Gateway must be a DNS label, got ${show(at.root.name)}`);
    },
  ),
  rule(
    'Gateway',
    {
      id: 'gateway-without-servers',
      title: 'A Gateway has no servers',
      why: 'It would listen on no port.',
      fix: 'Add servers.',
      bad: gateway('{selector: {istio: ingressgateway}}'),
      good: GOOD,
    },
    ({ servers }, at) => {
      if (servers.length === 0) at.say('servers must have a server, got none');
    },
  ),
  rule(
    'Gateway',
    {
      id: 'server-port-name-duplicate',
      title: 'Two servers have the same port name',
      why: 'Istio names routes after the port: they would be mixed up.',
      fix: 'Rename one.',
      bad: gateway(`{servers: [{${PORT}, hosts: [a.com]}, {${PORT}, hosts: [b.com]}]}`),
      good: gateway(
        `{servers: [{${PORT}, hosts: [a.com]}, {port: {number: 80, name: http-b, protocol: HTTP}, hosts: [b.com]}]}`,
      ),
    },
    ({ servers }, at) => {
      const names = new Set<string>();
      servers.forEach(({ port }, i) => {
        if (!port) return;
        if (names.has(port.name))
          at.say(`names of ports must be unique, got ${show(port.name)} again`, 'servers', i, 'port', 'name');
        names.add(port.name);
      });
    },
  ),
  rule(
    'Server',
    {
      id: 'https-redirect-without-http',
      severity: 'warning',
      title: 'A port that speaks no HTTP redirects to HTTPS',
      why: 'Only HTTP can be redirected.',
      fix: 'Put httpsRedirect on the server of the HTTP port.',
      bad: server(`${TLS_PORT}, hosts: [a.com], tls: {httpsRedirect: true, mode: SIMPLE, credentialName: a}`),
      good: server(`${PORT}, hosts: [a.com], tls: {httpsRedirect: true}`),
    },
    ({ port, tls }, at) => {
      if (port && !isHttp(port.protocol) && tls?.httpsRedirect)
        at.say(`httpsRedirect must be on an HTTP port, got ${show(port.protocol)}`, 'tls', 'httpsRedirect');
    },
  ),
  rule(
    'Server',
    {
      id: 'server-without-port',
      title: 'A server has no port',
      why: 'It would listen nowhere.',
      fix: 'Add port.',
      bad: server('hosts: [a.com]'),
      good: GOOD,
    },
    ({ port }, at) => {
      if (!port) at.say('port must be set, got nothing');
    },
  ),
  rule(
    'Server',
    {
      id: 'server-protocol',
      title: 'A server has an unknown protocol',
      why: 'Istio could not tell how to read what arrives.',
      fix: `Use ${PROTOCOLS}.`,
      bad: server('port: {number: 80, name: a, protocol: WS}, hosts: [a.com]'),
      good: GOOD,
    },
    ({ port }, at) => {
      if (port && !isKnownProtocol(port.protocol))
        at.say(`protocol must be ${PROTOCOLS}, got ${show(port.protocol)}`, 'port', 'protocol');
    },
  ),
  rule(
    'Server',
    {
      id: 'server-port-number',
      title: 'A server has a port that is none',
      why: 'Ports go from 1 to 65535.',
      fix: 'Use a port from 1 to 65535.',
      bad: server('port: {number: 70000, name: a, protocol: HTTP}, hosts: [a.com]'),
      good: GOOD,
    },
    ({ port, bind }, at) => {
      if (port && (port.number > 0 || !bind.startsWith(UNIX)) && !isPort(port.number))
        at.say(`number must be from 1 to 65535, got ${port.number}`, 'port', 'number');
    },
  ),
  rule(
    ['Port', 'SidecarPort'],
    {
      id: 'target-port-without-effect',
      title: 'targetPort has no effect here',
      why: 'Gateways and sidecars listen on number itself.',
      fix: 'Remove targetPort, and set number to the port that is listened on.',
      bad: server('port: {number: 80, name: a, protocol: HTTP, targetPort: 8080}, hosts: [a.com]'),
      good: GOOD,
    },
    ({ targetPort }, at) => {
      if (targetPort > 0) at.say(`targetPort must not be set, got ${targetPort}`, 'targetPort');
    },
  ),
  rule(
    'Server',
    {
      id: 'server-port-name',
      title: 'A server has a port without a name',
      why: 'Istio names routes after the port.',
      fix: 'Name it.',
      bad: server('port: {number: 80, protocol: HTTP}, hosts: [a.com]'),
      good: GOOD,
    },
    ({ port }, at) => {
      if (port?.name === '') at.say('name of a port must be set, got nothing', 'port');
    },
  ),
  rule(
    'Server',
    {
      id: 'unix-bind-with-number',
      title: 'A server listens on a socket file, and has a port number',
      why: 'A file has no port.',
      fix: 'Set number to 0, or remove bind.',
      bad: server(`${PORT}, bind: "unix:///a", hosts: [a.com]`),
      good: server('port: {number: 0, name: http, protocol: HTTP}, bind: "unix:///a", hosts: [a.com]'),
    },
    ({ port, bind }, at) => {
      if (bind.startsWith(UNIX) && port && port.number !== 0)
        at.say(`number must be 0 beside a socket file, got ${port.number}`, 'port', 'number');
    },
  ),
  rule(
    'Server',
    {
      id: 'server-unix-bind',
      title: 'A server listens on a socket file that is none',
      why: 'Envoy needs the absolute path of a file, or a name that starts with @.',
      fix: 'Write unix:///path/to/file or unix://@name.',
      bad: server('port: {number: 0, name: http, protocol: HTTP}, bind: "unix://a/", hosts: [a.com]'),
      good: server('port: {number: 0, name: http, protocol: HTTP}, bind: "unix:///a", hosts: [a.com]'),
    },
    ({ bind }, at) => {
      const problem = bind.startsWith(UNIX) ? unixAddressProblem(bind) : undefined;
      if (problem) at.say(`bind must be a socket file, got ${show(bind)}, which ${problem}`, 'bind');
    },
  ),
  rule(
    'Server',
    {
      id: 'server-bind',
      title: 'A server listens on an address that is none',
      why: 'It binds to an IP address of the proxy.',
      fix: 'Use an IP address, or unix:// and a file, or leave it out.',
      bad: server(`${PORT}, bind: a.com, hosts: [a.com]`),
      good: server(`${PORT}, bind: 127.0.0.1, hosts: [a.com]`),
    },
    ({ bind }, at) => {
      if (bind !== '' && !bind.startsWith(UNIX) && !isIpAddress(bind))
        at.say(`bind must be an IP address, got ${show(bind)}`, 'bind');
    },
  ),
  rule(
    'Server',
    {
      id: 'server-tls-missing',
      title: 'A TLS port has no TLS settings',
      why: 'The gateway would have no certificate, and would not know to pass connections through.',
      fix: 'Add tls with a mode.',
      bad: server(`${TLS_PORT}, hosts: [a.com]`),
      good: server(`${TLS_PORT}, hosts: [a.com], tls: {mode: SIMPLE, credentialName: a}`),
    },
    (one, at) => {
      if (isPortFine(one) && isTls(one.port!.protocol) && !one.tls)
        at.say(`tls must be set on a port with protocol ${one.port!.protocol}, got nothing`);
    },
  ),
  rule(
    'Server',
    {
      id: 'server-tls-on-http',
      title: 'A plain HTTP port terminates TLS',
      why: 'The port would speak HTTP without TLS; only httpsRedirect has a meaning there.',
      fix: 'Use protocol HTTPS, or keep httpsRedirect alone.',
      bad: server(`${PORT}, hosts: [a.com], tls: {mode: SIMPLE, credentialName: a}`),
      good: server(`${PORT}, hosts: [a.com], tls: {httpsRedirect: true}`),
    },
    (one, at) => {
      if (!isPortFine(one) || !one.tls || !isHttp(one.port!.protocol)) return;
      const { caCertificates, privateKey, serverCertificate } = one.tls;
      if (!isPassthrough(one.tls) || caCertificates !== '' || privateKey !== '' || serverCertificate !== '')
        at.say(`tls must have httpsRedirect only on a port with protocol ${one.port!.protocol}`, 'tls');
    },
  ),
  rule(
    ['Server', 'IstioIngressListener'],
    {
      id: 'tls-on-plain-port',
      title: 'A port without TLS has TLS settings',
      why: 'Its protocol says that no TLS is spoken there.',
      fix: 'Use protocol HTTPS or TLS, or remove tls.',
      bad: server('port: {number: 80, name: a, protocol: TCP}, hosts: [a.com], tls: {}'),
      good: server('port: {number: 80, name: a, protocol: TCP}, hosts: [a.com]'),
    },
    (one, at) => {
      const { port, tls } = one;
      if (!port || !tls || isTls(port.protocol)) return;
      const isWrong = 'hosts' in one ? isPortFine(one) && !isHttp(port.protocol) : true;
      if (isWrong) at.say(`tls must not be set on a port with protocol ${show(port.protocol)}`, 'tls');
    },
  ),
];
