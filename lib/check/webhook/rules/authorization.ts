import { show } from '../../finding';
import { authorizationPolicy } from '../examples';
import type { View } from '../proto/messages';
import { rule, type Place } from '../rule';

type Source = View<'Source'>;

const SOURCE_FIELDS = [
  'principals',
  'requestPrincipals',
  'namespaces',
  'serviceAccounts',
  'trustDomains',
  'ipBlocks',
  'remoteIpBlocks',
  'notPrincipals',
  'notRequestPrincipals',
  'notNamespaces',
  'notServiceAccounts',
  'notTrustDomains',
  'notIpBlocks',
  'notRemoteIpBlocks',
] as const satisfies readonly (keyof Source)[];
const OPERATION_FIELDS = [
  'ports',
  'methods',
  'paths',
  'hosts',
  'notPorts',
  'notMethods',
  'notPaths',
  'notHosts',
] as const;

/** What an external authorizer is not told. */
const NOT_FOR_CUSTOM = SOURCE_FIELDS.filter((field) => !/ipBlocks$/i.test(field));
const KEYS_NOT_FOR_CUSTOM = [
  'source.namespace',
  'source.serviceAccount',
  'source.trustDomain',
  'source.principal',
];

/** What can be seen of a connection that is not HTTP. Trust domains do not count, says Istio. */
const OF_CONNECTIONS = SOURCE_FIELDS.filter((field) => !/requestPrincipals|trustDomains/i.test(field));

const policy = (text: string) => authorizationPolicy(`{${text}}`);
const rules = (text: string) => policy(`rules: [{${text}}]`);
const GOOD = rules(
  'from: [{source: {principals: ["*"]}}], to: [{operation: {methods: [GET]}}], when: [{key: source.ip, values: [10.0.0.1]}]',
);
const CUSTOM = 'action: CUSTOM, provider: {name: a}';

function isCustom({ root }: Place): boolean {
  return (root.spec as View<'AuthorizationPolicy'>).action === 'CUSTOM';
}

