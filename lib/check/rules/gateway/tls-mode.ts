import { fieldsList, fieldsOf, isFields, textOf } from '../../../manifest/fields';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { gateway } from '../fixture';

const server = (tls: string): string =>
  gateway(
    'shop/edge',
    `{selector: {istio: ingressgateway}, servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [a.com], tls: ${tls}}]}`,
  );

export const gatewayTlsMode = rule({
  id: 'gateway-tls-mode',
  title: 'TLS at a gateway without a mode',
  severity: 'warning',
  why: 'No mode means PASSTHROUGH: the gateway shows no certificate and reads no requests, it passes connections on as they are.',
  fix: 'Write mode: SIMPLE and a credentialName, or mode: PASSTHROUGH if that is meant.',
  links: ['https://istio.io/latest/docs/reference/config/networking/gateway/#ServerTLSSettings-TLSmode'],
  // It knows by certificates that another mode was meant.
  yieldsTo: ['webhook-passthrough-with-certificates'],
  bad: server('{}'),
  good: server('{mode: PASSTHROUGH}'),
  check(mesh, reporter) {
    for (const { spec, document } of mesh.list(KIND.gateway)) {
      fieldsList(spec.servers).forEach(({ port, tls }, i) => {
        const protocol = textOf(fieldsOf(port).protocol)?.toUpperCase();
        if (!isFields(tls) || tls.mode !== undefined || (protocol !== 'HTTPS' && protocol !== 'TLS')) return;
        reporter.add(
          document,
          ['spec', 'servers', i, 'tls'],
          'mode must be written, got nothing, which is PASSTHROUGH',
        );
      });
    }
  },
});
