export const SIDECAR = {
  Sidecar: {
    workloadSelector: 'WorkloadSelector',
    ingress: '[IstioIngressListener]',
    egress: '[IstioEgressListener]',
    inboundConnectionPool: 'ConnectionPoolSettings',
    outboundTrafficPolicy: 'OutboundTrafficPolicy',
  },
  IstioIngressListener: {
    port: 'SidecarPort',
    bind: 'string',
    captureMode: 'CaptureMode',
    defaultEndpoint: 'string',
    tls: 'ServerTLSSettings',
    connectionPool: 'ConnectionPoolSettings',
  },
  SidecarPort: { number: 'uint', protocol: 'string', name: 'string', targetPort: 'uint' },
  IstioEgressListener: { port: 'SidecarPort', bind: 'string', captureMode: 'CaptureMode', hosts: '[string]' },
  OutboundTrafficPolicy: { mode: 'OutboundTrafficPolicyMode', egressProxy: 'Destination' },
} as const;