export const AUTHORIZATION_RULES = [
  rule(
    'AuthorizationPolicy',
    {
      id: 'action-without-rules',
      title: 'A policy that denies or asks has no rules',
      why: 'It would never be used: without rules nothing matches.',
      fix: 'Add rules; [{}] for every request.',
      bad: policy('action: DENY'),
      good: policy('action: DENY, rules: [{}]'),
    },
    ({ action, rules: all }, at) => {
      if ((action === 'DENY' || action === 'CUSTOM') && all.length === 0)
        at.say(`rules must be set with action ${action}, got none`);
    },
  ),
  rule(
    'AuthorizationPolicy',
    {
      id: 'custom-without-provider',
      title: 'A policy asks an authorizer, but not which one',
      why: 'CUSTOM hands the decision to an extension provider of the mesh.',
      fix: 'Set provider.name to a name in extensionProviders of the MeshConfig.',
      bad: policy('action: CUSTOM, rules: [{}]'),
      good: policy(`${CUSTOM}, rules: [{}]`),
    },
    ({ action, rules: all, provider }, at) => {
      if (action === 'CUSTOM' && all.length > 0 && !provider?.name)
        at.say('provider.name must be set with action CUSTOM, got nothing');
    },
  ),
  rule(
    'Source',
    {
      id: 'custom-source',
      title: 'An authorizer is asked about a source that it is not told',
      why: 'Whether to ask is decided before Istio has looked at identities and tokens.',
      fix: 'Leave it to the authorizer, or write another policy with ALLOW or DENY.',
      bad: policy(`${CUSTOM}, rules: [{from: [{source: {namespaces: [a]}}]}]`),
      good: policy(`${CUSTOM}, rules: [{from: [{source: {ipBlocks: [10.0.0.1]}}]}]`),
    },
    (source, at) => {
      if (!isCustom(at)) return;
      for (const field of NOT_FOR_CUSTOM)
        if (source[field].length > 0) at.say(`${field} must not be set with action CUSTOM`, field);
    },
  ),
  rule(
    'Condition',
    {
      id: 'custom-condition',
      title: 'An authorizer is asked on a condition that it is not told',
      why: 'Whether to ask is decided before Istio has looked at identities and tokens.',
      fix: 'Leave it to the authorizer, or write another policy with ALLOW or DENY.',
      bad: policy(`${CUSTOM}, rules: [{when: [{key: source.namespace, values: [a]}]}]`),
      good: policy(`${CUSTOM}, rules: [{when: [{key: source.ip, values: [10.0.0.1]}]}]`),
    },
    ({ key }, at) => {
      if (isCustom(at) && (KEYS_NOT_FOR_CUSTOM.includes(key) || key.startsWith('request.auth.')))
        at.say(`key must be none of an identity or token with action CUSTOM, got ${show(key)}`, 'key');
    },
  ),
  rule(
    'AuthorizationPolicy',
    {
      id: 'provider-without-custom',
      title: 'A policy names an authorizer, and decides itself',
      why: 'Only CUSTOM asks a provider.',
      fix: 'Use action CUSTOM, or remove provider.',
      bad: policy('provider: {name: a}, rules: [{}]'),
      good: policy(`${CUSTOM}, rules: [{}]`),
    },
    ({ action, provider }, at) => {
      if (provider && action !== 'CUSTOM')
        at.say(`provider must not be set with action ${action}`, 'provider');
    },
  ),
  rule(
    'From',
    {
      id: 'from-without-source',
      title: 'A from has no source',
      why: 'Most likely its content is indented wrongly, and was dropped.',
      fix: 'Write from: [{source: {…}}].',
      bad: rules('from: [{}]'),
      good: GOOD,
    },
    ({ source }, at) => {
      if (!source) at.say('source must be set, got nothing');
    },
  ),
  rule(
    'Source',
    {
      id: 'service-accounts-and-principals',
      title: 'serviceAccounts stand beside namespaces or principals',
      why: 'They say the same in other words, and could contradict each other.',
      fix: 'Keep serviceAccounts (as namespace/name), or the others.',
      bad: rules('from: [{source: {serviceAccounts: [a], namespaces: [b]}}]'),
      good: rules('from: [{source: {serviceAccounts: [b/a]}}]'),
    },
    (source, at) => {
      const accounts = source.serviceAccounts.length + source.notServiceAccounts.length;
      const { principals, notPrincipals, namespaces, notNamespaces } = source;
      if (
        accounts > 0 &&
        principals.length + notPrincipals.length + namespaces.length + notNamespaces.length > 0
      )
        at.say('serviceAccounts must not be set beside namespaces or principals');
    },
  ),
  rule(
    'Source',
    {
      id: 'source-empty',
      title: 'A source says nothing',
      why: 'It would be anybody, which is hardly meant.',
      fix: 'Fill it, or leave from out for anybody.',
      bad: rules('from: [{source: {}}]'),
      good: GOOD,
    },
    (source, at) => {
      if (SOURCE_FIELDS.every((field) => source[field].length === 0))
        at.say('source must have a field, got none');
    },
  ),
  rule(
    'To',
    {
      id: 'to-without-operation',
      title: 'A to has no operation',
      why: 'Most likely its content is indented wrongly, and was dropped.',
      fix: 'Write to: [{operation: {…}}].',
      bad: rules('to: [{}]'),
      good: GOOD,
    },
    ({ operation }, at) => {
      if (!operation) at.say('operation must be set, got nothing');
    },
  ),
  rule(
    'Operation',
    {
      id: 'operation-empty',
      title: 'An operation says nothing',
      why: 'It would be any request, which is hardly meant.',
      fix: 'Fill it, or leave to out for any request.',
      bad: rules('to: [{operation: {}}]'),
      good: GOOD,
    },
    (operation, at) => {
      if (OPERATION_FIELDS.every((field) => operation[field].length === 0))
        at.say('operation must have a field, got none');
    },
  ),
  rule(
    'Rule',
    {
      id: 'deny-of-http-blocks-tcp',
      severity: 'warning',
      title: 'A DENY rule about HTTP closes TCP ports',
      why: 'What is not HTTP has no methods, paths or tokens: there the rule denies every connection.',
      fix: 'Add ports (the ones that speak HTTP), or a source such as namespaces.',
      bad: policy('action: DENY, rules: [{to: [{operation: {methods: [POST]}}]}]'),
      good: policy('action: DENY, rules: [{to: [{operation: {methods: [POST], ports: ["8080"]}}]}]'),
    },
    ({ from, to }, at) => {
      if ((at.root.spec as View<'AuthorizationPolicy'>).action !== 'DENY') return;
      const sources = from.flatMap(({ source }) => source ?? []);
      const operations = to.flatMap(({ operation }) => operation ?? []);
      const hasSource = sources.some((source) => OF_CONNECTIONS.some((field) => source[field].length > 0));
      const hasPort = operations.some(({ ports, notPorts }) => ports.length + notPorts.length > 0);
      if (
        (sources.length > 0 && operations.length === 0 && !hasSource) ||
        (operations.length > 0 && !hasPort)
      )
        at.say('a DENY rule about HTTP must name ports, got none');
    },
  ),
];
