import { Chart, type JsonPatch } from 'cdk8s';
import type { Construct, IConstruct } from 'constructs';
import { compareTexts } from '../model/clause';
import { listing, type Problem } from '../model/problem';
import type { Loss } from '../render/dialect';
import { kindOf, type Manifest } from '../render/manifest';
import { authorOf } from './author';
import type { Declared, MeshOptions, Patch } from './declarations';

/** What an app's declarations come to. */
export interface Plan {
  readonly objects: readonly PlannedObject[];
  readonly problems: readonly Problem[];
  readonly losses: readonly Loss[];
  /** What is legal, and probably not what was meant. */
  readonly warnings: readonly Problem[];
}

export interface PlannedObject {
  /** Unique among objects of a kind: `shop/reviews`, or `shop` for a Namespace. */
  readonly name: string;
  /** Whose chart it is written to. */
  readonly home: Construct;
  readonly manifest: Manifest;
  /** The paths of all constructs that have a say in it. */
  readonly authors: () => readonly string[];
  readonly patches: readonly JsonPatch[];
  /** Constructs of the app that need it. */
  readonly dependents: readonly IConstruct[];
}

/** What is written for one owner. */
export interface Sheet {
  readonly home: Construct;
  /** What patches know it by: `host shop/reviews`, `gateway shop/edge`, `namespace shop`, `mesh <path>`. */
  readonly owner: string;
  readonly mesh: MeshOptions;
  readonly manifests: readonly Manifest[];
  /** The paths of all constructs that have a say in one of them; asked for by those who want to know only. */
  readonly authors: (manifest: Manifest) => readonly string[];
  /** Objects that the app's own constructs need. */
  readonly needed?: { readonly manifests: readonly Manifest[]; readonly by: readonly IConstruct[] };
  readonly problems?: readonly Problem[];
  readonly losses?: readonly Loss[];
  readonly warnings?: readonly Problem[];
}

/** Brings together what is written, and what is to be said about it. */
export function collect(sheets: Iterable<Sheet>, declaredPatches: readonly Declared<Patch>[]): Plan {
  const objects = new Map<string, PlannedObject>();
  const patches = new PatchBook(declaredPatches);
  const losses = new Map<string, Loss & { readonly reported: boolean }>();
  const warnings: Problem[] = [];
  const problems: Problem[] = [];
  for (const sheet of sheets) {
    problems.push(...(sheet.problems ?? []));
    warnings.push(...(sheet.warnings ?? []));
    for (const loss of sheet.losses ?? []) {
      losses.set(`${loss.author.path}\n${loss.what}`, { ...loss, reported: sheet.mesh.reportLosses });
    }
    for (const { manifest, dependents } of manifestsOf(sheet)) {
      const { kind, namespace } = manifest;
      const name = namespace === undefined ? manifest.name : `${namespace}/${manifest.name}`;
      const own = patches.take(sheet.owner, manifest);
      const authors = () => sheet.authors(manifest);
      const object = { name, home: sheet.home, manifest, authors, patches: own, dependents };
      const other = objects.get(`${kind} ${name}`);
      if (!other) objects.set(`${kind} ${name}`, object);
      else if (JSON.stringify(other.manifest) !== JSON.stringify(object.manifest))
        problems.push(collision(other, object));
    }
  }
  const sorted = [...losses].sort(([a], [b]) => compareTexts(a, b)).map(([, loss]) => loss);
  const all = [...objects.values()];
  problems.push(...homeless(all), ...sorted.filter(({ reported }) => !reported).map(lossProblem));
  // Who has other problems may not have got to what the patches are for.
  if (problems.length === 0) problems.push(...patches.useless());
  return {
    objects: problems.length > 0 ? [] : all,
    problems,
    losses: sorted.filter(({ reported }) => reported),
    warnings: warnings.sort((a, b) => compareTexts(a.message, b.message)),
  };
}

function* manifestsOf({
  manifests,
  needed,
}: Sheet): Iterable<{ manifest: Manifest; dependents: readonly IConstruct[] }> {
  for (const manifest of manifests) yield { manifest, dependents: [] };
  for (const manifest of needed?.manifests ?? []) yield { manifest, dependents: needed!.by };
}

/** Which patches are for which objects. */
class PatchBook {
  private readonly patches = new Map<string, Declared<Patch>[]>();
  private readonly used = new Set<string>();
  private readonly kinds = new Map<string, Set<string>>();

  public constructor(declared: readonly Declared<Patch>[]) {
    for (const patch of declared) {
      const { owner, kind } = patch.said;
      const key = `${owner}\n${kind}`;
      this.patches.set(key, [...(this.patches.get(key) ?? []), patch]);
      this.kinds.set(owner, new Set());
    }
  }

  public take(owner: string, manifest: Manifest): JsonPatch[] {
    if (this.patches.size === 0) return [];
    const key = `${owner}\n${kindOf(manifest)}`;
    this.used.add(key);
    this.kinds.get(owner)?.add(kindOf(manifest));
    return (this.patches.get(key) ?? []).flatMap(({ said }) => said.operations);
  }

  /** A patch that changes nothing is a patch of something else. */
  public useless(): Problem[] {
    const left = [...this.patches].filter(([key]) => !this.used.has(key)).flatMap(([, patches]) => patches);
    return left.map(({ author, said: { owner, kind } }) => {
      const got = listing([...this.kinds.get(owner)!]) || 'nothing';
      const message = `the kind to patch must be one that is written for ${owner}, got ${kind}; what is written is: ${got}`;
      return { authors: [author], message };
    });
  }
}

/** Objects are written to the chart that their construct is in. */
function homeless(objects: readonly PlannedObject[]): Problem[] {
  const without = objects.filter(({ home }) => !home.node.scopes.some((scope) => Chart.isChart(scope)));
  return without.map(({ home, manifest }) => ({
    authors: [authorOf(home)],
    message: `${home.node.path} must be in a Chart, got none above it; its ${kindOf(manifest)} is written there`,
  }));
}

/** Several owners may need the same object; a different one under the same name would overwrite the first. */
function collision(first: PlannedObject, second: PlannedObject): Problem {
  const owners = `${first.home.node.path} and ${second.home.node.path}`;
  const message = `${kindOf(first.manifest)} ${first.name} must be written for one construct, got ${owners}; give one another name`;
  return { authors: [authorOf(first.home), authorOf(second.home)], message };
}

function lossProblem({ author, what, why }: Loss): Problem {
  const message = `${what} must be something that the Gateway API can say, got this dialect: ${why} (or let the Mesh report losses)`;
  return { authors: [author], message };
}
