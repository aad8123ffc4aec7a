import type {
  ClassChange,
  Difference,
  HostChange,
  NamespaceChange,
  Order,
  Uncertainty,
  ViewChange,
} from '../difference/model';
import type { Aspect, Treatment } from '../facts';
import { aspectText } from './aspects';
import { heading, items, line, type Block, type Item, type TableRow } from './blocks';
import { callersText, isOnePath, requestsText } from './conditions';
import { exampleText } from './example';
import { findingText } from './findings';
import { hostTitle } from './notes';
import { nounOf } from './nouns';
import { count, list, percent } from './numbers';
import { LEVEL_WORDS, RISK_WORDS } from './risks';
import { ABSENT, TITLES } from './titles';

/** A difference as a page in English. */
export function differencePage(difference: Difference): readonly Block[] {
  const { hosts, unchanged, namespaces, findings, uncertainties, risks, order } = difference;
  return [
    heading(1, 'Policy review: what changes'),
    line(summary(difference)),
    ...items(
      risks.map(({ rule, level, hosts: names }): Item => ({
        text: `${LEVEL_WORDS[level]}: ${RISK_WORDS[rule]} (${hostsText(names)}).`,
        sources: [],
        ...(level !== 'none' && { tone: level }),
      })),
    ),
    ...(uncertainties.length > 0
      ? [heading(2, 'Not compared'), ...items(uncertainties.map(uncertaintyText))]
      : []),
    ...(findings.added.length > 0
      ? [heading(2, 'New findings'), ...items(findings.added.map(findingText))]
      : []),
    ...(findings.removed.length > 0
      ? [heading(2, 'Findings that are gone'), ...items(findings.removed.map(findingText))]
      : []),
    ...(order.length > 0 ? [heading(2, 'Order of application'), ...items(order.map(orderText))] : []),
    ...(namespaces.length > 0 ? [heading(2, 'Namespaces'), ...items(namespaces.map(namespaceText))] : []),
    ...hosts.flatMap(hostBlocks),
    ...(unchanged.length > 0 && hosts.length + namespaces.length + uncertainties.length > 0
      ? [
          heading(2, `Unchanged: ${count(unchanged.length, 'host')}`),
          { kind: 'hosts' as const, hosts: unchanged.map((about) => ({ text: hostTitle(about), about })) },
        ]
      : []),
  ];
}

function summary({ hosts, namespaces, uncertainties, blast, risk }: Difference): string {
  if (hosts.length + namespaces.length === 0) {
    return uncertainties.length === 0
      ? `No request is treated differently. Compared: ${count(blast.allHosts, 'host')}, ${count(blast.allClasses, 'class')} of requests.`
      : 'No difference was found, but not everything could be compared.';
  }
  const reach =
    hosts.length > 0
      ? ` ${blast.hosts} of ${count(blast.allHosts, 'host')} and ${blast.classes} of ${count(blast.allClasses, 'class')} of requests are treated differently, for ${callersText(blast.callers)}.`
      : ' No class of requests is treated differently.';
  return `Risk: ${LEVEL_WORDS[risk].toLowerCase()}.${reach}`;
}

function hostBlocks(host: HostChange): readonly Block[] {
  const status = { added: ' (new)', removed: ' (removed)', changed: '' }[host.status];
  return [heading(2, `${hostTitle(host)}${status}`, host), ...host.views.flatMap(viewBlocks)];
}

function viewBlocks({ port, callers, classes, total }: ViewChange): readonly Block[] {
  const where = port === 0 ? 'Any port' : `Port ${port}`;
  return [
    heading(3, where),
    line(`For ${callersText(callers)}: ${classes.length} of ${count(total, 'class')} of requests.`),
    { kind: 'table', columns: ['Requests', 'Before', 'After'], rows: classes.map(rowOf) },
  ];
}

function rowOf(change: ClassChange): TableRow {
  const { connections, requests, example, before, after, aspects, moved, sources } = change;
  const who = requestsText(requests, nounOf(connections));
  const elsewhere = moved > 0 && moved < 1 ? `${percent(moved)} of them end elsewhere.` : '';
  const sample = isOnePath(requests) ? undefined : pathOf(example.url);
  const texts = aspects.map(
    (aspect) => [sideText(before, aspect, sample), sideText(after, aspect, sample)] as const,
  );
  return {
    cells: [
      `${who}\n${exampleText(example)}`,
      texts.map(([text]) => text).join('\n'),
      [...texts.map(([, text]) => text), ...(elsewhere === '' ? [] : [elsewhere])].join('\n'),
    ],
    sentences: [
      `${who}, such as ${exampleText(example)}`,
      ...texts.map(([one, other], i) => `${TITLES[aspects[i]!]}: ${one} → ${other}`),
      ...(elsewhere === '' ? [] : [elsewhere]),
    ],
    sources: [...sources.before, ...sources.after],
    example,
  };
}

function pathOf(url: string): string | undefined {
  return /^https?:\/\/[^/]+(\/[^?]*)/.exec(url)?.[1];
}

function sideText(treatment: Treatment, aspect: Aspect, sample: string | undefined): string {
  const text = aspectText(treatment, aspect, sample);
  return text === '' ? ABSENT[aspect] : text;
}

function namespaceText({ namespace, what, before, after }: NamespaceChange): string {
  const title = { dataPlane: 'data plane', mutualTls: 'mutual TLS', declared: 'namespace' }[what];
  return `${namespace}: ${title}: ${before} → ${after}.`;
}

function uncertaintyText({ kind, host, sources }: Uncertainty): Item {
  const where = host === undefined ? '' : ` (${host})`;
  const text = {
    regex: 'Whether there are requests that meet these conditions together cannot be told',
    policy: 'The policy changes, and looks at more than a request tells, such as addresses or tokens',
    combinations: 'Policies tell more requests apart than could be tried',
    'not-modelled': 'The object changes, and may do anything to requests',
    rewrite:
      'Samples are treated alike, but the rule is written in another way and may treat others differently',
    access:
      'The policies change, and whether they let requests in depends on what the manifests do not say, such as the service account of a gateway',
    unreadable: 'What cannot be read is not the same before and after',
  }[kind];
  return { text: `${text}${where}.`, sources };
}

function orderText({ kind, hosts }: Order): string {
  const text = {
    'definitions-first':
      'Apply DestinationRules, Services and workloads first, then VirtualServices and HTTPRoutes: the other way round, requests fail in between',
    'routes-first':
      'Apply VirtualServices and HTTPRoutes first, then DestinationRules, Services and workloads: the other way round, requests fail in between',
    'two-phase':
      'Apply in three steps, since requests fail in between in either order: add what is new to DestinationRules, Services and workloads and keep what is old; then the VirtualServices and HTTPRoutes; then remove what is old',
  }[kind];
  return `${text} (${hostsText(hosts)}).`;
}

/** Where there are many, each has a part of its own below. */
const MOST_HOSTS = 8;

function hostsText(hosts: readonly string[]): string {
  const names = hosts.map((host) => (host === '*' ? 'any host' : host));
  if (names.length <= MOST_HOSTS) return list(names);
  return `${names.slice(0, MOST_HOSTS - 1).join(', ')} and ${names.length - MOST_HOSTS + 1} more`;
}
