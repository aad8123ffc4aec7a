import { show } from '../../finding';
import { peerAuthentication, requestAuthentication } from '../examples';
import { NO_ENTRIES } from '../proto/decode';
import { rule } from '../rule';
import { isInteger } from '../text/hosts';
import { readJwks } from '../text/jwks';
import { isPort } from '../text/protocols';
import { parseUrl } from '../text/urls';

const ISSUER = 'issuer: a.com';
const jwt = (text: string) => requestAuthentication(`{jwtRules: [{${text}}]}`);
const GOOD = jwt(`${ISSUER}, jwksUri: "https://a.com/keys"`);
const PUBLIC = '{"keys":[{"kty":"RSA","e":"AQAB","n":"AQAB"}]}';

export const AUTHENTICATION_RULES = [
  rule(
    'JWTRule',
    {
      id: 'jwt-audience-empty',
      title: 'An audience is empty',
      why: 'No token is for nobody.',
      fix: 'Remove it, or name the audience.',
      bad: jwt(`${ISSUER}, audiences: [""]`),
      good: jwt(`${ISSUER}, audiences: [b]`),
    },
    ({ audiences }, at) => {
      audiences.forEach((audience, i) => {
        if (audience === '') at.say('an audience must not be empty, got ""', 'audiences', i);
      });
    },
  ),
  rule(
    'JWTRule',
    {
      id: 'jwt-without-issuer',
      title: 'A rule for tokens has neither issuer nor jwksUri',
      why: 'Istio could not find the keys to verify tokens with.',
      fix: 'Set issuer.',
      bad: jwt('audiences: [b]'),
      good: GOOD,
    },
    ({ issuer, jwksUri }, at) => {
      if (issuer === '' && jwksUri === '') at.say('issuer or jwksUri must be set, got none');
    },
  ),
  rule(
    'JWTRule',
    {
      id: 'jwks-uri',
      title: 'jwksUri is no URL that istiod can ask',
      why: 'The keys could not be fetched, and no token would be valid.',
      fix: 'Use an http or https URL.',
      bad: jwt(`${ISSUER}, jwksUri: "ftp://a.com"`),
      good: GOOD,
    },
    ({ jwksUri }, at) => {
      if (jwksUri === '') return;
      const url = parseUrl(jwksUri);
      if (
        !url ||
        (url.scheme !== 'http' && url.scheme !== 'https') ||
        (url.port !== '' && !isInteger(url.port))
      )
        at.say(`jwksUri must be an http or https URL, got ${show(jwksUri)}`, 'jwksUri');
    },
  ),
  rule(
    'JWTRule',
    {
      id: 'jwks',
      title: 'jwks has no keys that can be read',
      why: 'No token could be verified.',
      fix: 'Use a JSON Web Key Set: {"keys": [...]}.',
      bad: jwt(`${ISSUER}, jwks: "{"`),
      good: jwt(`${ISSUER}, jwks: '${PUBLIC}'`),
    },
    ({ jwks }, at) => {
      const problem = jwks === '' ? undefined : readJwks(jwks).problem;
      if (problem) at.say(`jwks must be a JSON Web Key Set: ${problem}`, 'jwks');
    },
  ),
  rule(
    'JWTRule',
    {
      id: 'jwks-private',
      severity: 'warning',
      title: 'jwks has a private key',
      why: 'Whoever can read the object can sign tokens; to verify them the public key is enough.',
      fix: 'Keep the public part of the key, and replace the key itself.',
      bad: jwt(`${ISSUER}, jwks: '{"keys":[{"kty":"oct","k":"YQ"}]}'`),
      good: jwt(`${ISSUER}, jwks: '${PUBLIC}'`),
    },
    ({ jwks }, at) => {
      if (jwks === '') return;
      const { problem, privateKeys } = readJwks(jwks);
      if (!problem)
        for (const i of privateKeys)
          at.say(`jwks must have public keys only, got a private one at ${i}`, 'jwks');
    },
  ),
  ...(
    [
      ['fromHeaders', 'jwt-from-header', 'header', '[{prefix: a}]', '[{name: a}]'],
      ['fromParams', 'jwt-from-param', 'query parameter', '[""]', '[a]'],
      ['fromCookies', 'jwt-from-cookie', 'cookie', '[""]', '[a]'],
    ] as const
  ).map(([field, id, what, bad, good]) =>
    rule(
      'JWTRule',
      {
        id,
        title: `A ${what} that has the token has no name`,
        why: 'Istio could not find the token.',
        fix: `Name the ${what}.`,
        bad: jwt(`${ISSUER}, ${field}: ${bad}`),
        good: jwt(`${ISSUER}, ${field}: ${good}`),
      },
      (one, at) => {
        one[field].forEach((place, i) => {
          if ((typeof place === 'string' ? place : place.name) === '')
            at.say(`a ${what} must have a name, got ""`, field, i);
        });
      },
    ),
  ),
  rule(
    'ClaimToHeader',
    {
      id: 'claim-to-header-half',
      title: 'A claim is written to no header, or a header has no claim',
      why: 'Nothing would be written.',
      fix: 'Set both header and claim.',
      bad: jwt(`${ISSUER}, outputClaimToHeaders: [{claim: sub}]`),
      good: jwt(`${ISSUER}, outputClaimToHeaders: [{claim: sub, header: x-sub}]`),
    },
    ({ claim, header }, at) => {
      if (claim === '' || header === '') at.say('claim and header must be set, got one of them');
    },
  ),
  rule(
    'ClaimToHeader',
    {
      id: 'claim-to-header-name',
      title: 'A claim is written to a header with a name that is none',
      why: 'Envoy could not write it.',
      fix: 'Use letters, digits, hyphens and underscores.',
      bad: jwt(`${ISSUER}, outputClaimToHeaders: [{claim: sub, header: "x sub"}]`),
      good: jwt(`${ISSUER}, outputClaimToHeaders: [{claim: sub, header: x-sub}]`),
    },
    ({ claim, header }, at) => {
      if (claim !== '' && header !== '' && !/^[-_A-Za-z0-9]+$/.test(header))
        at.say(`header must have a valid name, got ${show(header)}`, 'header');
    },
  ),
  rule(
    'PeerAuthentication',
    {
      id: 'port-mtls-without-selector',
      title: 'mTLS is set for ports of all workloads',
      why: 'Ports are those of a workload: the policy has to select one.',
      fix: 'Add selector with matchLabels, or remove portLevelMtls.',
      bad: peerAuthentication('{portLevelMtls: {8080: {mode: DISABLE}}}'),
      good: peerAuthentication('{selector: {matchLabels: {app: a}}, portLevelMtls: {8080: {mode: DISABLE}}}'),
    },
    ({ selector, portLevelMtls }, at) => {
      if (!selector?.matchLabels.size && portLevelMtls.size > 0)
        at.say('selector must be set beside portLevelMtls, got nothing', 'portLevelMtls');
    },
  ),
  rule(
    'PeerAuthentication',
    {
      id: 'port-mtls-empty',
      title: 'portLevelMtls has no ports',
      why: 'Most likely its content is indented wrongly, and was dropped.',
      fix: 'Add a port, or remove portLevelMtls.',
      bad: peerAuthentication('{selector: {matchLabels: {app: a}}, portLevelMtls: {}}'),
      good: peerAuthentication('{selector: {matchLabels: {app: a}}, portLevelMtls: {8080: {mode: DISABLE}}}'),
    },
    ({ portLevelMtls }, at) => {
      if (portLevelMtls !== NO_ENTRIES && portLevelMtls.size === 0)
        at.say('portLevelMtls must have a port, got none', 'portLevelMtls');
    },
  ),
  rule(
    'PeerAuthentication',
    {
      id: 'port-mtls-port',
      title: 'mTLS is set for a port that is none',
      why: 'Ports go from 1 to 65535.',
      fix: 'Use a port of the workload (not of the Service).',
      bad: peerAuthentication('{selector: {matchLabels: {app: a}}, portLevelMtls: {70000: {mode: DISABLE}}}'),
      good: peerAuthentication('{selector: {matchLabels: {app: a}}, portLevelMtls: {8080: {mode: DISABLE}}}'),
    },
    ({ portLevelMtls }, at) => {
      for (const port of portLevelMtls.keys())
        if (!isPort(port))
          at.say(`a port must be from 1 to 65535, got ${port}`, 'portLevelMtls', String(port));
    },
  ),
];
