import { show } from '../../finding';
import { http, TO, virtualService } from '../examples';
import type { View } from '../proto/messages';
import { rule, type Place } from '../rule';
import { isMatchable } from '../text/headers';
import { isDnsLabel } from '../text/labels';
import { MAX_REGEX, regexProblem } from '../text/regex';

/** Where a text is matched; CORS origins have rules of their own. */
function isMatch(at: Place): boolean {
  return at.parent?.type === 'HTTPMatchRequest';
}

/** In withoutHeaders, `*` is no expression but stands for "is there". */
function isPresence({ regex }: View<'StringMatch'>, at: Place): boolean {
  return at.field === 'withoutHeaders' && regex === '*';
}

export const HTTP_MATCH_RULES = [
  rule(
    'HTTPMatchRequest',
    {
      id: 'match-header-name',
      title: 'A match names no header',
      why: 'No request can have such a header, so the match would never be true.',
      fix: 'Use the name of a header, a pseudo header such as :authority, or @request.auth.claims.<claim>.',
      bad: http(`match: [{headers: {"user agent": {exact: a}}}], ${TO}`),
      good: http(`match: [{headers: {user-agent: {exact: a}}}], ${TO}`),
    },
    (match, at) => {
      for (const field of ['headers', 'withoutHeaders'] as const)
        for (const name of match[field].keys())
          if (!isMatchable(name)) at.say(`a header must have a valid name, got ${show(name)}`, field, name);
    },
  ),
  rule(
    'StringMatch',
    {
      id: 'match-empty-prefix',
      title: 'A match has an empty prefix',
      why: 'Envoy refuses an empty prefix of anything but a path.',
      fix: 'Give a prefix. For a header that is merely there, write {}.',
      bad: http(`match: [{headers: {a: {prefix: ""}}}], ${TO}`),
      good: http(`match: [{headers: {a: {}}, uri: {prefix: ""}}], ${TO}`),
    },
    ({ prefix }, at) => {
      if (isMatch(at) && at.field !== 'uri' && prefix === '')
        at.say('prefix must not be empty, got ""', 'prefix');
    },
  ),
  rule(
    'StringMatch',
    {
      id: 'match-empty-regex',
      title: 'A match has an empty regular expression',
      why: 'It would match the empty text only, which is never meant.',
      fix: 'Give an expression, such as .* for anything.',
      bad: http(`match: [{uri: {regex: ""}}], ${TO}`),
      good: http(`match: [{uri: {regex: "/a/.*"}}], ${TO}`),
    },
    ({ regex }, at) => {
      if (isMatch(at) && regex === '') at.say('regex must not be empty, got ""', 'regex');
    },
  ),
  rule(
    ['StringMatch', 'RegexRewrite'],
    {
      id: 'regex-too-long',
      title: 'A regular expression is too long',
      why: `Istio takes at most ${MAX_REGEX} bytes, since Envoy compiles it for every proxy.`,
      fix: 'Split it into several matches.',
      bad: http(`match: [{uri: {regex: "${'a'.repeat(MAX_REGEX + 1)}"}}], ${TO}`),
      good: http(`match: [{uri: {regex: "a+"}}], ${TO}`),
    },
    (message, at) => {
      const [field, regex] = expressionOf(message, at);
      const length = Buffer.byteLength(regex);
      if (length > MAX_REGEX) at.say(`${field} must have at most ${MAX_REGEX} bytes, got ${length}`, field);
    },
  ),
  rule(
    ['StringMatch', 'RegexRewrite'],
    {
      id: 'regex-invalid',
      title: 'A regular expression cannot be compiled',
      why: 'Envoy uses RE2, which knows neither look-around nor back-references, and matches the whole text.',
      fix: 'Rewrite it in RE2 syntax; "*" alone is no expression, ".*" is.',
      links: ['https://github.com/google/re2/wiki/Syntax'],
      bad: http(`match: [{uri: {regex: "(?!a).*"}}], ${TO}`),
      good: http(`match: [{uri: {regex: "[^a].*"}}], ${TO}`),
    },
    (message, at) => {
      const [field, regex] = expressionOf(message, at);
      const problem = regex === '' || Buffer.byteLength(regex) > MAX_REGEX ? undefined : regexProblem(regex);
      if (problem) at.say(`${field} must be an RE2 expression, got ${show(regex)}: ${problem}`, field);
    },
  ),
  rule(
    'HTTPMatchRequest',
    {
      id: 'match-source-namespace',
      title: 'sourceNamespace is no namespace',
      why: 'No request can come from it.',
      fix: 'Name a namespace.',
      bad: http(`match: [{sourceNamespace: "*"}], ${TO}`),
      good: http(`match: [{sourceNamespace: shop}], ${TO}`),
    },
    ({ sourceNamespace }, at) => {
      if (sourceNamespace !== '' && !isDnsLabel(sourceNamespace))
        at.say(`sourceNamespace must be a DNS label, got ${show(sourceNamespace)}`, 'sourceNamespace');
    },
  ),
  rule(
    'CorsPolicy',
    {
      id: 'cors-origin-empty',
      title: 'An allowed origin says nothing',
      why: 'An origin is compared as exact text, prefix or regular expression; this one has none of them.',
      fix: 'Give exact, prefix or regex.',
      bad: virtualService(`{hosts: [a.com], http: [{${TO}, corsPolicy: {allowOrigins: [{exact: ""}]}}]}`),
      good: http(`${TO}, corsPolicy: {allowOrigins: [{exact: "https://a.com"}]}`),
    },
    ({ allowOrigins }, at) => {
      allowOrigins.forEach(({ exact, prefix, regex }, i) => {
        if (!exact && !prefix && !regex)
          at.say('an origin must have exact, prefix or regex, got none', 'allowOrigins', i);
      });
    },
  ),
];

/** The field with the expression, and the expression; empty if it is not to be looked at. */
function expressionOf(message: View<'StringMatch'> | View<'RegexRewrite'>, at: Place): [string, string] {
  if ('rewrite' in message) return ['match', message.rewrite === '' || isShadowed(at) ? '' : message.match];
  return ['regex', isPresence(message, at) ? '' : (message.regex ?? '')];
}

/** Of a rewrite with both uri and uriRegexRewrite Istio says only that. */
function isShadowed({ parent }: Place): boolean {
  return (parent?.message as View<'HTTPRewrite'>).uri !== '';
}
