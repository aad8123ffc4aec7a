import { X509Certificate } from 'node:crypto';
import { fieldsOf, textOf, type Fields } from '../../manifest/fields';
import { KIND } from './kinds';
import type { Mesh } from './mesh';

const PAIRS = [
  ['cert', 'key'],
  ['tls.crt', 'tls.key'],
] as const;

/** What is wrong with a Secret that a gateway should show. Nothing if it can. */
export function certificateProblem({ data, stringData }: Fields): string | undefined {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(fieldsOf(data)))
    texts.set(key, Buffer.from(textOf(value) ?? '', 'base64').toString());
  for (const [key, value] of Object.entries(fieldsOf(stringData))) texts.set(key, textOf(value) ?? '');
  const pair = PAIRS.find(([certificate, key]) => texts.get(certificate) && texts.get(key));
  if (!pair) return [...texts.keys()].join(', ') || 'nothing';
  return problemOf(texts.get(pair[0])!, pair[0]);
}

function problemOf(text: string, field: string): string | undefined {
  try {
    const { validFrom, validTo } = new X509Certificate(text);
    const now = Date.now();
    const isValid = now >= Date.parse(validFrom) && now <= Date.parse(validTo);
    return isValid ? undefined : `one for ${validFrom} to ${validTo}`;
  } catch {
    return `something else under ${field}`;
  }
}

/** Secrets: those that are declared, and those that cert-manager makes. */
export function secretsOf(mesh: Mesh): readonly { readonly namespace: string; readonly name: string }[] {
  const issued = mesh
    .list(KIND.certificate)
    .flatMap(({ namespace, spec }) => ({ namespace, name: textOf(spec.secretName) ?? '' }));
  return [...mesh.list(KIND.secret), ...issued];
}
