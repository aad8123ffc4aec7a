import type { Document } from '../../../manifest/document';
import { fieldsList, fieldsOf, textMap, textOf } from '../../../manifest/fields';
import { isAssumedGateway } from '../../mesh/assumed-gateway';
import { certificateProblem, secretsOf } from '../../mesh/certificate';
import type { Mesh } from '../../mesh/mesh';
import { KIND } from '../../mesh/kinds';
import { isSlip } from '../../mesh/namespaces';
import { rule } from '../../rule';
import { app, gateway, manifests } from '../fixture';

const GATEWAY = gateway(
  'shop/public',
  '{selector: {app: public}, servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [a.com], tls: {mode: SIMPLE, credentialName: cert}}]}',
);
const secret = (namespace: string, data = '{tls.crt: YQ==, tls.key: YQ==}'): string =>
  `apiVersion: v1\nkind: Secret\nmetadata: {name: cert, namespace: ${namespace}}\ntype: kubernetes.io/tls\ndata: ${data}\n`;
const CERTIFICATE =
  'apiVersion: cert-manager.io/v1\nkind: Certificate\nmetadata: {name: public, namespace: edge}\nspec: {secretName: cert}\n';
const LINKS = ['https://istio.io/latest/docs/tasks/traffic-management/ingress/secure-ingress/'];

export const gatewayCredential = rule({
  id: 'gateway-credential',
  title: 'A certificate in another namespace than the gateway’s pods',
  severity: 'error',
  why: 'The proxy reads Secrets of its own namespace only: TLS handshakes fail.',
  fix: 'Put the Secret into the namespace of the gateway’s pods (not that of the Gateway).',
  upstream: ['IST0101'],
  links: LINKS,
  bad: manifests(app('edge/public'), GATEWAY, secret('shop')),
  good: manifests(app('edge/public'), GATEWAY, secret('edge')),
  check(mesh, reporter) {
    forEachCredential(mesh, (name, namespace, path, document) => {
      if (mesh.find(KIND.secret, namespace, name) || isIssued(mesh, namespace, name)) return;
      const secrets = secretsOf(mesh);
      const others = secrets.filter((one) => one.name === name);
      const meant = secrets.find((one) => one.namespace === namespace && isSlip(one.name, name));
      const message = `credentialName must be a Secret of namespace ${namespace}, got ${name}`;
      if (others.length > 0)
        reporter.add(document, path, `${message} of ${others.map((one) => one.namespace).join(', ')}`);
      else if (meant)
        reporter.add(document, path, `${message}; there is ${meant.name}`, { fix: `Write ${meant.name}.` });
      else
        reporter.outside(document, path, `Secret ${name} of namespace ${namespace}`, {
          upstream: ['IST0101'],
        });
    });
  },
});

export const gatewayCredentialInvalid = rule({
  id: 'gateway-credential-invalid',
  title: 'A Secret without a certificate',
  severity: 'error',
  why: 'The proxy has nothing to show: TLS handshakes fail.',
  fix: 'Put the certificate (PEM, in base64) and its key under tls.crt and tls.key, or cert and key.',
  upstream: ['IST0161'],
  links: LINKS,
  bad: manifests(app('edge/public'), GATEWAY, secret('edge')),
  good: manifests(app('edge/public'), GATEWAY, CERTIFICATE),
  check(mesh, reporter) {
    forEachCredential(mesh, (name, namespace, path, document) => {
      const found = mesh.catalog.find(KIND.secret, namespace, name);
      const problem = found && certificateProblem(found.object);
      if (problem !== undefined)
        reporter.add(
          document,
          path,
          `Secret ${namespace}/${name} must have a certificate and its key, got ${problem}`,
        );
    });
  },
});

function forEachCredential(
  mesh: Mesh,
  visit: (name: string, namespace: string, path: (string | number)[], document: Document) => void,
): void {
  for (const { spec, document } of mesh.list(KIND.gateway)) {
    const selector = textMap(spec.selector);
    const pods = new Set(
      mesh
        .workloads()
        .selected(selector)
        .map(({ namespace }) => namespace),
    );
    if (pods.size === 0 && (selector.size === 0 || isAssumedGateway(selector)))
      pods.add(mesh.settings.rootNamespace);
    fieldsList(spec.servers).forEach(({ tls }, i) => {
      const name = textOf(fieldsOf(tls).credentialName);
      for (const namespace of name ? pods : [])
        visit(
          ownName(name!, namespace),
          namespace,
          ['spec', 'servers', i, 'tls', 'credentialName'],
          document,
        );
    });
  }
}

/** A Secret may be named with the namespace of the proxy, which reads no other one. */
function ownName(name: string, namespace: string): string {
  return name.startsWith(`${namespace}/`) ? name.slice(namespace.length + 1) : name;
}

function isIssued(mesh: Mesh, namespace: string, name: string): boolean {
  return mesh
    .list(KIND.certificate)
    .some((one) => one.namespace === namespace && one.spec.secretName === name);
}
