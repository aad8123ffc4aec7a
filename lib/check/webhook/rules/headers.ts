import { show } from '../../finding';
import { http, TO } from '../examples';
import type { View } from '../proto/messages';
import { rule } from '../rule';
import { SECOND } from '../proto/durations';
import { headerValueProblem, isAuthority, isHeaderToken } from '../text/headers';
import { inOtherCase, showDuration } from './shared';

type Field = 'set' | 'add' | 'remove';

function* namesOf(
  operations: View<'HeaderOperations'>,
): Generator<{ field: Field; name: string; step: string | number }> {
  for (const field of ['set', 'add'] as const)
    for (const name of operations[field].keys()) yield { field, name, step: name };
  for (const [step, name] of operations.remove.entries()) yield { field: 'remove', name, step };
}

export const HEADER_RULES = [
  rule(
    'HeaderOperations',
    {
      id: 'header-name-empty',
      title: 'A header to change has no name',
      why: 'There is no such header.',
      fix: 'Name the header.',
      bad: http(`${TO}, headers: {request: {remove: [""]}}`),
      good: http(`${TO}, headers: {request: {remove: [a]}}`),
    },
    (operations, at) => {
      for (const { field, name, step } of namesOf(operations))
        if (name === '') at.say(`a header in ${at.field}.${field} must have a name, got ""`, field, step);
    },
  ),
  rule(
    'HeaderOperations',
    {
      id: 'header-host',
      title: 'The Host header is removed, or set in a response',
      why: 'A request needs its host, and a response has none.',
      fix: 'Set Host in request.set, or use rewrite.authority.',
      bad: http(`${TO}, headers: {request: {remove: [Host]}}`),
      good: http(`${TO}, headers: {request: {set: {Host: a.com}}}`),
    },
    (operations, at) => {
      for (const { field, name, step } of namesOf(operations))
        if (name.toLowerCase() === 'host' && (field === 'remove' || at.field === 'response'))
          at.say(`${at.field}.${field} must not name Host, got ${show(name)}`, field, step);
    },
  ),
  rule(
    'HeaderOperations',
    {
      id: 'header-pseudo',
      title: 'A pseudo header is changed',
      why: 'Envoy keeps :method, :path and the like for itself; only the :authority of a request can be set.',
      fix: 'Use rewrite for path and host.',
      bad: http(`${TO}, headers: {request: {set: {":path": /a}}}`),
      good: http(`${TO}, headers: {request: {set: {":authority": a.com}}}`),
    },
    (operations, at) => {
      for (const { field, name, step } of namesOf(operations)) {
        const isAllowed = at.field === 'request' && field !== 'remove' && isAuthority(name);
        if (name.startsWith(':') && !isAllowed)
          at.say(`${at.field}.${field} must not name a pseudo header, got ${show(name)}`, field, step);
      }
    },
  ),
  rule(
    'HeaderOperations',
    {
      id: 'header-value',
      title: 'The value of a header is not what Envoy takes',
      why: 'Envoy replaces %NAME% in values, and refuses the whole configuration of a proxy for one that it cannot read.',
      fix: 'Write %% for a percent sign, close each %NAME%, and leave control characters out.',
      bad: http(`${TO}, headers: {request: {set: {a: "100%"}}}`),
      good: http(`${TO}, headers: {request: {set: {a: "100%% of %REQ(B)%"}}}`),
    },
    (operations, at) => {
      for (const field of ['set', 'add'] as const)
        for (const [name, value] of operations[field]) {
          const problem = headerValueProblem(value);
          if (problem)
            at.say(`${name} must be a header value, got ${show(value)}, which ${problem}`, field, name);
        }
    },
  ),
  rule(
    'HTTPRoute',
    {
      id: 'authority-twice',
      title: 'The host of the request is set twice',
      why: 'Which one wins would depend on the order in which Envoy works.',
      fix: 'Keep rewrite.authority, or one header.',
      bad: http(`${TO}, rewrite: {authority: a.com}, headers: {request: {set: {host: b.com}}}`),
      good: http(`${TO}, rewrite: {authority: a.com}`),
    },
    ({ rewrite, headers }, at) => {
      let current = rewrite?.authority ?? '';
      for (const field of ['set', 'add'] as const)
        for (const [name, value] of headers?.request?.[field] ?? []) {
          if (!isAuthority(name)) continue;
          if (current !== '') {
            at.say(
              `the host must be set once, got ${show(current)} and ${show(value)}`,
              'headers',
              'request',
              field,
              name,
            );
            return;
          }
          current = value;
        }
    },
  ),
  rule(
    'CorsPolicy',
    {
      id: 'cors-method',
      title: 'CORS allows a method that there is not',
      why: 'Methods are written in upper case, and browsers compare them so.',
      fix: 'Use GET, HEAD, POST, PUT, PATCH, DELETE, CONNECT, OPTIONS, TRACE or *.',
      isFixable: true,
      bad: http(`${TO}, corsPolicy: {allowMethods: [get]}`),
      good: http(`${TO}, corsPolicy: {allowMethods: [GET]}`),
    },
    ({ allowMethods }, at) => {
      allowMethods.forEach((method, i) => {
        if (!METHODS.includes(method))
          at.mend(
            inOtherCase(['allowMethods', i], method, METHODS),
            `a method must be one of ${METHODS.join(', ')}, got ${show(method)}`,
            'allowMethods',
            i,
          );
      });
    },
  ),
  rule(
    'CorsPolicy',
    {
      id: 'cors-header',
      title: 'CORS names no header',
      why: 'No request or response can have such a header.',
      fix: 'Name a header, or * for all.',
      bad: http(`${TO}, corsPolicy: {allowHeaders: ["a b"]}`),
      good: http(`${TO}, corsPolicy: {allowHeaders: [a, "*"]}`),
    },
    (policy, at) => {
      for (const field of ['allowHeaders', 'exposeHeaders'] as const)
        policy[field].forEach((name, i) => {
          if (!isHeaderToken(name)) at.say(`a header must have a valid name, got ${show(name)}`, field, i);
        });
    },
  ),
  rule(
    'CorsPolicy',
    {
      id: 'cors-max-age',
      title: 'maxAge has a fraction of a second',
      why: 'Access-Control-Max-Age counts in seconds.',
      fix: 'Round it to whole seconds.',
      bad: http(`${TO}, corsPolicy: {maxAge: 1500ms}`),
      good: http(`${TO}, corsPolicy: {maxAge: 24h}`),
    },
    ({ maxAge }, at) => {
      if (maxAge !== undefined && maxAge % SECOND > 0n)
        at.say(`maxAge must be a whole number of seconds, got ${showDuration(maxAge)}`, 'maxAge');
    },
  ),
];

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', '*'];
