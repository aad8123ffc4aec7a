// Where the oracles are. They are built elsewhere, so that nothing but these variables knows.
import { existsSync } from 'node:fs';

const VARIABLES = {
  judge: ['MESH_ORACLE_JUDGE', 'the program `judge` (API server, webhook and analyzers)'],
  route: ['MESH_ORACLE_ROUTE', "the program `route` (istiod's configuration, decided or measured)"],
  envoy: ['MESH_ORACLE_ENVOY', 'the program `envoy`'],
  crds: ['MESH_ORACLE_CRDS', 'the folder with istio/, gateway-standard/ and gateway-experimental/'],
};

/** Something that is needed is not there: not a disagreement. */
export class CannotRunError extends Error {}

/** The path of an oracle. */
export function oracle(name) {
  const [variable, what] = VARIABLES[name];
  const path = process.env[variable];
  if (!path) throw new CannotRunError(`${variable} must be the path of ${what}, got nothing; set it`);
  if (!existsSync(path))
    throw new CannotRunError(`${variable} must be the path of ${what}, got ${path}, which is not there`);
  return path;
}

/** The variables in words, for the usage. */
export function describeVariables() {
  return Object.values(VARIABLES)
    .map(([variable, what]) => `  ${variable.padEnd(18)} ${what}`)
    .join('\n');
}
