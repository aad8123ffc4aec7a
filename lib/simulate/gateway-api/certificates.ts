import type { Catalog, GroupKind } from '../../manifest/catalog';
import { fieldsList, fieldsOf, isFields, textOf, type Fields } from '../../manifest/fields';
import type { Config } from '../mesh/config';
import { isGranted } from './context';

export const TERMINATE_MODE = 'gateway.istio.io/tls-terminate-mode';

const SECRET: GroupKind = { group: '', kind: 'Secret' };
/** Makes Secrets in the cluster. */
const CERTIFICATE: GroupKind = { group: 'cert-manager.io', kind: 'Certificate' };

/**
 * Whether a listener has what it needs for TLS. One whose certificates are all missing is not programmed, as if it were
 * not there.
 */
export function hasCertificate(catalog: Catalog, gateway: Config, { tls }: Fields): boolean {
  if (!isFields(tls) || tls.mode === 'Passthrough') return true;
  const mode = textOf(fieldsOf(tls.options)[TERMINATE_MODE]);
  if (mode === 'ISTIO_SIMPLE' || mode === 'ISTIO_MUTUAL') return true; // the mesh's own certificate
  const references = fieldsList(tls.certificateRefs);
  return references.length <= 2 && references.some((reference) => isUsable(catalog, gateway, reference));
}

function isUsable(catalog: Catalog, gateway: Config, reference: Fields): boolean {
  const { group = '', kind = 'Secret' } = reference;
  if (group !== '' || kind !== 'Secret') return false;
  const name = textOf(reference.name) ?? '';
  const namespace = textOf(reference.namespace) ?? gateway.namespace;
  const isAllowed = namespace === gateway.namespace || isGranted(catalog, gateway, SECRET, namespace, name);
  return isAllowed && isThere(catalog, namespace, name);
}

function isThere(catalog: Catalog, namespace: string, name: string): boolean {
  const secret = catalog.find(SECRET, namespace, name)?.object;
  if (secret) {
    const parts = { ...fieldsOf(secret.data), ...fieldsOf(secret.stringData) };
    return Boolean(textOf(parts['tls.crt']) && textOf(parts['tls.key']));
  }
  return catalog
    .list(CERTIFICATE)
    .some(
      ({ object: { metadata, spec } }) =>
        (metadata.namespace ?? 'default') === namespace && fieldsOf(spec).secretName === name,
    );
}
