import { fieldsList, fieldsOf, textOf } from '../../../manifest/fields';
import { isGranted } from '../../../simulate/gateway-api/context';
import { isOwn } from '../../../simulate/gateway-api/gateways';
import { certificateProblem, secretsOf } from '../../mesh/certificate';
import { KIND } from '../../mesh/kinds';
import { isSlip } from '../../mesh/namespaces';
import { rule } from '../../rule';
import { kubernetesGateway, manifests, namespace, referenceGrant } from '../fixture';

const secure = (reference: string): string =>
  manifests(
    namespace('certs'),
    kubernetesGateway(
      'edge/public',
      `{gatewayClassName: istio, listeners: [{name: https, port: 443, protocol: HTTPS, tls: {certificateRefs: [{${reference}}]}}]}`,
    ),
  );

export const listenerCertificate = rule({
  id: 'listener-certificate',
  title: 'A listener without a certificate',
  severity: 'error',
  why: 'The listener is not programmed: nobody answers on it.',
  fix: 'Name a Secret of the Gateway’s namespace, or add a ReferenceGrant where it is.',
  links: ['https://gateway-api.sigs.k8s.io/guides/tls/'],
  bad: secure('name: cert, namespace: certs'),
  good: manifests(
    secure('name: cert, namespace: certs'),
    referenceGrant(
      'certs/a',
      '{from: [{group: gateway.networking.k8s.io, kind: Gateway, namespace: edge}], to: [{group: "", kind: Secret}]}',
    ),
  ),
  check(mesh, reporter) {
    for (const gateway of mesh.list(KIND.kubernetesGateway)) {
      if (!isOwn(mesh.catalog, gateway)) continue;
      fieldsList(gateway.spec.listeners).forEach(({ tls }, i) => {
        if (fieldsOf(tls).mode === 'Passthrough') return;
        fieldsList(fieldsOf(tls).certificateRefs).forEach((reference, j) => {
          const path = ['spec', 'listeners', i, 'tls', 'certificateRefs', j];
          const at = textOf(reference.namespace) ?? gateway.namespace;
          const name = textOf(reference.name) ?? '';
          const { group = '', kind = 'Secret' } = reference;
          if (group !== '' || kind !== 'Secret')
            reporter.add(
              gateway.document,
              path,
              `certificate must be a Secret, got ${String(textOf(kind))} of group ${String(textOf(group))}`,
            );
          else if (at !== gateway.namespace && !isGranted(mesh.catalog, gateway, KIND.secret, at, name))
            reporter.add(
              gateway.document,
              path,
              `namespace of the certificate must have a ReferenceGrant for Gateways of ${gateway.namespace}, got ${at} without`,
            );
          else {
            const secrets = secretsOf(mesh).filter((one) => one.namespace === at);
            const secret = mesh.find(KIND.secret, at, name);
            const problem = secret && certificateProblem(secret.document.object);
            const meant = secrets.find((one) => isSlip(one.name, name))?.name;
            if (problem !== undefined)
              reporter.add(
                gateway.document,
                path,
                `Secret ${at}/${name} must have a certificate and its key, got ${problem}`,
              );
            else if (secrets.some((one) => one.name === name)) return;
            else if (meant !== undefined)
              reporter.add(
                gateway.document,
                path,
                `certificate must be a Secret that exists, got ${name}; there is ${meant}`,
              );
            else reporter.outside(gateway.document, path, `Secret ${at}/${name}`);
          }
        });
      });
    }
  },
});
