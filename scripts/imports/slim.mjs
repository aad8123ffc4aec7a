// Makes slim CustomResourceDefinitions: what types or judges an object stays, prose and older versions go.
import { parseAllDocuments, stringify } from 'yaml';

/** The slim files of the CRDs in the texts: their name and their content. */
export function slimFiles(texts, origin) {
  const documents = texts.flatMap((text) => parseAllDocuments(text)).map((document) => document.toJS());
  const crds = documents.filter((document) => document?.kind === 'CustomResourceDefinition').map(slimCrd);
  if (crds.length === 0) throw new Error('the sources must hold CustomResourceDefinitions, found none');
  return crds.map((crd) => {
    const [version] = crd.spec.versions;
    const header = `# ${crd.spec.names.kind} ${version.name} of ${origin}, without prose; made by npm run imports\n---\n`;
    // YAML 1.1 quotes what its parsers would take for something else ("off"); no anchors, so that files can be joined.
    const body = stringify(crd, { version: '1.1', lineWidth: 0, aliasDuplicateObjects: false });
    return { name: `${crd.spec.names.kind.toLowerCase()}.yaml`, content: header + body };
  });
}

function slimCrd({ apiVersion, kind, metadata, spec }) {
  const newest = spec.versions.filter(({ served }) => served).sort((a, b) => age(a.name) - age(b.name))[0];
  if (!newest) throw new Error(`${metadata.name} must serve a version, serves none`);
  const version = {
    ...newest,
    storage: true,
    schema: { openAPIV3Schema: slimSchema(newest.schema.openAPIV3Schema) },
  };
  delete version.additionalPrinterColumns;
  return { apiVersion, kind, metadata: { name: metadata.name }, spec: { ...spec, versions: [version] } };
}

/** The smaller the newer: v2, v1, v1beta2, v1beta1, v1alpha1. */
function age(version) {
  const [, major, stability, minor = '0'] = /^v(\d+)(?:(alpha|beta)(\d+))?$/.exec(version) ?? [];
  if (major === undefined) return Infinity;
  const maturity = { alpha: 2, beta: 1 }[stability] ?? 0;
  return maturity * 1_000_000 - Number(major) * 1_000 - Number(minor);
}

const SCHEMAS_BY_NAME = new Set(['properties', 'patternProperties', 'definitions']);
const LISTS_OF_SCHEMAS = new Set(['allOf', 'anyOf', 'oneOf']);
const SCHEMAS = new Set(['items', 'not', 'additionalProperties']);

/** A schema without descriptions. Follows what holds schemas only: a property may be called `description`. */
function slimSchema(schema) {
  if (typeof schema !== 'object') return schema; // additionalProperties: true
  const entries = Object.entries(schema).filter(([key]) => key !== 'description');
  return Object.fromEntries(entries.map(([key, inner]) => [key, slimKeyword(key, inner)]));
}

function slimKeyword(key, inner) {
  if (SCHEMAS.has(key)) return slimSchema(inner);
  if (LISTS_OF_SCHEMAS.has(key)) return inner.map(slimSchema);
  if (!SCHEMAS_BY_NAME.has(key)) return inner;
  return Object.fromEntries(Object.entries(inner).map(([name, schema]) => [name, slimSchema(schema)]));
}
