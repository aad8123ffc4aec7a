// What the checker does not tell, or tells otherwise than Kiali, and why.

export const NOT_TOLD = [
  { codes: ['IST0001', 'IST0143', 'IST0168'], why: 'no analyzer says it' },
  { codes: ['IST0136'], why: 'its analyzer is not among those that run' },
  {
    codes: ['IST0103', 'IST0147', 'IST0158', 'IST0171'],
    why: 'about the pods and the status of a running cluster',
  },
  {
    codes: ['IST0141', 'IST0142', 'IST0156', 'IST0169', 'IST0172'],
    why: 'said by `istioctl x precheck` of a running cluster',
  },
  { codes: ['IST0126', 'IST0170', 'KIA0107'], why: 'about several clusters' },
  { codes: ['IST0139', 'IST0163', 'IST0164'], why: 'about the webhooks of an installation of Istio' },
];

export const KIALI = [
  {
    codes: ['KIA0002'],
    why: 'only PeerAuthentications and Sidecars: of several RequestAuthentications Istio uses all',
  },
  {
    codes: ['KIA0004'],
    why: 'Kiali looks for workloads in all namespaces, a policy is for those of its own',
  },
  {
    codes: ['KIA0102'],
    why: 'Kiali takes methods in any case, and names of gRPC methods; Envoy compares methods as they are written. Other words in capitals (PROPFIND) are methods, too',
  },
  {
    codes: ['KIA0104', 'KIA0202', 'KIA1101'],
    why: 'the severity does not depend on outboundTrafficPolicy: a destination that does not exist is 503 in any case',
  },
  {
    codes: ['KIA0201'],
    why: 'only where settings are lost: Istio puts rules of one host and namespace together',
  },
  {
    codes: ['KIA0204'],
    why: 'only where the narrower rule takes the place of the wider one; without tls, mutual TLS is automatic',
  },
  {
    codes: ['KIA0205', 'KIA0206'],
    why: 'an info: without a PeerAuthentication servers are PERMISSIVE, and take mutual TLS',
  },
  {
    codes: ['KIA0301'],
    why: 'hosts are compared as Istio does, exactly: of wildcards that overlap the narrower one answers',
  },
  {
    codes: ['KIA0601', 'KIA0602'],
    why: 'Istio also knows protocols by well-known port numbers, and kubernetes.io/h2c, ws and wss',
  },
  { codes: ['KIA0701'], why: 'Kiali looks at the labels of Deployments, we look at those of their pods' },
  { codes: ['KIA1006'], why: 'not where the selector takes workloads of the root namespace: that works' },
  {
    codes: ['KIA1106'],
    why: 'at gateways Istio puts the routes of a host together: only those that are never reached are reported',
  },
  {
    codes: ['KIA1201'],
    why: 'only where some of the workloads’ addresses are listed: `addresses` are virtual ones, which no workload needs to have',
  },
  { codes: ['KIA1301'], why: 'only in namespaces where other workloads have a policy' },
  {
    codes: ['KIA1402'],
    why: 'parents that are Services, and routes for the mesh, need no ReferenceGrant; of a grant all pairs count',
  },
  {
    codes: ['KIA1501'],
    why: 'only with one address: else each Gateway has an address of its own, and hosts do not collide',
  },
];
