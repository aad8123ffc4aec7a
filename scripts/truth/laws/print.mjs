// A program as the text that a user would write. It is also what is run, so that a reproduction cannot differ.

export function print({
  dialect,
  edgeDialect,
  shortNames,
  services,
  items,
  exposures,
  gatewayNamespace,
  idleGateway,
}) {
  const mesh = (one) =>
    object([one !== 'ISTIO' && `dialect: Dialect.${one}`, shortNames && 'hostNames: HostNames.SHORT']);
  const meshes =
    dialect === edgeDialect ? { app: mesh(dialect) } : { a: mesh(dialect), b: mesh(edgeDialect) };
  const namespaces = [
    ...new Set(services.filter(({ outside }) => !outside).map(({ namespace }) => namespace)),
  ];
  const lines = [
    'const app = new App();',
    "const a = new Chart(app, 'a', { namespace: 'shop' });",
    "const b = new Chart(app, 'b', { namespace: 'other' });",
    ...Object.entries(meshes)
      .filter(([, options]) => options !== NOTHING)
      .map(([scope, options]) => `new Mesh(${scope}, 'mesh', ${options});`),
    ...namespaces.map((name) => `const ${name} = new MeshNamespace(a, '${name}');`),
    ...services.map(printService),
    ...items.map(
      ({ kind, chart, id, service, props }) =>
        `new ${kind}(${chart}, '${id}', { service: ${service}${printProps(props)} });`,
    ),
    ...(exposures.length > 0 || idleGateway
      ? [`const edge = new IngressGateway(b, 'edge', { namespace: '${gatewayNamespace}' });`]
      : []),
    ...exposures.map(
      ({ chart, id, hosts, entries, routes, servicePolicies }) =>
        `new Expose(${chart}, '${id}', { gateway: edge${printProps({ hosts, entries, routes, servicePolicies })} });`,
    ),
  ];
  return lines.join('\n');
}

function printService({ name, namespace, ports, versions, outside }) {
  const listed = ports.map(({ number, protocol }) => `MeshPort.${protocol.toLowerCase()}(${number})`);
  if (outside) {
    return `const ${name} = new ExternalService(a, '${name}', { host: '${outside}', ports: [${listed.join(', ')}], namespace: '${namespace}' });`;
  }
  const options = object([
    `ports: [${listed.join(', ')}]`,
    versions.length > 0 && `versions: ${object(versions.map((version) => `${version}: {}`))}`,
  ]);
  return `const ${name} = ${namespace}.addService('${name}', ${options});`;
}

function printProps(props) {
  return Object.entries(props)
    .filter(([, prop]) => prop !== undefined)
    .map(([name, prop]) => `, ${name}: ${(PRINTERS[name] ?? JSON.stringify)(prop)}`)
    .join('');
}

const percent = (share) => `Percent.of(${share})`;
const millis = (ms) => `Duration.millis(${ms})`;
const list = (print) => (items) => `[${items.map(print).join(', ')}]`;
const object = (fields) => `{ ${fields.filter((field) => field).join(', ')} }`;
const NOTHING = object([]);

