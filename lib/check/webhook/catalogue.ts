import type { WebhookRule } from './rule';
import { AUTHENTICATION_RULES } from './rules/authentication';
import { AUTHORIZATION_RULES } from './rules/authorization';
import { AUTHORIZATION_VALUE_RULES } from './rules/authorization-values';
import { CLIENT_TLS_RULES } from './rules/client-tls';
import { CONNECTION_POOL_RULES } from './rules/connection-pool';
import { COVERED_PREFIX_RULES } from './rules/covered-prefixes';
import { DECODING_RULES } from './rules/decoding';
import { DESTINATION_RULE_RULES } from './rules/destination-rule';
import { DESTINATION_RULES } from './rules/destinations';
import { DURATION_RULES } from './rules/durations';
import { ENVOY_FILTER_RULES } from './rules/envoy-filter';
import { ENVOY_PATCH_RULES } from './rules/envoy-patches';
import { EXPORT_TO_RULES } from './rules/export-to';
import { EXTENSION_RULES } from './rules/extensions';
import { FAULT_RULES } from './rules/faults';
import { LISTENER_HOST_RULES } from './rules/listener-hosts';
import { GATEWAY_RULES } from './rules/gateway';
import { GATEWAY_NAME_RULES } from './rules/gateway-names';
import { HEADER_RULES } from './rules/headers';
import { HTTP_MATCH_RULES } from './rules/http-match';
import { HTTP_ROUTE_RULES } from './rules/http-route';
import { LABEL_RULES } from './rules/labels';
import { LOAD_BALANCER_RULES } from './rules/load-balancer';
import { LOCALITY_RULES } from './rules/localities';
import { MATCH_PORT_RULES } from './rules/match-ports';
import { METADATA_RULES } from './rules/metadata';
import { MIRROR_RULES } from './rules/mirrors';
import { REDIRECT_RULES } from './rules/redirects';
import { RETRY_RULES } from './rules/retries';
import { SELECTOR_RULES } from './rules/selectors';
import { SERVER_TLS_RULES } from './rules/server-tls';
import { SERVICE_PORT_RULES } from './rules/service-ports';
import { DYNAMIC_DNS_RULES } from './rules/dynamic-dns';
import { SERVICE_ENTRY_RULES } from './rules/service-entry';
import { EGRESS_RULES } from './rules/egress-hosts';
import { INGRESS_LISTENER_RULES } from './rules/ingress-listeners';
import { SIDECAR_RULES } from './rules/sidecar';
import { STREAM_MATCH_RULES } from './rules/stream-matches';
import { TELEMETRY_RULES } from './rules/telemetry';
import { UNREACHABLE_RULES } from './rules/unreachable';
import { VIRTUAL_SERVICE_RULES } from './rules/virtual-service';
import { WORKLOAD_GROUP_RULES } from './rules/workload-groups';
import { WORKLOAD_RULES } from './rules/workloads';

/** All rules. Of those about the same message, the ones that end the matter come first. */
export const WEBHOOK_RULES: readonly WebhookRule[] = [
  ...METADATA_RULES,
  ...SELECTOR_RULES,
  ...VIRTUAL_SERVICE_RULES,
  ...GATEWAY_NAME_RULES,
  ...HTTP_ROUTE_RULES,
  ...HTTP_MATCH_RULES,
  ...HEADER_RULES,
  ...FAULT_RULES,
  ...MIRROR_RULES,
  ...REDIRECT_RULES,
  ...RETRY_RULES,
  ...DESTINATION_RULES,
  ...STREAM_MATCH_RULES,
  ...MATCH_PORT_RULES,
  ...UNREACHABLE_RULES,
  ...COVERED_PREFIX_RULES,
  ...DESTINATION_RULE_RULES,
  ...CONNECTION_POOL_RULES,
  ...LOAD_BALANCER_RULES,
  ...LOCALITY_RULES,
  ...CLIENT_TLS_RULES,
  ...INGRESS_LISTENER_RULES,
  ...SIDECAR_RULES,
  ...EGRESS_RULES,
  ...GATEWAY_RULES,
  ...LISTENER_HOST_RULES,
  ...SERVER_TLS_RULES,
  ...SERVICE_ENTRY_RULES,
  ...DYNAMIC_DNS_RULES,
  ...SERVICE_PORT_RULES,
  ...WORKLOAD_RULES,
  ...WORKLOAD_GROUP_RULES,
  ...LABEL_RULES,
  ...DURATION_RULES,
  ...EXPORT_TO_RULES,
  ...AUTHORIZATION_RULES,
  ...AUTHORIZATION_VALUE_RULES,
  ...AUTHENTICATION_RULES,
  ...TELEMETRY_RULES,
  ...EXTENSION_RULES,
  ...ENVOY_FILTER_RULES,
  ...ENVOY_PATCH_RULES,
  ...Object.values(DECODING_RULES),
];
