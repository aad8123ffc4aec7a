import { fieldsOf, listOf, type Fields } from '../../manifest/fields';

const UNIQUE_NAMES = {
  message: 'Rule name must be unique within the route',
  rule: 'self.all(l1, !has(l1.name) || self.exists_one(l2, has(l2.name) && l1.name == l2.name))',
};

/** How TCPRoute and UDPRoute were as v1alpha2: up to 16 rules, of different names. Takes and gives the schema of the object. */
export function alphaRoute(schema: Fields): Fields {
  return withSpec(schema, (spec) => {
    const rules = { ...field(spec, 'rules'), maxItems: 16, 'x-kubernetes-validations': [UNIQUE_NAMES] };
    return { ...spec, properties: { ...fieldsOf(spec.properties), rules } };
  });
}

/** The same for TLSRoute, which also did without hostnames, and took any. */
export function alphaTlsRoute(schema: Fields): Fields {
  return withSpec(alphaRoute(schema), (spec) => {
    const hostnames = { ...field(spec, 'hostnames'), minItems: 0, 'x-kubernetes-validations': [] };
    const required = listOf(spec.required).filter((name) => name !== 'hostnames');
    return { ...spec, required, properties: { ...fieldsOf(spec.properties), hostnames } };
  });
}

function withSpec(schema: Fields, change: (spec: Fields) => Fields): Fields {
  return {
    ...schema,
    properties: { ...fieldsOf(schema.properties), spec: change(field(schema, 'spec')) },
  };
}

function field(schema: Fields, name: string): Fields {
  return fieldsOf(fieldsOf(schema.properties)[name]);
}
