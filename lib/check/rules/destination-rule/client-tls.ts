import {
  fieldsList,
  fieldsOf,
  isFields,
  numberOf,
  optionalFields,
  textOf,
  type Fields,
} from '../../../manifest/fields';
import type { Path } from '../../../manifest/position';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { destinationRule } from '../fixture';

const SELECTOR = 'workloadSelector: {matchLabels: {app: web}}';
const LINKS = [
  'https://istio.io/latest/docs/reference/config/networking/destination-rule/#ClientTLSSettings',
];
const simple = (more: string, top = ''): string =>
  destinationRule('shop/a', `{host: a.com, trafficPolicy: {tls: {mode: SIMPLE${more}}}${top && `, ${top}`}}`);

export const systemCa = rule({
  id: 'client-tls-system-ca',
  title: 'TLS that trusts the public authorities',
  severity: 'info',
  why: 'Without caCertificates the server’s certificate is checked against the proxy’s system bundle: one of a private authority is refused, and requests get 503.',
  fix: 'Name the authority in caCertificates (or credentialName with a workloadSelector), if it is not a public one.',
  upstream: ['IST0128', 'IST0129'],
  links: LINKS,
  bad: simple(''),
  good: simple(', caCertificates: /etc/certs/ca.pem'),
  check(mesh, reporter) {
    for (const { spec, document } of mesh.list(KIND.destinationRule)) {
      for (const [path, tls] of topLevelTls(spec)) {
        if (!originates(tls) || textOf(tls.caCertificates)) continue;
        if (textOf(tls.credentialName) && spec.workloadSelector) continue;
        reporter.add(
          document,
          [...path, 'mode'],
          `caCertificates must name the server’s authority if it is private, got nothing with mode ${textOf(tls.mode)}`,
          {
            upstream: [path.length === 3 ? 'IST0128' : 'IST0129'],
          },
        );
      }
    }
  },
});

export const credentialSelector = rule({
  id: 'client-tls-credential',
  title: 'A client certificate that sidecars never get',
  severity: 'error',
  why: 'A DestinationRule without workloadSelector gives sidecars no Secret: they drop the TLS settings as a whole and send plaintext. Only gateways originate TLS.',
  fix: 'Add a workloadSelector that takes the clients, or name files in the pod instead of a Secret.',
  links: LINKS,
  bad: simple(', credentialName: client-cert'),
  good: simple(', credentialName: client-cert', SELECTOR),
  check(mesh, reporter) {
    for (const { spec, document } of mesh.list(KIND.destinationRule)) {
      if (spec.workloadSelector) continue;
      for (const [path, tls] of allTls(spec)) {
        const credential = textOf(tls.credentialName) ?? '';
        if (originates(tls) && credential !== '' && !credential.startsWith('configmap://'))
          reporter.add(
            document,
            [...path, 'credentialName'],
            `credentialName must stand beside a workloadSelector, got ${credential} without`,
          );
      }
    }
  },
});

function originates({ mode }: Fields): boolean {
  return mode === 'SIMPLE' || mode === 'MUTUAL';
}

type Found = readonly (readonly [Path, Fields])[];

function topLevelTls({ trafficPolicy }: Fields): Found {
  return policyTls(trafficPolicy, ['spec', 'trafficPolicy']);
}

function policyTls(policy: unknown, at: Path): Found {
  const { tls, portLevelSettings } = fieldsOf(policy);
  const ports = fieldsList(portLevelSettings).flatMap((port, i): Found => {
    const own = optionalFields(port.tls);
    return own ? [[[...at, 'portLevelSettings', i, 'tls'], own]] : [];
  });
  return isFields(tls) ? [[[...at, 'tls'], tls], ...ports] : ports;
}

/** Those of subsets, too. */
export function allTls(spec: Fields): Found {
  const subsets = fieldsList(spec.subsets).flatMap(({ trafficPolicy }, i) =>
    policyTls(trafficPolicy, ['spec', 'subsets', i, 'trafficPolicy']),
  );
  return [...topLevelTls(spec), ...subsets];
}

/** The port of a place among `portLevelSettings`. */
export function portAt(spec: Fields, path: Path): number | undefined {
  const at = path.indexOf('portLevelSettings');
  if (at === -1) return undefined;
  const policy =
    path[1] === 'subsets' ? fieldsList(spec.subsets)[Number(path[2])]?.trafficPolicy : spec.trafficPolicy;
  return numberOf(
    fieldsOf(fieldsList(fieldsOf(policy).portLevelSettings)[Number(path[at + 1])]?.port).number,
  );
}
