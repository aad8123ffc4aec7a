/** An object as Kubernetes has it. Everything but kind, version and name may be of any type. */
export interface KubeObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ObjectMeta;
  readonly [field: string]: unknown;
}

export interface ObjectMeta {
  readonly name: string;
  readonly namespace?: string;
  readonly [field: string]: unknown;
}

/** An object, and where it comes from. */
export interface Document {
  readonly object: KubeObject;
  readonly origin: Origin;
}

/** Where something was written. */
export interface Origin {
  readonly file?: string;
  /** The number of the document in its text, from 0. */
  readonly index: number;
  /** The text that it was read from: positions are looked up in there. */
  readonly text?: TextRange;
  /** In a `List`: the way to the object, such as `items[3]`. */
  readonly within?: string;
  /** The path of the construct that made the object; several, with commas, where several have a say in it. */
  readonly construct?: string;
}

/** A document in a text that may have many. */
export interface TextRange {
  readonly whole: string;
  readonly start: number;
  readonly end: number;
}

/** What could not be read. The documents beside it are there all the same. */
export interface Unreadable {
  readonly origin: Origin;
  readonly message: string;
  /** It is YAML, but not for Kubernetes: values of a chart, a kustomization, a list. */
  readonly isNoObject?: true;
}

/** Everything that was read. */
export interface Manifests {
  readonly documents: readonly Document[];
  readonly unreadable: readonly Unreadable[];
}
