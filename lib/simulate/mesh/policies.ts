import type { Catalog, GroupKind } from '../../manifest/catalog';
import { fieldsList, textOf, textsOf } from '../../manifest/fields';
import { objectRef } from '../explain/trace';
import type { Policy, SecurityMesh } from '../security/facts';
import { readSecurity, type Security } from '../security/security';
import { configsOf } from './config';
import type { MeshSettings } from './settings';

const security = (kind: string): GroupKind => ({ group: 'security.istio.io', kind });

/** The objects about security, oldest first. */
export function securityOf(catalog: Catalog, { fields, rootNamespace, trustDomain }: MeshSettings): Security {
  const list = (kind: string): readonly Policy[] =>
    configsOf(catalog, security(kind)).map(({ document, ...config }) => ({
      ...config,
      ref: () => objectRef(document),
    }));
  const mesh: SecurityMesh = {
    rootNamespace,
    trustDomain,
    trustDomainAliases: textsOf(fields.trustDomainAliases),
    extensionProviders: fieldsList(fields.extensionProviders).flatMap(({ name }) => textOf(name) ?? []),
  };
  return readSecurity(
    {
      peerAuthentications: list('PeerAuthentication'),
      requestAuthentications: list('RequestAuthentication'),
      authorizationPolicies: list('AuthorizationPolicy'),
    },
    mesh,
  );
}
