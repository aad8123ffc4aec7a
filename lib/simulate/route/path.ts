/** The path without its query, and the query with its question mark. A fragment is never sent. */
export function splitTarget(target: string): readonly [path: string, query: string] {
  const hash = target.indexOf('#');
  const sent = hash === -1 ? target : target.slice(0, hash);
  const mark = sent.indexOf('?');
  return mark === -1 ? [sent, ''] : [sent.slice(0, mark), sent.slice(mark)];
}

const PLAIN = /^[A-Za-z0-9/_-]*$/;

/**
 * The path as the proxy sees it: dot segments resolved, unreserved characters written plainly.
 * @param mode the mesh's `pathNormalization`
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ProxyPathNormalization
 */
export function normalizePath(path: string, mode: string): string {
  if (mode === 'NONE' || PLAIN.test(path)) return mode.includes('MERGE_SLASHES') ? mergeSlashes(path) : path;
  const decoded = mode.startsWith('DECODE') ? path.replace(/%2f/gi, '/').replace(/%5c/gi, '\\') : path;
  const segments = decodeUnreserved(decoded).replaceAll('\\', '/').split('/');
  const kept: string[] = [];
  segments.forEach((segment, i) => {
    const isDot = segment === '.' || segment === '..';
    if (segment === '..' && kept.length > 1) kept.pop();
    if (!isDot) kept.push(segment);
    else if (i === segments.length - 1) kept.push('');
  });
  const normal = kept.join('/');
  return mode.includes('MERGE_SLASHES') ? mergeSlashes(normal) : normal;
}

function mergeSlashes(path: string): string {
  return path.replace(/\/{2,}/g, '/');
}

function decodeUnreserved(path: string): string {
  return path.replace(/%[0-9A-Fa-f]{2}/g, (code) => {
    const character = String.fromCharCode(parseInt(code.slice(1), 16));
    return /[A-Za-z0-9._~-]/.test(character) ? character : code;
  });
}
