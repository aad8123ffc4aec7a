import type { IConstruct } from 'constructs';
import type { Construct } from 'constructs';
import type { Author } from '../model/contribution';
import type { Problem } from '../model/problem';
import { authorOf } from './author';
import type { Declarations, Declared, MeshOptions } from './declarations';
import type { Plan } from './sheet';

const REGISTRY = Symbol.for('cdk8s-mesh.registry');

type Kind = keyof Declarations;
type SaidOf<K extends Kind> = Declarations[K][number]['said'];

export const DEFAULTS: MeshOptions = Object.freeze({
  cluster: '',
  dialect: 'istio',
  minorVersion: 30,
  clusterDomain: 'cluster.local',
  rootNamespace: 'istio-system',
  shortNames: false,
  reportLosses: false,
});

/**
 * Where the declarations of all constructs of an app meet, whatever charts they are in. They become objects when cdk8s
 * validates the app, which it does before it writes anything: only then all is known.
 */
export class Registry {
  /** The registry of the app that the construct belongs to. */
  public static of(construct: IConstruct): Registry {
    const root = construct.node.root as IConstruct & { [REGISTRY]?: Registry };
    if (!root[REGISTRY]) {
      const registry = new Registry(root);
      Object.defineProperty(root, REGISTRY, { value: registry });
      root.node.addValidation({ validate: () => registry.settle() });
    }
    return root[REGISTRY]!;
  }

  public readonly declarations: Declarations = {
    meshes: [],
    namespaces: [],
    hosts: [],
    routes: [],
    overlays: [],
    settings: [],
    gateways: [],
    exposures: [],
    patches: [],
  };

  private revision = 0;
  private readonly reporting = new Map<string, string[]>();
  private reported: Report | undefined;
  private written: string | undefined;
  private changing: { readonly known: number; readonly signatures: readonly (() => string)[] } = {
    known: 0,
    signatures: [],
  };

  private constructor(private readonly root: IConstruct) {}

  /** Adds what a construct says. */
  public declare<K extends Kind>(
    kind: K,
    by: Construct,
    said: SaidOf<K>,
    author: Author = authorOf(by),
  ): void {
    this.revision++;
    (this.declarations[kind] as unknown[]).push(Object.freeze({ author, by, said: Object.freeze(said) }));
  }

  /** The choices that hold for a construct: those of the nearest Mesh above it, or beside it. */
  public meshOf(construct: IConstruct): MeshOptions {
    const { meshes } = this.declarations;
    for (const scope of construct.node.scopes.reverse()) {
      const mesh = meshes.find(({ by }) => by.node.scope === scope);
      if (mesh) return mesh.said;
    }
    return DEFAULTS;
  }

  /** Whether something contradicts itself: then nothing is written, and constructs say what. */
  public get hasProblems(): boolean {
    return [...this.reporting.values()].some((messages) => messages.length > 0);
  }

  /** What is to be said about the declarations made so far, beside problems. */
  public report(): Pick<Plan, 'losses' | 'warnings'> {
    const signature = this.signature();
    if (this.reported?.signature !== signature) this.plan(signature);
    return this.reported!;
  }

  private plan(signature: string): Plan {
    const { makePlan } = require('./plan') as typeof import('./plan');
    const plan = makePlan(this.declarations, (construct) => this.meshOf(construct));
    const { losses, warnings } = plan;
    this.reported = { signature, losses, warnings };
    return plan;
  }

  /** Writes the objects into their charts, and leaves problems with their constructs, whose validations come next. */
  private settle(): string[] {
    const signature = this.signature();
    if (signature === this.written) return [];
    this.written = signature;
    const { objects, problems } = this.plan(signature);
    for (const messages of this.reporting.values()) messages.length = 0;
    if (problems.length > 0) this.leave(problems);
    const { emit } = require('./emit') as typeof import('./emit');
    emit(this.root, objects);
    return [];
  }

  /** Only constructs that have problems report them: most never do, and validations are asked for once a chart. */
  private leave(problems: readonly Problem[]): void {
    const constructs = new Map(
      Object.values(this.declarations).flatMap((list: readonly Declared<unknown>[]) =>
        list.map(({ by }) => [by.node.path, by] as const),
      ),
    );
    for (const { authors, message } of problems) {
      const { path } = authors[0]!;
      const messages = this.reporting.get(path);
      if (messages) {
        messages.push(message);
      } else {
        const own = [message];
        this.reporting.set(path, own);
        (constructs.get(path) ?? this.root).node.addValidation({ validate: () => [...own] });
      }
    }
  }

  /** Changes when something was declared, or a host that we did not write ourselves looks different. */
  private signature(): string {
    const { hosts } = this.declarations;
    if (this.changing.known !== hosts.length) {
      this.changing = { known: hosts.length, signatures: hosts.flatMap(({ said }) => said.signature ?? []) };
    }
    return [this.revision, ...this.changing.signatures.map((signature) => signature())].join('\n');
  }
}

interface Report extends Pick<Plan, 'losses' | 'warnings'> {
  readonly signature: string;
}
