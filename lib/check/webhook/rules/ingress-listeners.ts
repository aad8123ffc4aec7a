import { show } from '../../finding';
import { sidecar } from '../examples';
import type { View } from '../proto/messages';
import { rule } from '../rule';
import { splitHostPort, UNIX } from '../text/addresses';
import { isInteger } from '../text/hosts';
import { isHttp, isPort } from '../text/protocols';

const ingress = (text: string) => sidecar(`{ingress: [{${text}}]}`);
const GOOD_INGRESS = ingress(
  'port: {number: 80, protocol: HTTP, name: http}, defaultEndpoint: "127.0.0.1:8080"',
);

/** What the application may listen on. */
const LOOPBACK = ['', '127.0.0.1', '0.0.0.0', '::1', '::'];

/** The address of the application, if it is no socket file. */
function endpointOf({ defaultEndpoint }: View<'IstioIngressListener'>) {
  return defaultEndpoint === '' || defaultEndpoint.startsWith(UNIX)
    ? undefined
    : splitHostPort(defaultEndpoint);
}

export const INGRESS_LISTENER_RULES = [
  rule(
    'IstioIngressListener',
    {
      id: 'ingress-without-port',
      title: 'An ingress listener has no port',
      why: 'It would listen nowhere.',
      fix: 'Add port.',
      bad: ingress('defaultEndpoint: "127.0.0.1:8080"'),
      good: GOOD_INGRESS,
    },
    ({ port }, at) => {
      if (port) return;
      at.say('port must be set, got nothing');
      at.stop();
    },
  ),
  ...(
    [
      ['subjectAltNames', 'subject-alt-names', '[a]'],
      ['httpsRedirect', 'https-redirect', 'true'],
      ['credentialName', 'credential-name', 'a'],
      ['credentialNames', 'credential-names', '[a]'],
      ['tlsCertificates', 'tls-certificates', '[{serverCertificate: a, privateKey: b}]'],
    ] as const
  ).map(([field, id, example]) =>
    rule(
      'IstioIngressListener',
      {
        id: `sidecar-tls-${id}`,
        title: `TLS of a Sidecar has ${field}`,
        why: 'Only gateways can do it; a sidecar reads its certificate from files.',
        fix: `Remove ${field}.`,
        bad: ingress(
          `port: {number: 443, protocol: HTTPS}, tls: {mode: SIMPLE, serverCertificate: a, privateKey: b, ${field}: ${example}}`,
        ),
        good: ingress(
          'port: {number: 443, protocol: HTTPS}, tls: {mode: SIMPLE, serverCertificate: a, privateKey: b}',
        ),
      },
      ({ tls }, at) => {
        const value = tls?.[field];
        if (
          value === true ||
          (typeof value === 'object' && value.length > 0) ||
          (typeof value === 'string' && value !== '')
        )
          at.say(`${field} must not be set in a Sidecar, got ${show(value)}`, 'tls', field);
      },
    ),
  ),
  rule(
    'IstioIngressListener',
    {
      id: 'default-endpoint-form',
      title: 'defaultEndpoint is no address',
      why: 'The sidecar could not connect to the application.',
      fix: 'Write 127.0.0.1:8080, [::1]:8080, 0.0.0.0:8080, [::]:8080 or unix:///path.',
      bad: ingress('port: {number: 80}, defaultEndpoint: "127.0.0.1"'),
      good: GOOD_INGRESS,
    },
    (listener, at) => {
      const endpoint = endpointOf(listener);
      if (typeof endpoint === 'string')
        at.say(
          `defaultEndpoint must be address:port, got ${show(listener.defaultEndpoint)}, which ${endpoint}`,
          'defaultEndpoint',
        );
    },
  ),
  rule(
    'IstioIngressListener',
    {
      id: 'default-endpoint-host',
      title: 'defaultEndpoint is not the own pod',
      why: 'Ingress ends at the application beside the sidecar.',
      fix: 'Use 127.0.0.1, [::1], 0.0.0.0 or [::] (the address of the pod).',
      bad: ingress('port: {number: 80}, defaultEndpoint: "10.0.0.1:8080"'),
      good: GOOD_INGRESS,
    },
    (listener, at) => {
      const endpoint = endpointOf(listener);
      if (endpoint && typeof endpoint !== 'string' && !LOOPBACK.includes(endpoint.host))
        at.say(
          `the host of defaultEndpoint must be the own pod, got ${show(listener.defaultEndpoint)}`,
          'defaultEndpoint',
        );
    },
  ),
  rule(
    'IstioIngressListener',
    {
      id: 'default-endpoint-port',
      title: 'defaultEndpoint has no valid port',
      why: 'Ports go from 1 to 65535.',
      fix: 'Use a port from 1 to 65535.',
      bad: ingress('port: {number: 80}, defaultEndpoint: "127.0.0.1:http"'),
      good: GOOD_INGRESS,
    },
    (listener, at) => {
      const endpoint = endpointOf(listener);
      if (!endpoint) return;
      const port = typeof endpoint === 'string' ? '' : endpoint.port;
      if (!isInteger(port) || !isPort(Number(port)))
        at.say(
          `the port of defaultEndpoint must be from 1 to 65535, got ${show(listener.defaultEndpoint)}`,
          'defaultEndpoint',
        );
    },
  ),
  rule(
    'IstioIngressListener',
    {
      id: 'sidecar-tls-mode',
      title: 'TLS of a Sidecar has a mode for gateways',
      why: 'Mutual TLS of the mesh is said by a PeerAuthentication.',
      fix: 'Use SIMPLE or MUTUAL.',
      bad: ingress('port: {number: 443, protocol: HTTPS}, tls: {mode: ISTIO_MUTUAL}'),
      good: ingress(
        'port: {number: 443, protocol: HTTPS}, tls: {mode: SIMPLE, serverCertificate: a, privateKey: b}',
      ),
    },
    ({ tls }, at) => {
      if (tls?.mode === 'ISTIO_MUTUAL' || tls?.mode === 'AUTO_PASSTHROUGH')
        at.say(`mode must be SIMPLE or MUTUAL in a Sidecar, got ${tls.mode}`, 'tls', 'mode');
    },
  ),
  rule(
    'IstioIngressListener',
    {
      id: 'http-pool-on-other-port',
      severity: 'warning',
      title: 'Limits of HTTP are set for a port that speaks no HTTP',
      why: 'Only the limits of TCP apply there.',
      fix: 'Use protocol HTTP, or remove http from connectionPool.',
      bad: ingress('port: {number: 80, protocol: TCP}, connectionPool: {http: {maxRetries: 1}}'),
      good: ingress('port: {number: 80, protocol: HTTP}, connectionPool: {http: {maxRetries: 1}}'),
    },
    ({ port, connectionPool }, at) => {
      if (port && connectionPool?.http && !isHttp(port.protocol))
        at.say(
          `protocol must be HTTP for limits of HTTP, got ${show(port.protocol)}`,
          'connectionPool',
          'http',
        );
    },
  ),
];
