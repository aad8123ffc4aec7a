import { fieldsList, fieldsOf, textMap, textOf } from '../../../manifest/fields';
import type { Config } from '../../../simulate/mesh/config';
import { selects } from '../../../simulate/mesh/labels';
import { KIND } from '../../mesh/kinds';
import { push } from '../../mesh/workloads';
import { someNames } from '../../mesh/names';
import { rule } from '../../rule';
import { gateway, manifests } from '../fixture';

const secure = (name: string, credential: string): string =>
  gateway(
    `edge/${name}`,
    `{selector: {istio: ingressgateway}, servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [${name}.com], tls: {mode: SIMPLE, credentialName: ${credential}}}]}`,
  );

export const duplicateCertificate = rule({
  id: 'gateway-duplicate-certificate',
  title: 'One certificate for two Gateways',
  severity: 'warning',
  why: 'Browsers reuse a connection for all hosts of its certificate (HTTP/2): requests for one Gateway’s host come through the other one, and get 404.',
  fix: 'Put the servers into one Gateway, or use a certificate for each.',
  upstream: ['IST0138'],
  links: [
    'https://istio.io/latest/docs/ops/common-problems/network-issues/#404-errors-occur-when-multiple-gateways-configured-with-same-tls-certificate',
  ],
  bad: manifests(secure('a', 'cert'), secure('b', 'cert')),
  good: manifests(secure('a', 'cert-a'), secure('b', 'cert-b')),
  check(mesh, reporter) {
    const byCertificate = new Map<string, Config[]>();
    for (const config of mesh.list(KIND.gateway)) {
      for (const key of new Set(certificatesOf(config).map(([key]) => key))) push(byCertificate, key, config);
    }
    for (const config of mesh.list(KIND.gateway)) {
      const selector = textMap(config.spec.selector);
      for (const [key, i] of certificatesOf(config)) {
        // Istio asks whether this one's labels are among the other's.
        const others = (byCertificate.get(key) ?? []).filter(
          (one) => one !== config && selects(selector, textMap(one.spec.selector)),
        );
        if (others.length === 0) continue;
        const names = someNames(others);
        reporter.add(
          config.document,
          ['spec', 'servers', i, 'tls'],
          `certificate must be that of one Gateway, got ${key}, which ${names} has, too`,
        );
      }
    }
  },
});

function certificatesOf({ spec }: Config): readonly (readonly [string, number])[] {
  return fieldsList(spec.servers).flatMap(({ tls }, i) => {
    const { credentialName, serverCertificate, privateKey } = fieldsOf(tls);
    const key =
      textOf(credentialName) ||
      (textOf(serverCertificate) &&
        textOf(privateKey) &&
        `${textOf(serverCertificate)} ${textOf(privateKey)}`);
    return key ? [[key, i] as const] : [];
  });
}
