/** What a port takes. */
export const CONNECTIONS = {
  all: 'connections',
  tls: 'connections with TLS',
  plain: 'connections without TLS',
} as const;

export function nounOf(connections: keyof typeof CONNECTIONS | undefined): string {
  return connections ? CONNECTIONS[connections] : 'requests';
}
