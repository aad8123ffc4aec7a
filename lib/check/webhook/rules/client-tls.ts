import { show } from '../../finding';
import { policy } from '../examples';
import { rule } from '../rule';

const CONFIG_MAP = 'configmap://';
const tls = (text: string) => policy(`tls: {${text}}`);

export const CLIENT_TLS_RULES = [
  rule(
    'ClientTLSSettings',
    {
      id: 'config-map-credential',
      title: 'credentialName names no ConfigMap',
      why: 'It says where the CA certificates are.',
      fix: 'Write configmap://<namespace>/<name>.',
      bad: tls('mode: SIMPLE, credentialName: "configmap://ca"'),
      good: tls('mode: SIMPLE, credentialName: "configmap://default/ca"'),
    },
    ({ credentialName }, at) => {
      const parts = configMapOf(credentialName);
      if (parts && (parts.length < 2 || parts[0] === '' || parts[1] === ''))
        at.say(
          `credentialName must be configmap://<namespace>/<name>, got ${show(credentialName)}`,
          'credentialName',
        );
    },
  ),
  rule(
    'ClientTLSSettings',
    {
      id: 'config-map-namespace',
      title: 'credentialName names a ConfigMap of another namespace',
      why: 'A rule must not read what belongs to others.',
      fix: 'Copy the ConfigMap into the namespace of the DestinationRule.',
      bad: tls('mode: SIMPLE, credentialName: "configmap://other/ca"'),
      good: tls('mode: SIMPLE, credentialName: "configmap://default/ca"'),
    },
    ({ credentialName }, at) => {
      const [namespace, name] = configMapOf(credentialName) ?? [];
      if (namespace && name && namespace !== at.root.namespace)
        at.say(
          `credentialName must be in namespace ${at.root.namespace}, got ${show(credentialName)}`,
          'credentialName',
        );
    },
  ),
  rule(
    'ClientTLSSettings',
    {
      id: 'skip-verify-and-ca',
      title: 'The server is not verified, but there is something to verify it with',
      why: 'With insecureSkipVerify the CA certificates and names are never looked at.',
      fix: 'Remove insecureSkipVerify, or caCertificates, subjectAltNames and (SIMPLE) credentialName.',
      bad: tls('mode: SIMPLE, insecureSkipVerify: true, caCertificates: /ca.pem'),
      good: tls('mode: SIMPLE, caCertificates: /ca.pem'),
    },
    ({ insecureSkipVerify, mode, caCertificates, credentialName, subjectAltNames }, at) => {
      if (!insecureSkipVerify || (mode !== 'SIMPLE' && mode !== 'MUTUAL')) return;
      const isNamed = mode === 'SIMPLE' && credentialName !== '';
      if (caCertificates !== '' || isNamed || subjectAltNames.length > 0)
        at.say(
          'insecureSkipVerify must not be true beside what the server is verified with',
          'insecureSkipVerify',
        );
    },
  ),
  rule(
    'ClientTLSSettings',
    {
      id: 'credential-and-files',
      title: 'Certificates come from a Secret and from files',
      why: 'Istio could not tell which ones count.',
      fix: 'Keep credentialName, or the files.',
      bad: tls('mode: SIMPLE, credentialName: a, caCertificates: /ca.pem'),
      good: tls('mode: SIMPLE, credentialName: a'),
    },
    (settings, at) => {
      if (settings.credentialName === '' || (settings.mode !== 'SIMPLE' && settings.mode !== 'MUTUAL'))
        return;
      const set = (['clientCertificate', 'privateKey', 'caCertificates', 'caCrl'] as const).filter(
        (field) => settings[field] !== '',
      );
      if (set.length > 0) at.say(`${set.join(' and ')} must not be set beside credentialName`, set[0]!);
      at.stop();
    },
  ),
  ...(
    [
      ['clientCertificate', 'client-certificate', 'certificate'],
      ['privateKey', 'client-private-key', 'private key'],
    ] as const
  ).map(([field, id, what]) =>
    rule(
      'ClientTLSSettings',
      {
        id,
        title: `Mutual TLS has no ${what}`,
        why: 'The client could not say who it is.',
        fix: `Set ${field} or credentialName; with Istio's own certificates use mode ISTIO_MUTUAL.`,
        bad: tls(`mode: MUTUAL, ${field === 'privateKey' ? 'clientCertificate' : 'privateKey'}: /a.pem`),
        good: tls('mode: MUTUAL, clientCertificate: /a.pem, privateKey: /b.pem'),
      },
      (settings, at) => {
        if (settings.mode === 'MUTUAL' && settings[field] === '')
          at.say(`${field} must be set with mode MUTUAL, got nothing`);
      },
    ),
  ),
];

function configMapOf(credentialName: string): string[] | undefined {
  return credentialName.startsWith(CONFIG_MAP)
    ? credentialName.slice(CONFIG_MAP.length).split('/')
    : undefined;
}
