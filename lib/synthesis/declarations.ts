import type { JsonPatch } from 'cdk8s';
import type { Construct, IConstruct } from 'constructs';
import type { Condition } from '../model/condition';
import type { Author, Overlay, Redirect, Route } from '../model/contribution';
import type { HostKey, Port, Version } from '../model/host';
import type { DataPlaneFacts, MutualTlsMode } from '../model/namespace';
import type { Problem } from '../model/problem';
import type { PathRewrite } from '../model/rewrite';
import type { Setting } from '../model/settings';
import type { ListenerMode } from '../model/gateway';
import type { Manifest } from '../render/manifest';

/**
 * What constructs say. Each declaration is frozen when it is made; they form a set, whose order means nothing.
 */
export interface Declarations {
  readonly meshes: Declared<MeshOptions>[];
  readonly namespaces: Declared<NamespaceFacts>[];
  readonly hosts: Declared<HostSource>[];
  readonly routes: Declared<OfHost<Route>>[];
  readonly overlays: Declared<OfHost<Overlay>>[];
  readonly settings: Declared<OfHost<Setting>>[];
  readonly gateways: Declared<GatewayFacts>[];
  readonly exposures: Declared<ExposureFacts>[];
  readonly patches: Declared<Patch>[];
}

/** Something that a construct says. */
export interface Declared<T> {
  readonly author: Author;
  /** The construct; what is written for it goes to its chart. */
  readonly by: Construct;
  readonly said: T;
}

export interface OfHost<T> {
  readonly host: HostKey;
  readonly said: T;
}

/** Choices that hold for everything below a construct. */
export interface MeshOptions {
  /** Which cluster it is; names mean the same within one only. */
  readonly cluster: string;
  readonly dialect: Dialect;
  readonly minorVersion: number;
  readonly clusterDomain: string;
  readonly rootNamespace: string;
  readonly shortNames: boolean;
  readonly reportLosses: boolean;
  readonly mutualTls?: MutualTlsMode;
}

export type Dialect = 'istio' | 'gateway-api-standard' | 'gateway-api-experimental';

export interface NamespaceFacts {
  readonly name: string;
  readonly plane: DataPlaneFacts;
  /** Whether we write the Namespace itself. */
  readonly written: boolean;
  /** Whether all about it is written elsewhere. */
  readonly elsewhere: boolean;
  readonly labels: Readonly<Record<string, string>>;
  readonly mutualTls?: MutualTlsMode;
}

/** A host whose facts are read when everything is known: objects of the app can change until then. */
export interface HostSource {
  readonly key: HostKey;
  /** Whether the app itself deploys it; then its objects go beside it. */
  readonly owned: boolean;
  readonly read: () => HostFacts;
  /** A text that changes with the facts, for a host that others can change. */
  readonly signature?: () => string;
}

export interface HostFacts {
  readonly name: string;
  readonly namespace: string;
  readonly external: boolean;
  readonly ports: readonly Port[];
  readonly versions: readonly Version[];
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
  /** Objects that make true what the mesh needs, whatever is said about the host. */
  readonly manifests: readonly Manifest[];
  /** Constructs of the app that need these objects, and so come after them. */
  readonly dependents: readonly IConstruct[];
  /** The Services of the versions, where we can write them. Written only if a dialect asks for them. */
  readonly versionServices: readonly Manifest[];
}

export interface GatewayFacts {
  readonly name: string;
  readonly namespace: string;
  readonly selector: readonly (readonly [key: string, label: string])[];
  readonly className: string;
}

export interface ExposureFacts {
  /** `<namespace>/<name>` of the gateway. */
  readonly gateway: string;
  readonly hosts: readonly string[];
  readonly listeners: readonly { readonly port: number; readonly mode: ListenerMode }[];
  readonly routes: readonly ExposureRoute[];
  readonly withPolicies: boolean;
}

export interface ExposureRoute {
  readonly conditions: readonly Condition[];
  readonly to: ExposureTarget | Redirect;
}

export interface ExposureTarget {
  readonly kind: 'service';
  readonly host: HostKey;
  /** The only suitable port of the service if absent. */
  readonly port?: number;
  readonly rewrite?: PathRewrite;
}

/** Changes of the objects of one kind that are written for something. */
export interface Patch {
  readonly owner: string;
  /** Without its group: `VirtualService`. */
  readonly kind: string;
  readonly operations: readonly JsonPatch[];
}
