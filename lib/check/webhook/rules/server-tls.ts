import { remove } from '../../edit';
import { show } from '../../finding';
import { server } from '../examples';
import type { View } from '../proto/messages';
import { rule } from '../rule';

type Tls = View<'ServerTLSSettings'>;

const PORT = 'port: {number: 443, name: https, protocol: HTTPS}, hosts: [a.com]';
const tls = (text: string) => server(`${PORT}, tls: {${text}}`);
const GOOD = tls('mode: SIMPLE, credentialName: a');
const CIPHERS = new Set([
  ...['ECDSA', 'RSA'].flatMap((key) =>
    ['AES128-GCM-SHA256', 'AES256-GCM-SHA384', 'CHACHA20-POLY1305', 'AES128-SHA', 'AES256-SHA'].map(
      (cipher) => `ECDHE-${key}-${cipher}`,
    ),
  ),
  ...['AES128-GCM-SHA256', 'AES256-GCM-SHA384', 'AES128-SHA', 'AES256-SHA', 'DES-CBC3-SHA'],
]);

/** Operators such as `-AES128-SHA` are let through. */
function isCipher(text: string): boolean {
  return text === '' || text === 'ALL' || !/^[\p{L}\p{N}]/u.test(text) || CIPHERS.has(text);
}

const CERTIFICATES = [
  'serverCertificate',
  'privateKey',
  'caCertificates',
  'tlsCertificates',
  'credentialName',
  'credentialNames',
] as const;

function isSet(settings: Tls, field: (typeof CERTIFICATES)[number] | 'caCrl'): boolean {
  return settings[field].length > 0;
}

function terminates({ mode }: Tls): boolean {
  return mode === 'SIMPLE' || mode === 'MUTUAL' || mode === 'OPTIONAL_MUTUAL';
}

/** Whether the certificates come from files that have to be named here. */
function isFromFiles(settings: Tls): boolean {
  return terminates(settings) && !isSet(settings, 'credentialName') && !isSet(settings, 'credentialNames');
}

