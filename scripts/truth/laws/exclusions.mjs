// Programs that are left out because the library is known to be wrong about them. Remove a line when it is right again.

const EXCLUSIONS = [
  {
    what: 'exposed hosts of which one covers another: refused as "duplicate hosts", or routes of one leak to the other host or port',
    applies: ({ exposures }) => {
      const hosts = exposures.flatMap(({ hosts: own = ['*'] }) => own);
      return hosts.some((wide) => hosts.some((one) => covers(wide, one)));
    },
  },
  {
    what: 'TLSRoutes, unless MESH_ORACLE_TLS_ROUTES is set: the CRDs of the oracle have no version, so that istiod ignores TLSRoutes',
    written: (yaml) => !process.env.MESH_ORACLE_TLS_ROUTES && /^kind: TLSRoute$/m.test(yaml),
  },
];

/** Whether a program is left out. */
export function excluded(program) {
  return EXCLUSIONS.some(({ applies }) => applies?.(program));
}

/** Whether what a program makes is left out. */
export function excludedYaml(yaml) {
  return EXCLUSIONS.some(({ written }) => written?.(yaml));
}

/** What is left out, in words. */
export const exclusions = EXCLUSIONS.map(({ what }) => what);

function covers(wide, one) {
  return wide !== one && (wide === '*' || (wide.startsWith('*.') && one.endsWith(wide.slice(1))));
}
