import { show } from '../../finding';
import { authorizationPolicy } from '../examples';
import type { View } from '../proto/messages';
import { rule, type Place } from '../rule';
import { attributeProblem } from '../text/attributes';
import { ipProblem, isPolicyPort, serviceAccountProblem, trustDomainProblem } from '../text/policy-values';
import { pathTemplateProblem } from '../text/path-templates';

const rules = (text: string) => authorizationPolicy(`{rules: [{${text}}]}`);
const source = (text: string) => rules(`from: [{source: {${text}}}]`);
const operation = (text: string) => rules(`to: [{operation: {${text}}}]`);
const when = (text: string) => rules(`when: [{${text}}]`);

const NON_EMPTY = {
  Source: [
    'principals',
    'requestPrincipals',
    'namespaces',
    'ipBlocks',
    'remoteIpBlocks',
    'notPrincipals',
    'notRequestPrincipals',
    'notNamespaces',
    'notIpBlocks',
    'notRemoteIpBlocks',
  ],
  Operation: ['ports', 'methods', 'paths', 'hosts', 'notPorts', 'notMethods', 'notPaths', 'notHosts'],
} as const;

/** Complains about the first value of each list with which something is wrong, or about all. */
function check(
  message: object,
  fields: readonly string[],
  at: Place,
  problemOf: (value: string) => string | undefined,
  isFirstOnly: boolean,
): void {
  for (const field of fields) {
    for (const [i, value] of (message as Readonly<Record<string, readonly string[]>>)[field]!.entries()) {
      const problem = problemOf(value);
      if (!problem) continue;
      at.say(`${field} ${problem}, got ${show(value)}`, field, i);
      if (isFirstOnly) break;
    }
  }
}

