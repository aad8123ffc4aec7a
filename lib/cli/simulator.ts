import { readFileSync } from 'node:fs';
import type { Manifests } from '../manifest/document';
import type { Simulator } from '../simulate';
import type { Io } from './io';
import { readInputs } from './read';
import { UsageError } from './usage-error';

export interface SimulatorOptions {
  readonly meshConfig?: string;
  readonly brief?: boolean;
}

/** Loaded when it is needed: help has to be there at once. */
export async function loadSimulator(
  inputs: readonly string[],
  { meshConfig, brief }: SimulatorOptions,
  io: Io,
): Promise<{ simulator: Simulator; manifests: Manifests }> {
  const mesh = meshConfig === undefined ? undefined : await readMeshConfig(meshConfig);
  const manifests = await readInputs(inputs, io);
  const { Simulator } = await import('../simulate');
  const simulator = about(() => Simulator.from(manifests, { ...(mesh && { mesh }), explain: !brief }));
  return { simulator, manifests };
}

/** What the simulator says about a question that makes no sense is for whoever asked; all else is a bug. */
export function about<T>(ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    throw error instanceof Error && error.constructor === Error ? new UsageError(error.message) : error;
  }
}

/** A file with the MeshConfig, as in `meshConfig` of Istio's values or in the field `mesh` of its ConfigMap. */
async function readMeshConfig(path: string): Promise<object> {
  const { parseDocument } = await import('../manifest/parse');
  const whole = textOf(path);
  const parsed = parseDocument({ whole, start: 0, end: whole.length });
  const [config] = 'values' in parsed ? parsed.values : [];
  if (typeof config === 'object' && config !== null && !Array.isArray(config)) return config;
  const got = 'message' in parsed ? `a file that cannot be read (${parsed.message})` : 'something else';
  throw new UsageError(
    `--mesh-config ${path} must be an object of YAML or JSON, got ${got}; write for example outboundTrafficPolicy: {mode: REGISTRY_ONLY}`,
  );
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new UsageError(
      `--mesh-config must be a file, got ${path} (${(error as Error).message}); check the path`,
    );
  }
}
