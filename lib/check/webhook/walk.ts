import type { Path } from '../../manifest/position';
import { below, type Edit } from '../edit';
import { fieldsOfMessage, isMessage, type FieldType, type MessageName } from './proto/messages';
import type { Place, Root, WebhookRule } from './rule';
import { isUnasked } from './unasked';

/** Told what a rule has to say. */
export type Listener = (rule: WebhookRule, message: string, path: Path, edits?: readonly Edit[]) => void;

/** The rules by the messages that they are about, in the order in which they ask. */
export class Rulebook {
  private readonly byMessage = new Map<MessageName, WebhookRule[]>();
  private readonly waysFrom = new Map<MessageName, readonly FieldType[]>();

  constructor(rules: readonly WebhookRule[]) {
    for (const rule of rules) {
      for (const message of rule.on) {
        const known = this.byMessage.get(message);
        if (known) known.push(rule);
        else this.byMessage.set(message, [rule]);
      }
    }
  }

  /** Asks all rules about the object. */
  judge(root: Root, listener: Listener): void {
    this.visit(new Visit(root, root.kind, root.spec, 'spec', ['spec'], undefined, listener));
  }

  private visit(at: Visit): void {
    if (isUnasked(at)) return;
    for (const rule of this.byMessage.get(at.type) ?? []) {
      at.ask(rule);
      if (at.isStopped) return;
    }
    for (const field of this.ways(at.type)) {
      const value = (at.message as Record<string, unknown>)[field.name];
      if (value !== undefined) this.visitField(field, value, at);
    }
  }

  private visitField({ name, shape, type }: FieldType, value: unknown, at: Visit): void {
    const below = (message: unknown, steps: Path): void =>
      this.visit(new Visit(at.root, type as MessageName, message, name, steps, at, at.listener));
    if (shape === 'one') below(value, [name]);
    else if (shape === 'list')
      (value as readonly unknown[]).forEach((message, i) => below(message, [name, i]));
    else
      for (const [key, message] of value as ReadonlyMap<string | number, unknown>)
        below(message, [name, String(key)]);
  }

  /** The fields that lead to messages with rules. */
  private ways(type: MessageName): readonly FieldType[] {
    let ways = this.waysFrom.get(type);
    if (!ways) {
      ways = fieldsOfMessage(type).filter((field) => isMessage(field.type) && this.leadsToRules(field.type));
      this.waysFrom.set(type, ways);
    }
    return ways;
  }

  private leadsToRules(type: MessageName, around: ReadonlySet<MessageName> = new Set()): boolean {
    if (this.byMessage.has(type)) return true;
    const seen = new Set([...around, type]);
    return fieldsOfMessage(type).some(
      (field) => isMessage(field.type) && !seen.has(field.type) && this.leadsToRules(field.type, seen),
    );
  }
}

/** One message on the way through an object. Few rules have anything to say, so what they would need is made then. */
class Visit implements Place {
  isStopped = false;
  private rule: WebhookRule | undefined;

  constructor(
    readonly root: Root,
    readonly type: MessageName,
    readonly message: unknown,
    readonly field: string,
    private readonly steps: Path,
    readonly parent: Visit | undefined,
    readonly listener: Listener,
  ) {}

  get path(): Path {
    return this.parent ? [...this.parent.path, ...this.steps] : this.steps;
  }

  ask(rule: WebhookRule): void {
    this.rule = rule;
    rule.check(this.message as never, this);
  }

  say(message: string, ...steps: Path): void {
    if (this.rule) this.listener(this.rule, message, [...this.path, ...steps]);
  }

  mend(edits: readonly Edit[], message: string, ...steps: Path): void {
    const { path } = this;
    if (this.rule) this.listener(this.rule, message, [...path, ...steps], below(path, edits));
  }

  stop(): void {
    this.isStopped = true;
  }
}
