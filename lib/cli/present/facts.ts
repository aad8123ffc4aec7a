import type { AffinityKey, Decision, HeaderChanges, Mirror, Retries } from '../../simulate/decision';
import { accessFacts } from './access';
import { policyFacts } from './policy-facts';
import { mark, wrap, type Text } from '../../report/marked';
import { duration, join, percent } from './words';

/** Something about the request besides where it goes. */
export interface Fact {
  readonly label: string;
  readonly text: Text;
}

/** What happens to the request on its way. What nobody asked for and does not happen has no line, but for time limits. */
export function factsOf(decision: Decision, isHttp: boolean): readonly Fact[] {
  const { outcomes, fault, rewrite, affinity, authorization, mirrors, cors } = decision;
  const forwarded = outcomes.filter((outcome) => outcome.kind === 'forwarded');
  const isRouted = isHttp && forwarded.some(({ host }) => host !== undefined);
  const facts: (Fact | undefined)[] = [
    fault && { label: 'fault', text: faultText(fault) },
    rewrite && { label: 'rewrite', text: join(pairs(rewrite), ', ') },
    ...headerFacts('request headers', decision.requestHeaders),
    ...forwarded.flatMap(({ subset, host, requestHeaders, responseHeaders, authority }) => {
      const to = forwarded.length === 1 ? '' : ` (${subset ?? host ?? 'unknown'})`;
      return [
        authority === undefined ? undefined : { label: `host${to}`, text: [authority] },
        ...headerFacts(`request headers${to}`, requestHeaders),
        ...headerFacts(`response headers${to}`, responseHeaders),
      ];
    }),
    ...headerFacts('response headers', decision.responseHeaders),
    ...mirrors.map((mirror) => ({ label: 'mirror', text: mirrorText(mirror) })),
    isRouted ? { label: 'timeout', text: timeoutText(decision.timeout) } : undefined,
    isRouted ? { label: 'retries', text: retriesText(decision.retries) } : undefined,
    affinity.length > 0 ? { label: 'affinity', text: affinityText(affinity) } : undefined,
    cors && { label: 'CORS', text: [corsText(cors)] },
    ...accessFacts(authorization),
    ...policyFacts(forwarded),
  ];
  return facts.filter((fact) => fact !== undefined);
}

/** Labels to the left, texts in a column of their own. */
export function presentFacts(facts: readonly Fact[], width: number): Text[] {
  const column = Math.max(...facts.map(({ label }) => label.length)) + 2;
  return facts.flatMap(({ label, text }) =>
    wrap(text, Math.max(width - column - 2, 20)).map((line, i) => [
      '  ',
      mark('faint', (i === 0 ? label : '').padEnd(column)),
      ...line,
    ]),
  );
}

function faultText({ delay, abort }: NonNullable<Decision['fault']>): Text {
  const grpc = abort?.grpcStatus === undefined ? '' : ` (gRPC status ${abort.grpcStatus})`;
  return join(
    [
      ...(delay ? [[mark('warning', `${percent(delay.probability)} wait ${duration(delay.duration)}`)]] : []),
      ...(abort ? [[mark('bad', `${percent(abort.probability)} get ${abort.status}${grpc}`)]] : []),
    ],
    ', ',
  );
}

function pairs({ path, authority }: NonNullable<Decision['rewrite']>): readonly Text[] {
  return [
    ...(path === undefined ? [] : [['path ', path]]),
    ...(authority === undefined ? [] : [['host ', authority]]),
  ];
}

function headerFacts(label: string, changes: HeaderChanges | undefined): readonly Fact[] {
  if (!changes) return [];
  const { set, add, remove } = changes;
  const texts: readonly Text[] = [
    ...Object.keys(set).map((name) => ['set ', `${name}: ${set[name]}`]),
    ...Object.keys(add).map((name) => ['add ', `${name}: ${add[name]}`]),
    ...(remove.length > 0 ? [['remove ', remove.join(', ')]] : []),
  ];
  return texts.length === 0 ? [] : [{ label, text: join(texts, '; ') }];
}

function mirrorText({ host, port, subset, probability, reachable, workloads }: Mirror): Text {
  const version = subset === undefined ? '' : ` subset ${subset}`;
  const names = workloads.map(({ namespace, name }) => `${namespace}/${name}`).join(', ');
  return [
    `${percent(probability)} copied to ${host}:${port}${version}`,
    reachable ? mark('faint', names && ` (${names})`) : mark('bad', ', but nobody is there: copies are lost'),
  ];
}

function timeoutText(timeout: number | undefined): Text {
  return timeout === undefined ? ['none'] : [duration(timeout), mark('faint', ' for all tries together')];
}

function retriesText(retries: Retries | undefined): Text {
  if (!retries || retries.attempts === 0) return ['none'];
  const { attempts, on, codes, perTryTimeout, backoff, isDefault } = retries;
  const details = [
    [...on, ...codes].length > 0 ? `on ${[...on, ...codes].join(', ')}` : '',
    perTryTimeout === undefined ? '' : `each at most ${duration(perTryTimeout)}`,
    backoff === undefined ? '' : `after ${duration(backoff)} or more`,
  ].filter((text) => text !== '');
  const who = isDefault ? " (nobody asked: Istio's default)" : '';
  return [`up to ${attempts}${who}`, mark('faint', details.map((text) => `, ${text}`).join(''))];
}

function affinityText(keys: readonly AffinityKey[]): Text {
  const names = keys.map((key) => {
    if (key.kind === 'source-ip') return 'client address';
    const made = key.kind === 'cookie' && key.ttl !== undefined ? ' (the proxy sets it)' : '';
    return `${key.kind} ${key.name}${made}`;
  });
  return ['same endpoint for the same ', names.join(', then ')];
}

function corsText({ originAllowed, preflight }: NonNullable<Decision['cors']>): string {
  const origin = originAllowed ? 'the origin is allowed' : 'the origin is not allowed';
  return preflight ? `${origin}; the proxy answers this preflight itself` : origin;
}
