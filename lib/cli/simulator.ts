import type { Manifests } from '../manifest/document';
import type { Simulator } from '../simulate';
import { about } from './about';
import type { Io } from './io';
import { readInputs } from './read';
import { readMeshConfig } from './read-object';

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
