import type { Path } from '../../manifest/position';
import type { Edit } from '../edit';
import type { RuleInfo, Severity } from '../finding';
import type { MessageName, View } from './proto/messages';

/** An object that a rule speaks of: its kind, its spec as YAML, and what its metadata has beside a name. */
export interface Example {
  readonly kind: WebhookKind;
  readonly spec: string;
  readonly metadata?: string;
}

/** A rule of Istio's validating webhook about one kind of message, wherever it stands in an object. */
export interface WebhookRule extends RuleInfo {
  readonly on: readonly MessageName[];
  /** An object that is refused, or warned about, for this reason alone. */
  readonly bad: Example;
  readonly good: Example;
  check(message: never, at: Place): void;
}

/** The kinds that the webhook validates, and their groups. */
export const WEBHOOK_KINDS = {
  VirtualService: 'networking.istio.io',
  DestinationRule: 'networking.istio.io',
  Gateway: 'networking.istio.io',
  Sidecar: 'networking.istio.io',
  ServiceEntry: 'networking.istio.io',
  WorkloadEntry: 'networking.istio.io',
  WorkloadGroup: 'networking.istio.io',
  EnvoyFilter: 'networking.istio.io',
  ProxyConfig: 'networking.istio.io',
  AuthorizationPolicy: 'security.istio.io',
  RequestAuthentication: 'security.istio.io',
  PeerAuthentication: 'security.istio.io',
  Telemetry: 'telemetry.istio.io',
  WasmPlugin: 'extensions.istio.io',
  TrafficExtension: 'extensions.istio.io',
} as const satisfies Partial<Record<MessageName, string>>;

export type WebhookKind = keyof typeof WEBHOOK_KINDS;

/** What is the same for all messages of an object. */
export interface Root {
  readonly kind: WebhookKind;
  readonly name: string;
  readonly namespace: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly annotations: ReadonlyMap<string, string>;
  /** The object's spec, whatever message is looked at. */
  readonly spec: unknown;
}

/** Where a message stands, and the way to complain about it. */
export interface Place {
  readonly root: Root;
  readonly path: Path;
  readonly type: MessageName;
  readonly message: unknown;
  /** The field of the message around it. */
  readonly field: string;
  readonly parent?: Place;
  /** Complains; the steps lead from the message to what is wrong. */
  say(message: string, ...steps: Path): void;
  /** The same, with what makes it right; the paths of the edits are from the message, too. */
  mend(edits: readonly Edit[], message: string, ...steps: Path): void;
  /** The webhook looks no further: neither at other rules for this message, nor into it. */
  stop(): void;
}

interface Words {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly fix: string;
  readonly severity?: Severity;
  readonly upstream?: readonly string[];
  readonly links?: readonly string[];
  readonly isFixable?: true;
  readonly bad: Example;
  readonly good: Example;
}

/**
 * A rule about messages of these types. It is an error unless it says otherwise; `istioctl analyze` reports errors of the
 * webhook as IST0106, and its warnings as IST0133.
 */
export function rule<T extends MessageName>(
  on: T | readonly T[],
  words: Words,
  check: (message: View<T>, at: Place) => void,
): WebhookRule {
  const severity = words.severity ?? 'error';
  return {
    ...words,
    id: `webhook-${words.id}`,
    severity,
    upstream: words.upstream ?? [severity === 'error' ? 'IST0106' : 'IST0133'],
    on: typeof on === 'string' ? [on] : on,
    check,
  };
}

/** Whether one of the messages around it, or itself, is of this type. */
export function isInside(place: Place, type: MessageName): boolean {
  for (let at: Place | undefined = place; at; at = at.parent) if (at.type === type) return true;
  return false;
}
