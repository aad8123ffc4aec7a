import { inspect } from 'node:util';

/** A reproduction for people. */
export function report({ seed, what, text, yaml, from, request, difference, details, decision }) {
  const show = (value) => inspect(value, { depth: 8, breakLength: 110, compact: 4 });
  const parts = [
    `---- seed ${seed}: ${what} ----`,
    text,
    ...(yaml ? ['# writes:', policies(yaml)] : []),
    ...(details ? ['# says:', typeof details === 'string' ? details : show(details)] : []),
    ...(request ? [`# asked from ${JSON.stringify(from)}:`, JSON.stringify(request)] : []),
    ...(difference
      ? [
          '# differs in (wanted / got):',
          ...Object.entries(difference).map(
            ([where, [wanted, got]]) => `${where}: ${show(wanted)} / ${show(got)}`,
          ),
        ]
      : []),
    ...(decision ? [`# route ${decision.route ?? 'none'}, match ${decision.match ?? 'none'}`] : []),
  ];
  return parts.join('\n');
}

function policies(yaml) {
  return yaml
    .split(/^---\n/m)
    .filter((text) =>
      /^kind: (VirtualService|DestinationRule|Gateway|HTTPRoute|TLSRoute|TCPRoute|ReferenceGrant|ServiceEntry)/m.test(
        text,
      ),
    )
    .join('---\n');
}
