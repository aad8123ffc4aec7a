import type { IConstruct } from 'constructs';
import { Registry } from '../synthesis/registry';
import { hostsElsewhere } from './hosts-elsewhere';
import type { Failure } from './judge-app';
import type { ScopedAcknowledgement, Settings } from './settings';

const CHECKED = Symbol.for('cdk8s-mesh.checks');

/** What cdk8s calls to write an app. Each validates it once, and once more for each chart. */
const SYNTHESES = ['synth', 'synthYaml'] as const;

type Root = IConstruct & { [CHECKED]?: CheckedApp } & Partial<
    Record<(typeof SYNTHESES)[number], () => unknown>
  >;

/** An app whose objects are judged when cdk8s validates it. */
export class CheckedApp {
  public static of(construct: IConstruct): CheckedApp {
    const root = construct.node.root as Root;
    if (!root[CHECKED]) Object.defineProperty(root, CHECKED, { value: new CheckedApp(root) });
    return root[CHECKED]!;
  }

  /** That of the app, if somebody has asked for checks there. */
  public static find(construct: IConstruct): CheckedApp | undefined {
    return (construct.node.root as Root)[CHECKED];
  }

  private readonly configured: Settings[] = [];
  public readonly acknowledgements: ScopedAcknowledgement[] = [];
  private readonly registry: Registry;
  /** What constructs have to say in this validation. */
  private readonly failures = new Map<IConstruct, string[]>();
  private readonly warned = new Set<string>();
  private ongoing = false;
  private judged = false;

  private constructor(private readonly root: Root) {
    // It writes its objects in a validation of its own, which has to come first.
    this.registry = Registry.of(root);
    root.node.addValidation({ validate: () => this.validate() });
    for (const name of SYNTHESES) this.noteBeginAndEnd(name);
  }

  public addSettings(settings: Settings): void {
    this.configured.push(settings);
  }

  /** All that was said. Where hosts are listed at all, services that constructs say are deployed elsewhere are among them. */
  public get settings(): readonly Settings[] {
    if (!this.configured.some(({ known }) => known.hosts)) return this.configured;
    return [
      ...this.configured,
      { path: '', severities: {}, known: { hosts: hostsElsewhere(this.registry) } },
    ];
  }

  public addAcknowledgement(acknowledgement: ScopedAcknowledgement): void {
    this.acknowledgements.push(acknowledgement);
  }

  /**
   * Objects can change without a trace between two validations, so each has to judge anew. While cdk8s writes an app
   * nobody can change it: then one judgement holds for all.
   */
  private noteBeginAndEnd(name: (typeof SYNTHESES)[number]): void {
    const write = this.root[name];
    if (typeof write !== 'function') return;
    const value = (): unknown => {
      if (this.ongoing) return write.call(this.root);
      this.ongoing = true;
      this.judged = false;
      try {
        return write.call(this.root);
      } finally {
        this.ongoing = false;
      }
    };
    Object.defineProperty(this.root, name, { value, configurable: true, writable: true });
  }

  private validate(): string[] {
    if (this.ongoing && this.judged) return [];
    this.judged = true;
    for (const messages of this.failures.values()) messages.length = 0;
    // What is written then is not what was meant, and the problems are reported already.
    if (this.registry.hasProblems) return [];
    const { judgeApp } = require('./judge-app') as typeof import('./judge-app');
    const { failures, warnings } = judgeApp(this.root, this.settings, this.acknowledgements);
    this.leave(failures);
    this.warn(warnings);
    return [];
  }

  /** Constructs say themselves what is wrong with them: cdk8s names them in front of it. */
  private leave(failures: readonly Failure[]): void {
    if (failures.length === 0) return;
    const constructs = new Map(this.root.node.findAll().map((construct) => [construct.node.path, construct]));
    for (const { path, message } of failures) {
      const construct = constructs.get(path) ?? this.root;
      const own = this.failures.get(construct) ?? [];
      if (!this.failures.has(construct)) construct.node.addValidation({ validate: () => [...own] });
      this.failures.set(construct, own);
      own.push(message);
    }
  }

  /** Tests and tools write an app many times; a warning is news once. */
  private warn(warnings: readonly string[]): void {
    const news = warnings.filter((text) => !this.warned.has(text));
    if (news.length === 0) return;
    for (const text of news) this.warned.add(text);
    process.emitWarning(`\n  ${news.join('\n  ')}`, 'MeshCheckWarning');
  }
}