export const AUTHORIZATION_VALUE_RULES = [
  rule(
    ['Source', 'Operation'],
    {
      id: 'policy-value-empty',
      title: 'A list of a policy has an empty text',
      why: 'Nothing is equal to it, so that it is never meant.',
      fix: 'Remove it, or write * for anything that is not empty.',
      bad: source('principals: [""]'),
      good: source('principals: ["*"]'),
    },
    (message, at) => {
      const fields = NON_EMPTY[at.type as 'Source' | 'Operation'];
      check(message, fields, at, (value) => (value === '' ? 'must not be empty' : undefined), true);
    },
  ),
  rule(
    'Source',
    {
      id: 'policy-ip',
      title: 'A policy has an IP address that is none',
      why: 'It is compared with the address of the client.',
      fix: 'Use an IP address, or a range such as 10.0.0.0/8.',
      bad: source('ipBlocks: [10.0.0]'),
      good: source('ipBlocks: [10.0.0.0/8]'),
    },
    (message, at) => {
      check(
        message,
        ['ipBlocks', 'notIpBlocks', 'remoteIpBlocks', 'notRemoteIpBlocks'],
        at,
        ipProblem,
        false,
      );
    },
  ),
  rule(
    'Source',
    {
      id: 'policy-service-account-count',
      title: 'A policy has more than 16 service accounts',
      why: 'Istio limits what every proxy has to keep.',
      fix: 'Use namespaces, or several rules.',
      bad: source(`serviceAccounts: [${Array.from({ length: 17 }, (_, i) => `a${i}`).join(', ')}]`),
      good: source('serviceAccounts: [a]'),
    },
    (message, at) => {
      for (const field of ['serviceAccounts', 'notServiceAccounts'] as const)
        if (message[field].length > 16)
          at.say(`${field} must have at most 16, got ${message[field].length}`, field);
    },
  ),
  rule(
    'Source',
    {
      id: 'policy-service-account',
      title: 'A policy has a service account that is none',
      why: 'Service accounts are compared as they are.',
      fix: 'Write namespace/name, or the name alone for the own namespace; without wildcards.',
      bad: source('serviceAccounts: ["a/*"]'),
      good: source('serviceAccounts: [a/b]'),
    },
    (message, at) => {
      for (const field of ['serviceAccounts', 'notServiceAccounts'] as const)
        if (message[field].length <= 16) check(message, [field], at, serviceAccountProblem, true);
    },
  ),
  rule(
    'Source',
    {
      id: 'policy-trust-domain',
      title: 'A policy has a trust domain that is none',
      why: 'A trust domain is the part of an identity before the first slash.',
      fix: 'Write it out, or with one * at its start or end.',
      bad: source('trustDomains: ["a/b"]'),
      good: source('trustDomains: ["*.local"]'),
    },
    (message, at) => {
      for (const field of ['trustDomains', 'notTrustDomains'] as const) {
        const values = message[field];
        // First all are asked for one thing, then for the next.
        const problem = trustDomainProblem(values, true);
        if (problem)
          at.say(`${field} ${problem.text}, got ${show(values[problem.index])}`, field, problem.index);
      }
    },
  ),
  rule(
    'Operation',
    {
      id: 'policy-port',
      title: 'A policy has a port that is none',
      why: 'Ports go up to 65535.',
      fix: 'Use the number of a port of the workload, as text.',
      bad: operation('ports: [http]'),
      good: operation('ports: ["8080"]'),
    },
    (message, at) => {
      const problem = (port: string) => (isPolicyPort(port) ? undefined : 'must be from 0 to 65535');
      check(message, ['ports', 'notPorts'], at, problem, false);
    },
  ),
  rule(
    'Operation',
    {
      id: 'policy-path-template',
      title: 'A path of a policy is no template that Envoy takes',
      why: '{*} stands for one segment and {**} for the rest; other braces are refused.',
      fix: 'Use {*} and {**} as whole segments, {**} last, and no * beside them.',
      bad: operation('paths: ["/a/{**}/{*}"]'),
      good: operation('paths: ["/a/{*}/b/{**}", "/c/*"]'),
    },
    (message, at) => {
      check(message, ['paths', 'notPaths'], at, pathTemplateProblem, true);
    },
  ),
  rule(
    'Condition',
    {
      id: 'condition-without-key',
      title: 'A condition has no key',
      why: 'Istio could not tell what to compare.',
      fix: 'Set key, such as request.headers[x-a].',
      bad: when('values: [a]'),
      good: when('key: source.ip, values: [10.0.0.1]'),
    },
    ({ key }, at) => {
      if (key === '') at.say('key must be set, got nothing');
    },
  ),
  rule(
    'Condition',
    {
      id: 'condition-without-values',
      title: 'A condition has nothing to compare with',
      why: 'It could neither be true nor false.',
      fix: 'Add values or notValues.',
      bad: when('key: source.ip'),
      good: when('key: source.ip, notValues: [10.0.0.1]'),
    },
    ({ key, values, notValues }, at) => {
      if (key !== '' && values.length + notValues.length === 0)
        at.say(`values or notValues must be set for ${show(key)}, got none`);
    },
  ),
  rule(
    'Condition',
    {
      id: 'condition-attribute',
      title: 'A condition cannot be asked',
      why: 'Istio does not know the attribute, or its values are none of this attribute.',
      fix: 'Use an attribute of the list, with values of its kind.',
      links: ['https://istio.io/latest/docs/reference/config/security/conditions/'],
      bad: when('key: request.method, values: [GET]'),
      good: when('key: "request.headers[x-a]", values: [b]'),
    },
    (condition, at) => {
      if (!isAsked(condition)) return;
      for (const field of ['values', 'notValues'] as const) {
        const problem = attributeProblem(condition.key, condition[field]);
        if (problem) at.say(`${field} of ${show(condition.key)}: ${problem}`, field);
      }
    },
  ),
];

function isAsked({ key, values, notValues }: View<'Condition'>): boolean {
  return key !== '' && values.length + notValues.length > 0;
}
