import { show } from '../../finding';
import { http, TO } from '../examples';
import { rule } from '../rule';
import { inOtherCase } from './shared';
import { isPort } from '../text/protocols';

const KB = 1024;
const BODY_ERROR = 1024 * KB;
const BODY_WARNING = 100 * KB;

export const REDIRECT_RULES = [
  rule(
    'HTTPRedirect',
    {
      id: 'redirect-without-target',
      title: 'A redirect leads to where it came from',
      why: 'The client would ask for the same URL again, without end.',
      fix: 'Set uri, authority, scheme, port or derivePort.',
      bad: http('redirect: {redirectCode: 302}'),
      good: http('redirect: {scheme: https}'),
    },
    ({ uri, authority, scheme, port, derivePort }, at) => {
      if (uri !== '' || authority !== '' || scheme !== '' || port !== undefined || derivePort !== undefined)
        return;
      at.say('redirect must have uri, authority, scheme or port, got none');
      at.stop();
    },
  ),
  rule(
    'HTTPRedirect',
    {
      id: 'redirect-code',
      title: 'A redirect has a status that is none',
      why: 'Clients follow a Location with a status of 3xx only.',
      fix: 'Use 301, 302, 303, 307 or 308.',
      bad: http('redirect: {uri: /b, redirectCode: 200}'),
      good: http('redirect: {uri: /b, redirectCode: 301}'),
    },
    ({ redirectCode }, at) => {
      if (redirectCode === 0 || (redirectCode >= 300 && redirectCode <= 399)) return;
      at.say(`redirectCode must be from 300 to 399, got ${redirectCode}`, 'redirectCode');
      at.stop();
    },
  ),
  rule(
    'HTTPRedirect',
    {
      id: 'redirect-scheme',
      title: 'A redirect has an unknown scheme',
      why: 'Envoy writes http or https into the Location.',
      fix: 'Use http or https, in lower case.',
      isFixable: true,
      bad: http('redirect: {scheme: HTTPS}'),
      good: http('redirect: {scheme: https}'),
    },
    ({ scheme }, at) => {
      if (['', 'http', 'https'].includes(scheme)) return;
      at.mend(
        inOtherCase(['scheme'], scheme, ['http', 'https']),
        `scheme must be http or https, got ${show(scheme)}`,
        'scheme',
      );
      at.stop();
    },
  ),
  rule(
    'HTTPRedirect',
    {
      id: 'redirect-port',
      title: 'A redirect has a port that is none',
      why: 'Ports go up to 65535.',
      fix: 'Use a port from 1 to 65535.',
      bad: http('redirect: {port: 70000}'),
      good: http('redirect: {port: 8080}'),
    },
    ({ port }, at) => {
      if (port !== undefined && port > 0 && !isPort(port))
        at.say(`port must be from 1 to 65535, got ${port}`, 'port');
    },
  ),
  rule(
    'HTTPBody',
    {
      id: 'response-body-too-large',
      title: 'A direct response is larger than 1 MB',
      why: 'Every proxy gets it with its configuration, and keeps it in memory.',
      fix: 'Serve it by a service.',
      bad: http(`directResponse: {status: 200, body: {string: ${'a'.repeat(BODY_ERROR + 1)}}}`),
      good: http('directResponse: {status: 200, body: {string: ok}}'),
    },
    ({ string, bytes }, at) => {
      const size = string === undefined ? (bytes?.length ?? 0) : Buffer.byteLength(string);
      if (size > BODY_ERROR) at.say(`body must have at most ${BODY_ERROR} bytes, got ${size}`);
    },
  ),
  rule(
    'HTTPBody',
    {
      id: 'response-body-large',
      severity: 'warning',
      title: 'A direct response is larger than 100 KB',
      why: 'Every proxy gets it with its configuration, and keeps it in memory.',
      fix: 'Serve it by a service.',
      bad: http(`directResponse: {status: 200, body: {string: ${'a'.repeat(BODY_WARNING + 1)}}}`),
      good: http('directResponse: {status: 200, body: {string: ok}}'),
    },
    ({ string, bytes }, at) => {
      const size = string === undefined ? (bytes?.length ?? 0) : Buffer.byteLength(string);
      if (size > BODY_WARNING && size <= BODY_ERROR)
        at.say(`body should have at most ${BODY_WARNING} bytes, got ${size}`);
    },
  ),
  rule(
    'HTTPRewrite',
    {
      id: 'rewrite-twice',
      title: 'A rewrite has both uri and uriRegexRewrite',
      why: 'A path can be replaced in one way only.',
      fix: 'Keep one of them.',
      bad: http(`${TO}, rewrite: {uri: /a, uriRegexRewrite: {match: b, rewrite: c}}`),
      good: http(`${TO}, rewrite: {uriRegexRewrite: {match: b, rewrite: c}}`),
    },
    ({ uri, uriRegexRewrite }, at) => {
      if (uri === '' || !uriRegexRewrite) return;
      at.say('only one of uri and uriRegexRewrite must be set, got both');
      at.stop();
    },
  ),
  rule(
    'HTTPRewrite',
    {
      id: 'rewrite-without-effect',
      title: 'A rewrite changes nothing',
      why: 'It has neither uri, uriRegexRewrite nor authority.',
      fix: 'Set one of them, or remove rewrite. To cut a prefix, use uri: /.',
      bad: http(`${TO}, rewrite: {uri: ""}`),
      good: http(`${TO}, rewrite: {uri: /}`),
    },
    ({ uri, uriRegexRewrite, authority }, at) => {
      if (uri === '' && !uriRegexRewrite && authority === '')
        at.say('rewrite must have uri, uriRegexRewrite or authority, got none');
    },
  ),
  rule(
    'RegexRewrite',
    {
      id: 'rewrite-regex-half',
      title: 'Half of uriRegexRewrite is missing',
      why: 'It replaces what match finds by rewrite; to delete is not possible.',
      fix: 'Set both match and rewrite.',
      bad: http(`${TO}, rewrite: {uriRegexRewrite: {match: /a}}`),
      good: http(`${TO}, rewrite: {uriRegexRewrite: {match: /a, rewrite: /b}}`),
    },
    ({ match, rewrite }, at) => {
      if (match === '' || rewrite === '')
        at.say('uriRegexRewrite must have match and rewrite, got one of them');
    },
  ),
];