const PRINTERS = {
  share: percent,
  shares: (shares) =>
    object(Object.entries(shares).map(([version, share]) => `${version}: ${percent(share)}`)),
  toService: (name) => name,
  timeout: millis,
  match: list(printCondition),
  audience: list(printCondition),
  sticky: ({ name, maxAge, path }) =>
    maxAge === undefined
      ? `StickyCookie.named('${name}')`
      : `StickyCookie.named('${name}', { maxAge: Duration.seconds(${maxAge}), path: '${path}' })`,
  fault: ({ delay, abort }) => {
    const held = delay && `Fault.delay(${millis(delay.milliseconds)}, ${percent(delay.share)})`;
    const failed =
      abort &&
      (abort.grpcStatus
        ? `Fault.abortGrpc(GrpcStatus.${abort.grpcStatus}, ${percent(abort.share)})`
        : `Fault.abort(${abort.httpStatus}, ${percent(abort.share)})`);
    return held && failed ? `${held}.and(${failed})` : (held ?? failed);
  },
  retries: ({ attempts, perTryTimeout, backoff, on, statusCodes }) =>
    attempts === 0
      ? 'RetryPolicy.none()'
      : `RetryPolicy.attempts(${attempts}, ${object([
          perTryTimeout && `perTryTimeout: ${millis(perTryTimeout)}`,
          backoff && `backoff: ${millis(backoff)}`,
          on && `on: [${on.map((cause) => `RetryOn.${cause}`).join(', ')}]`,
          statusCodes && `statusCodes: ${JSON.stringify(statusCodes)}`,
        ])})`,
  cors: ({ allowOrigins, allowMethods, allowCredentials }) =>
    object([
      `allowOrigins: ${list(printOrigin)(allowOrigins)}`,
      allowMethods && `allowMethods: ${list((method) => `HttpMethod.${method}`)(allowMethods)}`,
      allowCredentials !== undefined && `allowCredentials: ${allowCredentials}`,
    ]),
  outliers: ({ consecutive5xxErrors, maxEjection }) =>
    object([
      consecutive5xxErrors && `consecutive5xxErrors: ${consecutive5xxErrors}`,
      maxEjection && `maxEjection: ${percent(maxEjection)}`,
    ]),
  key: (key) => {
    const [[kind, name]] = Object.entries(key);
    return `HashKey.${kind}(${name === true ? '' : `'${name}'`})`;
  },
  algorithm: (name) => `LoadBalancingAlgorithm.${name}`,
  entries: list(({ http, https, port, redirectFrom, passthrough, tcp }) => {
    if (http) return `GatewayEntry.http(${http})`;
    if (passthrough) return `GatewayEntry.tlsPassthrough(${passthrough})`;
    if (tcp) return `GatewayEntry.tcp(${tcp})`;
    const options = object([port && `port: ${port}`, redirectFrom && `redirectFrom: ${redirectFrom}`]);
    return `GatewayEntry.https('${https}', ${options})`;
  }),
  routes: list(({ paths, match, service, port, rewritePrefix, redirect }) =>
    object([
      paths && `paths: ${list(printPath)(paths)}`,
      match && `match: ${list(printCondition)(match)}`,
      service && `service: ${service}`,
      port && `port: ${port}`,
      rewritePrefix && `rewritePrefix: '${rewritePrefix}'`,
      redirect && `redirect: ${JSON.stringify(redirect)}`,
    ]),
  ),
};

function printOrigin(origin) {
  if (origin.exact) return `Origin.exact('${origin.exact}')`;
  if (origin.subdomains) return `Origin.subdomains('${origin.subdomains[0]}', '${origin.subdomains[1]}')`;
  return origin.regex ? `Origin.regex(${JSON.stringify(origin.regex)})` : 'Origin.any()';
}

function printPath({ kind, text }) {
  return `PathPattern.${kind}(${JSON.stringify(text)})`;
}

export function printCondition(atoms) {
  const [first, ...others] = atoms.map(printAtom);
  return [first, ...others.map((atom) => `.and(${atom})`)].join('');
}

function printAtom({ on, kind, name, text, namespace, labels }) {
  switch (on) {
    case 'path':
      return `Match.path(${printPath({ kind, text })})`;
    case 'method':
      return `Match.method(HttpMethod.${text})`;
    case 'header':
      return `Match.header('${name}', HeaderMatch.${kind}(${text === undefined ? '' : JSON.stringify(text)}))`;
    case 'cookie':
      return kind === 'exact' ? `Match.cookie('${name}', '${text}')` : `Match.cookie('${name}')`;
    case 'query':
      return `Match.query('${name}', QueryMatch.${kind}(${text === undefined ? '' : JSON.stringify(text)}))`;
    case 'caller':
      return `Match.caller(${JSON.stringify({ namespace, labels })})`;
  }
}
