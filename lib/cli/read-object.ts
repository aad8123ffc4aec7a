import { readFileSync } from 'node:fs';
import { fieldsOf, isFields } from '../manifest/fields';
import { UsageError } from './usage-error';

/** The object in a file of YAML or JSON that an option names. */
export async function readObject(option: string, path: string, advice: string): Promise<object> {
  return objectIn(option, path, textOf(option, path), advice);
}

async function objectIn(option: string, name: string, whole: string, advice: string): Promise<object> {
  const { parseDocument } = await import('../manifest/parse');
  const parsed = parseDocument({ whole, start: 0, end: whole.length });
  const [value] = 'values' in parsed ? parsed.values : [];
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  const got = 'message' in parsed ? `a file that cannot be read (${parsed.message})` : 'something else';
  throw new UsageError(`${option} ${name} must be an object of YAML or JSON, got ${got}; ${advice}`);
}

const MESH_ADVICE = 'write for example outboundTrafficPolicy: {mode: REGISTRY_ONLY}';

/**
 * A file with the MeshConfig: by itself, as Istio's ConfigMap with it, or as values of Istio's charts or an IstioOperator.
 * @throws UsageError for another object, whose settings would be ignored in silence
 */
export async function readMeshConfig(path: string): Promise<object> {
  const given = fieldsOf(await readObject('--mesh-config', path, MESH_ADVICE));
  const { mesh } = fieldsOf(given.data);
  if (typeof mesh === 'string') return objectIn('--mesh-config', `${path}, data.mesh`, mesh, MESH_ADVICE);
  const { meshConfig } = isFields(given.meshConfig) ? given : fieldsOf(given.spec);
  if (isFields(meshConfig)) return meshConfig;
  if (typeof given.kind !== 'string') return given;
  throw new UsageError(
    `--mesh-config ${path} must be a MeshConfig, or an object that holds one, got a ${given.kind} without; ${MESH_ADVICE}`,
  );
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
