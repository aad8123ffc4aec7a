export type { ManifestInput } from '../manifest/load';
export * from './decision';
export * from './request';
export { Simulator, type SimulatorOptions } from './simulator';
export type { CallerClass } from './table/callers';
export type { HostPort, KnownHost } from './table/hosts';
export * from './table/routes';
export type { RuleInForce } from './table/rule-in-force';