export const SERVER_TLS_RULES = [
  rule(
    'ServerTLSSettings',
    {
      id: 'old-tls-without-ciphers',
      severity: 'warning',
      title: 'An old version of TLS has no ciphers',
      why: 'The default ciphers are for TLS 1.2 and later: no connection with an older version would come about.',
      fix: 'List cipherSuites, or use TLSV1_2.',
      bad: tls('mode: SIMPLE, credentialName: a, minProtocolVersion: TLSV1_0'),
      good: tls('mode: SIMPLE, credentialName: a, minProtocolVersion: TLSV1_2'),
    },
    ({ minProtocolVersion: version, cipherSuites }, at) => {
      if ((version === 'TLSV1_0' || version === 'TLSV1_1') && cipherSuites.length === 0)
        at.say(`cipherSuites must be set with minProtocolVersion ${version}, got none`, 'minProtocolVersion');
    },
  ),
  rule(
    'ServerTLSSettings',
    {
      id: 'cipher-unknown',
      severity: 'warning',
      title: 'A cipher is unknown',
      why: 'Istio leaves it out.',
      fix: `Use ${[...CIPHERS].join(', ')}.`,
      bad: tls('mode: SIMPLE, credentialName: a, cipherSuites: [RC4]'),
      good: tls('mode: SIMPLE, credentialName: a, cipherSuites: [AES128-SHA]'),
    },
    ({ cipherSuites }, at) => {
      const wrong = new Set(cipherSuites.filter((cipher) => !isCipher(cipher)));
      if (wrong.size > 0)
        at.say(`cipherSuites must be known ciphers, got ${show([...wrong])}`, 'cipherSuites');
    },
  ),
  rule(
    'ServerTLSSettings',
    {
      id: 'cipher-duplicate',
      severity: 'warning',
      title: 'A cipher is listed twice',
      why: 'Istio leaves the second one out.',
      fix: 'Remove one.',
      isFixable: true,
      bad: tls('mode: SIMPLE, credentialName: a, cipherSuites: [AES128-SHA, AES128-SHA]'),
      good: tls('mode: SIMPLE, credentialName: a, cipherSuites: [AES128-SHA, AES256-SHA]'),
    },
    ({ cipherSuites }, at) => {
      const again = [...cipherSuites.keys()].filter(
        (i) => isCipher(cipherSuites[i]!) && cipherSuites.indexOf(cipherSuites[i]!) < i,
      );
      if (again.length > 0)
        at.mend(
          again.map((i) => remove(['cipherSuites', i])),
          `cipherSuites must be unique, got ${show([...new Set(again.map((i) => cipherSuites[i]))])} again`,
          'cipherSuites',
        );
    },
  ),
  ...CERTIFICATES.map((field) =>
    rule(
      'ServerTLSSettings',
      {
        id: `istio-mutual-${field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
        title: `ISTIO_MUTUAL has ${field}`,
        why: 'With ISTIO_MUTUAL the gateway shows the certificate that Istio gives it.',
        fix: `Remove ${field}, or use mode SIMPLE or MUTUAL.`,
        bad: tls(
          `mode: ISTIO_MUTUAL, ${field}: ${{ tlsCertificates: '[{}]', credentialNames: '[a]' }[field as string] ?? 'a'}`,
        ),
        good: tls('mode: ISTIO_MUTUAL'),
      },
      (settings, at) => {
        if (settings.mode === 'ISTIO_MUTUAL' && isSet(settings, field))
          at.say(`${field} must not be set with mode ISTIO_MUTUAL, got ${show(settings[field])}`, field);
        if (settings.mode === 'ISTIO_MUTUAL' && field === CERTIFICATES.at(-1)) at.stop();
      },
    ),
  ),
  rule(
    'ServerTLSSettings',
    {
      id: 'passthrough-with-certificates',
      severity: 'warning',
      title: 'TLS is passed through, and there are certificates',
      why: 'The gateway would not look at them. Without mode, TLS is passed through.',
      fix: 'Set mode: SIMPLE or MUTUAL, or remove the certificates.',
      bad: tls('credentialName: a'),
      good: GOOD,
    },
    (settings, at) => {
      if (settings.mode !== 'PASSTHROUGH' && settings.mode !== 'AUTO_PASSTHROUGH') return;
      const set = [...CERTIFICATES, 'caCrl' as const].filter((field) => isSet(settings, field));
      if (set.length > 0) at.say(`${set.join(', ')} must not be set with mode ${settings.mode}`, set[0]!);
    },
  ),
  rule(
    'ServerTLSSettings',
    {
      id: 'certificate-sources',
      title: 'Server certificates come from several places',
      why: 'Istio could not tell which ones count.',
      fix: 'Keep one of credentialName, credentialNames, tlsCertificates, and serverCertificate with privateKey.',
      bad: tls('mode: SIMPLE, credentialName: a, credentialNames: [b]'),
      good: GOOD,
    },
    (settings, at) => {
      const sources = (['credentialName', 'credentialNames', 'tlsCertificates'] as const).filter((field) =>
        isSet(settings, field),
      );
      const isFile = isSet(settings, 'serverCertificate') && isSet(settings, 'privateKey');
      const all = [...sources, ...(isFile ? ['serverCertificate'] : [])];
      if (all.length > 1)
        at.say(`server certificates must come from one place, got ${all.join(' and ')}`, all[0]!);
    },
  ),
  rule(
    'ServerTLSSettings',
    {
      id: 'mutual-without-ca',
      title: 'Mutual TLS has nothing to verify clients with',
      why: 'Clients show a certificate, and the gateway needs the CA that it comes from.',
      fix: 'Set caCertificates, or a credentialName whose Secret has them.',
      bad: tls('mode: MUTUAL, serverCertificate: a, privateKey: b'),
      good: tls('mode: MUTUAL, serverCertificate: a, privateKey: b, caCertificates: c'),
    },
    (settings, at) => {
      if (isFromFiles(settings) && settings.mode !== 'SIMPLE' && settings.caCertificates === '')
        at.say(`caCertificates must be set with mode ${settings.mode}, got nothing`);
    },
  ),
  rule(
    'ServerTLSSettings',
    {
      id: 'too-many-certificates',
      severity: 'warning',
      title: 'A server has more than two certificates',
      why: 'Envoy takes one of each kind, RSA and ECDSA.',
      fix: 'Keep two, or make more servers.',
      bad: tls(`mode: SIMPLE, tlsCertificates: [${'{serverCertificate: a, privateKey: b}, '.repeat(3)}]`),
      good: tls(`mode: SIMPLE, tlsCertificates: [${'{serverCertificate: a, privateKey: b}, '.repeat(2)}]`),
    },
    (settings, at) => {
      if (isFromFiles(settings) && settings.tlsCertificates.length > 2)
        at.say(
          `tlsCertificates must have at most 2, got ${settings.tlsCertificates.length}`,
          'tlsCertificates',
        );
    },
  ),
  ...(
    [
      ['serverCertificate', 'server-certificate-missing', 'server certificate'],
      ['privateKey', 'server-private-key-missing', 'private key'],
    ] as const
  ).map(([field, id, what]) =>
    rule(
      'ServerTLSSettings',
      {
        id,
        title: `A server has no ${what}`,
        why: 'The gateway could not show who it is.',
        fix: `Set credentialName, or ${field}.`,
        bad: tls(`mode: SIMPLE, ${field === 'privateKey' ? 'serverCertificate' : 'privateKey'}: a`),
        good: GOOD,
      },
      (settings, at) => {
        if (!isFromFiles(settings)) return;
        if (settings.tlsCertificates.length === 0 && settings[field] === '')
          at.say(`${field} must be set with mode ${settings.mode}, got nothing`);
        settings.tlsCertificates.forEach((certificate, i) => {
          if (certificate[field] === '') at.say(`${field} must be set, got nothing`, 'tlsCertificates', i);
        });
      },
    ),
  ),
  rule(
    'ServerTLSSettings',
    {
      id: 'crl-with-credential',
      title: 'Revocations come from a file, certificates from a Secret',
      why: 'With credentialName all comes from the Secret.',
      fix: 'Put the list into the Secret, under ca.crl.',
      bad: tls('mode: PASSTHROUGH, credentialName: a, caCrl: /crl'),
      good: GOOD,
    },
    (settings, at) => {
      if (
        settings.caCrl !== '' &&
        settings.credentialName !== '' &&
        (isFromFiles(settings) || !terminates(settings))
      )
        at.say('caCrl must not be set beside credentialName', 'caCrl');
    },
  ),
  rule(
    'ServerTLSSettings',
    {
      id: 'crl-without-client-certificates',
      title: 'Revocations are listed, but clients show no certificate',
      why: 'With mode SIMPLE there is nothing that could be revoked.',
      fix: 'Remove caCrl, or use mode MUTUAL.',
      bad: tls('mode: SIMPLE, serverCertificate: a, privateKey: b, caCrl: /crl'),
      good: tls('mode: MUTUAL, serverCertificate: a, privateKey: b, caCertificates: c, caCrl: /crl'),
    },
    (settings, at) => {
      if (settings.caCrl !== '' && settings.mode === 'SIMPLE' && isFromFiles(settings))
        at.say('caCrl must not be set with mode SIMPLE', 'caCrl');
    },
  ),
];
