import {
  fieldsOf,
  fieldsList,
  textOf,
  textsOf,
  booleanOf,
  optionalFields,
  isFields,
  type Fields,
} from '../../manifest/fields';
import type { Catalog } from '../../manifest/catalog';
import { parseDocument } from '../../manifest/parse';
import { KINDS } from './config';

/** What the MeshConfig says, with Istio's defaults. */
export interface MeshSettings {
  readonly rootNamespace: string;
  readonly domain: string;
  readonly trustDomain: string;
  readonly allowAny: boolean;
  readonly autoMtls: boolean;
  readonly localityEnabled: boolean;
  readonly locality: Fields;
  readonly defaultRetries: Fields | undefined;
  readonly exportTo: {
    readonly service: ReadonlySet<string>;
    readonly virtualService: ReadonlySet<string>;
    readonly destinationRule: ReadonlySet<string>;
  };
  readonly pathNormalization: string;
  readonly connectTimeout: string;
  /** All of it. */
  readonly fields: Fields;
}

/**
 * The MeshConfig given, over the one in a ConfigMap `istio` of the manifests. What is in neither is Istio's default.
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export function meshSettings(catalog: Catalog, given: Fields = {}): MeshSettings {
  const fields = { ...fromConfigMap(catalog), ...given };
  const locality = fieldsOf(fields.localityLbSetting);
  const names = (list: unknown): ReadonlySet<string> => new Set(Array.isArray(list) ? textsOf(list) : ['*']);
  return {
    rootNamespace: textOf(fields.rootNamespace) ?? 'istio-system',
    domain: 'cluster.local',
    trustDomain: textOf(fields.trustDomain) ?? 'cluster.local',
    allowAny: (textOf(fieldsOf(fields.outboundTrafficPolicy).mode) ?? 'ALLOW_ANY') !== 'REGISTRY_ONLY',
    autoMtls: booleanOf(fields.enableAutoMtls) ?? true,
    localityEnabled: booleanOf(locality.enabled) ?? true,
    locality,
    defaultRetries: optionalFields(fields.defaultHttpRetryPolicy),
    exportTo: {
      service: names(fields.defaultServiceExportTo),
      virtualService: names(fields.defaultVirtualServiceExportTo),
      destinationRule: names(fields.defaultDestinationRuleExportTo),
    },
    pathNormalization: textOf(fieldsOf(fields.pathNormalization).normalization) ?? 'BASE',
    connectTimeout: textOf(fields.connectTimeout) ?? '10s',
    fields,
  };
}

function fromConfigMap(catalog: Catalog): Fields {
  const map = catalog.list(KINDS.configMap).find(({ object }) => object.metadata.name === 'istio');
  const text = textOf(fieldsOf(map?.object.data).mesh);
  if (text === undefined) return {};
  const parsed = parseDocument({ whole: text, start: 0, end: text.length });
  return 'values' in parsed ? (fieldsList(parsed.values).find(isFields) ?? {}) : {};
}
