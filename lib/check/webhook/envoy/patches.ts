import { isFields, own } from '../../../manifest/fields';
import { readMessage, type Reading } from './decode';
import { messageNamed, messageNumbered, type EnvoyMessage } from './registry';

/** What a patch is a part of, by what it applies to. */
const TARGETS = new Map<unknown, string>([
  ['CLUSTER', 'envoy.config.cluster.v3.Cluster'],
  ['LISTENER', 'envoy.config.listener.v3.Listener'],
  ['ROUTE_CONFIGURATION', 'envoy.config.route.v3.RouteConfiguration'],
  ['FILTER_CHAIN', 'envoy.config.listener.v3.FilterChain'],
  ['HTTP_FILTER', 'envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter'],
  ['NETWORK_FILTER', 'envoy.config.listener.v3.Filter'],
  ['VIRTUAL_HOST', 'envoy.config.route.v3.VirtualHost'],
  ['HTTP_ROUTE', 'envoy.config.route.v3.Route'],
  ['EXTENSION_CONFIG', 'envoy.config.core.v3.TypedExtensionConfig'],
  ['BOOTSTRAP', 'envoy.config.bootstrap.v3.Bootstrap'],
  ['LISTENER_FILTER', 'envoy.config.listener.v3.ListenerFilter'],
]);

export function isPatchTarget(applyTo: unknown): boolean {
  return TARGETS.has(applyTo);
}

/** What istiod says about the value of a patch. */
export function readPatch(
  applyTo: unknown,
  value: unknown,
): Reading & { readonly untyped: readonly string[] } {
  const message = messageNamed(TARGETS.get(applyTo) ?? '');
  if (!message) return { untyped: [] };
  const reading = readMessage(message, value);
  // Istio looks at what it has decoded, which it has not after an unknown field.
  const isLooked = reading.problem === undefined && reading.unknown === undefined;
  return { ...reading, untyped: isLooked ? untypedNames(message, value) : [] };
}

/** The extensions that are named and not configured: Envoy does not look them up by name any more. */
function untypedNames({ fields }: EnvoyMessage, value: unknown): string[] {
  const names: string[] = [];
  if (!isFields(value)) return names;
  const given = (name: string, jsonName: string): unknown => own(value, jsonName) ?? own(value, name);
  let isExtension = false;
  let isConfigured = false;
  for (const { name, jsonName, shape, message } of fields) {
    const inside = given(name, jsonName) ?? undefined;
    isExtension ||= name === 'typed_config';
    isConfigured ||= inside !== undefined && (name === 'typed_config' || name === 'config_discovery');
    if (inside !== undefined && message !== undefined && shape === 'one')
      names.push(...untypedNames(messageNumbered(message), inside));
  }
  const called = given('name', 'name');
  if (isExtension && !isConfigured) names.push(typeof called === 'string' ? called : '');
  return names;
}
