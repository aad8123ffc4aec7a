import type { Path } from '../../manifest/position';
import { fieldsOfMessage, isMessage, type FieldType, type MessageName } from './proto/messages';
import type { Place, Root, WebhookRule } from './rule';
import { isUnasked } from './unasked';

/** Told what a rule has to say. */
export type Listener = (rule: WebhookRule, message: string, path: Path) => void;

/** The rules by the messages that they are about, in the order in which they ask. */
export class Rulebook {
  private readonly byMessage = new Map<MessageName, WebhookRule[]>();

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
    this.visit({ root, type: root.kind, message: root.spec, path: ['spec'], field: 'spec' }, listener);
  }

  private visit(where: Omit<Place, 'say' | 'stop'>, listener: Listener): void {
    if (isUnasked(where)) return;
    let isStopped = false;
    let current: WebhookRule | undefined;
    const place: Place = {
      ...where,
      say: (message, ...steps) => {
        if (current) listener(current, message, [...where.path, ...steps]);
      },
      stop: () => (isStopped = true),
    };
    for (current of this.byMessage.get(where.type) ?? []) {
      current.check(where.message as never, place);
      if (isStopped) return;
    }
    for (const field of messageFields(where.type)) {
      const value = (where.message as Record<string, unknown>)[field.name];
      for (const [steps, message] of elements(field, value)) {
        this.visit(
          {
            root: where.root,
            type: field.type as MessageName,
            message,
            path: [...where.path, ...steps],
            field: field.name,
            parent: place,
          },
          listener,
        );
      }
    }
  }
}

const MESSAGE_FIELDS = new Map<MessageName, readonly FieldType[]>();

function messageFields(type: MessageName): readonly FieldType[] {
  let fields = MESSAGE_FIELDS.get(type);
  if (!fields) {
    fields = fieldsOfMessage(type).filter((field) => isMessage(field.type));
    MESSAGE_FIELDS.set(type, fields);
  }
  return fields;
}

function elements({ name, shape }: FieldType, value: unknown): readonly (readonly [Path, unknown])[] {
  if (value === undefined) return [];
  if (shape === 'list') return (value as readonly unknown[]).map((element, i) => [[name, i], element]);
  if (shape === 'map')
    return [...(value as ReadonlyMap<string | number, unknown>)].map(([key, element]) => [
      [name, String(key)],
      element,
    ]);
  return [[[name], value]];
}
