import { readFileSync } from 'node:fs';
import { UsageError } from './usage-error';

/** The object in a file of YAML or JSON that an option names. */
export async function readObject(option: string, path: string, advice: string): Promise<object> {
  const { parseDocument } = await import('../manifest/parse');
  const whole = textOf(option, path);
  const parsed = parseDocument({ whole, start: 0, end: whole.length });
  const [value] = 'values' in parsed ? parsed.values : [];
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  const got = 'message' in parsed ? `a file that cannot be read (${parsed.message})` : 'something else';
  throw new UsageError(`${option} ${path} must be an object of YAML or JSON, got ${got}; ${advice}`);
}

/** A file with the MeshConfig, as in `meshConfig` of Istio's values or in the field `mesh` of its ConfigMap. */
export function readMeshConfig(path: string): Promise<object> {
  return readObject('--mesh-config', path, 'write for example outboundTrafficPolicy: {mode: REGISTRY_ONLY}');
}

function textOf(option: string, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new UsageError(
      `${option} must be a file, got ${path} (${(error as Error).message}); check the path`,
    );
  }
}
