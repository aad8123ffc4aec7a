import type { KubeObject } from '../../manifest/document';
import { findCrd } from './crd';
import { UNKNOWN_FIELD, VERSION } from './kinds';
import type { SchemaNode } from './node';
import type { Violation } from './report';

const GUIDE = 'https://gateway-api.sigs.k8s.io/guides/getting-started/#installing-gateway-api';

/** Says so if the cluster lacks only the experimental channel of the Gateway API. */
export function withChannel(violation: Violation, { apiVersion, kind }: KubeObject): Violation {
  const isAboutChannel = violation.kind === UNKNOWN_FIELD || violation.kind === VERSION;
  if (!isAboutChannel || !apiVersion.startsWith('gateway.')) return violation;
  const found = findCrd(apiVersion, kind, 'experimental');
  const isThere =
    violation.kind === VERSION
      ? !('servedVersions' in found)
      : 'crd' in found && isKnown(found.crd.schema, violation.path);
  if (!isThere) return violation;
  // A field that the other channel has is not misspelt.
  const { edits, ...rest } = violation;
  return {
    ...rest,
    ...(edits && violation.kind === VERSION && { edits }),
    message: `${violation.message}; the experimental channel of the Gateway API has it`,
    fix: `Install the experimental channel, and check with it; or ${lowerFirst(violation.fix ?? violation.kind.fix)}`,
    links: [GUIDE],
  };
}

function isKnown(schema: SchemaNode, path: Violation['path']): boolean {
  let node: SchemaNode | undefined = schema;
  for (const step of path) node = typeof step === 'number' ? node?.items : node?.child(step);
  return node !== undefined;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
