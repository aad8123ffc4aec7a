// What programs may say in each dialect. What the Gateway API cannot say is refused, and would only waste time.

const GATEWAY_API = {
  stringPrefix: false,
  absent: false,
  callers: false,
  faults: false,
  answers: false,
  settings: false,
  external: true,
  protocols: ['TLS'],
  regexPaths: false,
  retries: 'none',
};

export const DIALECTS = {
  ISTIO: {
    stringPrefix: true,
    absent: true,
    callers: true,
    faults: true,
    answers: true,
    settings: true,
    external: true,
    protocols: ['TCP', 'TLS'],
    regexPaths: true,
    retries: 'all',
  },
  GATEWAY_API,
  GATEWAY_API_EXPERIMENTAL: { ...GATEWAY_API, retries: 'statuses' },
  /** Services in Istio's own language, behind a gateway in the other; and the other way round. */
  GATEWAY_API_AT_THE_EDGE: { ...GATEWAY_API, settings: true, mesh: 'ISTIO', edge: 'GATEWAY_API' },
  GATEWAY_API_IN_THE_MESH: { ...GATEWAY_API, mesh: 'GATEWAY_API', edge: 'ISTIO' },
};
