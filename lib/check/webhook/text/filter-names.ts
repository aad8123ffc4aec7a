/** The filters that Envoy has renamed: where they are now, and by which names they went. */
const RENAMED: Readonly<Record<string, readonly string[]>> = {
  'envoy.filters.http.': [
    'buffer',
    'cors',
    'csrf',
    'fault',
    'grpc_http1_bridge',
    'grpc_json_transcoder',
    'grpc_web',
    'gzip',
    'health_check',
    'ip_tagging',
    'lua',
    'router',
    'squash',
  ],
  'envoy.filters.network.': [
    'client_ssl_auth',
    'http_connection_manager',
    'mongo_proxy',
    'ratelimit',
    'redis_proxy',
    'tcp_proxy',
  ],
};

const NEW_NAMES = new Map<string, string>([
  ...Object.entries(RENAMED).flatMap(([prefix, names]) =>
    names.map((name): [string, string] => [`envoy.${name}`, prefix + name]),
  ),
  ...['http_inspector', 'original_dst', 'original_src', 'proxy_protocol', 'tls_inspector'].map(
    (name): [string, string] => [`envoy.listener.${name}`, `envoy.filters.listener.${name}`],
  ),
  ['envoy.http_dynamo_filter', 'envoy.filters.http.dynamo'],
  ['envoy.rate_limit', 'envoy.filters.http.ratelimit'],
  ['envoy.ext_authz', 'envoy.filters.http.ext_authz'], // of the network, too
]);

/** What the filter is called today; nothing if that is its name. */
export function canonicalFilterName(name: string | undefined): string | undefined {
  return name === undefined ? undefined : NEW_NAMES.get(name);
}
