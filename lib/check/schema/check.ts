import type { Document, KubeObject } from '../../manifest/document';
import { groupOf } from '../../manifest/catalog';
import { fieldsOf, isFields, type Fields } from '../../manifest/fields';
import { set } from '../edit';
import { findingOf, type Finding } from '../finding';
import { admit } from './admit';
import { withChannel } from './channel';
import { checkCore } from './core';
import { findCrd, type Crd } from './crd';
import { DEPRECATED, METADATA_TYPE, VERSION } from './kinds';
import { checkLists } from './lists';
import { admitMetadata, checkMetadata } from './metadata';
import { checkMetadataShape } from './metadata-shape';
import { Report, type Violation } from './report';
import { checkRules } from './rules';
import { checkStructure } from './structure';
import { hasSameSchema, type Channel } from './versions';

export interface SchemaOptions {
  /**
   * Which CRDs of the Gateway API the cluster has.
   *
   * @default 'standard'
   */
  readonly gatewayChannel?: Channel;
}

/** What the API server says about an object that is to be created. */
export interface SchemaVerdict {
  /** Whether its kind is one of those that are known here: of others little is said. */
  readonly isJudged: boolean;
  readonly findings: readonly Finding[];
  /** The object as it would be stored, and as webhooks see it: without unknown fields and nulls, with defaults. */
  readonly admitted: KubeObject;
}

/** Asks the schemas and rules in `imports/crds` about an object. Never throws, whatever the object holds. */
export function checkSchema(document: Document, options: SchemaOptions = {}): SchemaVerdict {
  const { object } = document;
  const channel = options.gatewayChannel ?? 'standard';
  const found = findCrd(object.apiVersion, object.kind, channel);
  if ('isForeign' in found) {
    const findings = checkCore(object).map(({ kind, ...complaint }) => findingOf(kind, document, complaint));
    return { isJudged: false, findings, admitted: object };
  }
  const { violations, admitted } =
    'crd' in found
      ? judge(object, found.crd)
      : { violations: [notServed(object, found.servedVersions)], admitted: object };
  const findings = violations.map((violation) => {
    const { kind, ...complaint } = channel === 'standard' ? withChannel(violation, object) : violation;
    return findingOf(kind, document, complaint);
  });
  return { isJudged: true, findings, admitted };
}

function notServed({ apiVersion, kind }: KubeObject, versions: readonly string[]): Violation {
  const group = groupOf(apiVersion);
  const served = versions.map((version) => `${group}/${version}`);
  const isSame = served.length > 0 && hasSameSchema(group, kind, apiVersion.slice(group.length + 1));
  return {
    kind: VERSION,
    path: ['apiVersion'],
    message: `apiVersion of a ${kind} must be one that the cluster serves (${served.join(', ') || 'there is none'}), got ${apiVersion}`,
    ...(served.length > 0 && { fix: `Write ${served[0]}.` }),
    ...(isSame && { edits: [set(['apiVersion'], served[0]!)] }),
  };
}

/** In the order of the API server, which looks at the rules only if the rest is sound. */
function judge(object: KubeObject, crd: Crd): { violations: readonly Violation[]; admitted: KubeObject } {
  const report = new Report();
  checkMetadataShape(object.metadata, report);
  if (report.violations.some(({ kind }) => kind === METADATA_TYPE)) {
    return { violations: report.violations.filter(({ kind }) => kind === METADATA_TYPE), admitted: object };
  }
  const admitted = store(admit(crd.schema, object, report), crd);
  checkMetadata(fieldsOf(admitted.metadata), crd.isNamespaced, report);
  checkStructure(crd.schema, admitted, report);
  checkLists(crd.schema, admitted, report);
  if (!report.violations.some(({ kind }) => kind.blocksRules)) checkRules(crd.schema, admitted, report);
  if (crd.replacement !== undefined) {
    const group = groupOf(object.apiVersion);
    const newest = `${group}/${crd.replacement}`;
    const isSame = hasSameSchema(group, object.kind, object.apiVersion.slice(group.length + 1));
    report.addBelow('apiVersion', DEPRECATED, `must not be deprecated, got ${object.apiVersion}`, {
      fix: `Use ${newest}.`,
      ...(isSame && { edits: [set(['apiVersion'], newest)] }),
    });
  }
  return { violations: report.violations, admitted };
}

function store(admitted: Fields, { hasStatus, isNamespaced }: Crd): KubeObject {
  const { status, ...rest } = admitted;
  const metadata = admitMetadata(isFields(rest.metadata) ? rest.metadata : {}, isNamespaced);
  return { ...rest, ...(!hasStatus && status !== undefined && { status }), metadata } as KubeObject;
}
