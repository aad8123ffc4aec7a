export type { ManifestInput } from '../manifest/load';
export * from './decision';
export * from './request';
export { Simulator, type SimulatorOptions } from './simulator';
export * from './table/routes';
