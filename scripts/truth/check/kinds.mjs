// The kinds of which the CRDs are in imports/.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { URL, fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const CRDS = fileURLToPath(new URL('../../../imports/crds', import.meta.url));

export function kinds() {
  return readdirSync(CRDS, { recursive: true })
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .flatMap((file) => {
      const { spec } = parse(readFileSync(join(CRDS, file), 'utf8'));
      return spec.versions.map(({ name, schema }) => ({
        file,
        apiVersion: `${spec.group}/${name}`,
        kind: spec.names.kind,
        schema: schema.openAPIV3Schema,
      }));
    });
}

/** Each rule, by kind and path: `HTTPRoute spec.rules.*: the message`. */
export function ruleNames() {
  const names = new Set();
  for (const { apiVersion, kind, schema } of kinds())
    visit(schema, ruleName.bind(null, apiVersion, kind), '', names);
  return names;
}

export function ruleName(apiVersion, kind, path, detail) {
  return `${apiVersion.split('/')[0]}/${kind} ${path.replace(/\[[^\]]*\]/g, '.*').replace(/^\./, '')}: ${detail}`;
}

function visit(schema, nameOf, path, names) {
  for (const { rule, message } of schema['x-kubernetes-validations'] ?? []) {
    if (!rule.includes('oldSelf')) names.add(nameOf(path, message.trim()));
  }
  for (const [name, child] of Object.entries(schema.properties ?? {})) {
    if (name !== 'status') visit(child, nameOf, `${path}.${name}`, names);
  }
  if (schema.items) visit(schema.items, nameOf, `${path}[]`, names);
  if (typeof schema.additionalProperties === 'object')
    visit(schema.additionalProperties, nameOf, `${path}[]`, names);
}
