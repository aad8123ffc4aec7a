import type { Manifests } from './document';
import { listOf } from './fields';
import { collectObjects, type Collected } from './objects';

/** What cdk8s's App is, whichever version of it. */
export interface AppLike {
  readonly charts: readonly ChartLike[];
}

/** What cdk8s's Chart is. */
export interface ChartLike {
  toJson(): unknown[];
}

interface ApiObjectLike {
  toJson(): unknown;
  readonly node: { readonly path: string };
}

interface ConstructLike {
  readonly node: { findAll(): readonly unknown[] };
}

export function isApp(input: unknown): input is AppLike {
  return typeof input === 'object' && input !== null && 'charts' in input && Array.isArray(input.charts);
}

export function isChart(input: unknown): input is ChartLike {
  return (
    typeof input === 'object' && input !== null && 'toJson' in input && typeof input.toJson === 'function'
  );
}

/** The objects that an app or chart synthesizes, each with the construct that made it. */
export function readApp(input: AppLike | ChartLike): Manifests {
  const into: Collected = { documents: [], unreadable: [] };
  const paths = new Map<string, string>();
  const charts = isApp(input) ? input.charts : [input];
  // Some objects are made when an app is written, so that one cannot ask for their paths before.
  const written = charts.map((chart) => listOf(chart.toJson()));
  for (const chart of charts) collectPaths(chart, paths);
  let index = 0;
  for (const objects of written) {
    for (const object of objects) {
      const construct = paths.get(keyOf(object));
      collectObjects(object, { index: index++, ...(construct !== undefined && { construct }) }, into);
    }
  }
  return into;
}

/**
 * The same of the objects among some constructs. It asks no chart, which would have cdk8s validate the app: so this can be
 * called by a validation.
 */
export function readConstructs(constructs: Iterable<unknown>): Manifests {
  const into: Collected = { documents: [], unreadable: [] };
  let index = 0;
  for (const construct of constructs) {
    if (!isApiObject(construct)) continue;
    collectObjects(construct.toJson(), { index: index++, construct: authorsOf(construct).join(', ') }, into);
  }
  return into;
}

/** `toJson` of a chart gives plain objects: they are told by kind and name. */
function collectPaths(chart: unknown, into: Map<string, string>): void {
  if (!isConstruct(chart)) return;
  for (const construct of chart.node.findAll()) {
    if (isApiObject(construct)) into.set(apiObjectKey(construct), authorsOf(construct).join(', '));
  }
}

/** What made an object: the construct that it is, or those that it says have a say in it. */
function authorsOf(construct: ApiObjectLike): readonly string[] {
  const { [AUTHORS]: authors } = construct as { [AUTHORS]?: readonly string[] };
  return authors ?? [construct.node.path];
}

const AUTHORS = Symbol.for('cdk8s-mesh.authors');

function apiObjectKey(construct: ApiObjectLike): string {
  const { apiVersion, kind, metadata } = construct as ApiObjectLike & {
    apiVersion?: string;
    kind?: string;
    metadata?: { namespace?: string; name?: string };
  };
  return [apiVersion, kind, metadata?.namespace ?? '', metadata?.name].join(' ');
}

function keyOf(object: unknown): string {
  const { apiVersion, kind, metadata } = (object ?? {}) as Record<string, unknown>;
  const { namespace, name } = (metadata ?? {}) as Record<string, unknown>;
  return [apiVersion, kind, namespace ?? '', name].join(' ');
}

function isConstruct(input: unknown): input is ConstructLike {
  return (
    typeof input === 'object' &&
    input !== null &&
    'node' in input &&
    typeof (input.node as { findAll?: unknown } | undefined)?.findAll === 'function'
  );
}

/** Charts have `toJson`, too, but no kind. */
function isApiObject(input: unknown): input is ApiObjectLike {
  return isChart(input) && 'kind' in input && 'apiVersion' in input;
}
