import { aspectText } from './aspects';
import { heading, items, line, type Block, type Item, type TableRow } from './blocks';
import { capitalized, lower } from './case';
import { anyRequestsText, callersText, isOnePath, requestsText } from './conditions';
import { diagramOf } from './diagram';
import { findingText } from './findings';
import { UNASKED, hostTitle, namespaceText, noteText } from './notes';
import { nounOf } from './nouns';
import { list } from './numbers';
import { isNeverRetried, isPlain, isUsual, plainBlocks } from './plain';
import type {
  Access,
  Description,
  HostDescription,
  RouteDescription,
  ViewDescription,
} from '../describe/model';
import type { RequestClass } from '../classes/request-class';
import type { Aspect, Treatment } from '../facts';

/** A description as a page in English. */
export function describePage({
  namespaces,
  hosts,
  unasked,
  findings,
  notModelled,
  unreadable,
}: Description): readonly Block[] {
  return [
    heading(1, 'Policy review'),
    ...(hosts.some(({ views }) => views.some(({ routes }) => routes.length > 1)) ? [line(PRECEDENCE)] : []),
    ...(namespaces.length > 0 ? [heading(2, 'Namespaces'), ...items(namespaces.map(namespaceText))] : []),
    ...(findings.length > 0 ? [heading(2, 'Findings'), ...items(findings.map(findingText))] : []),
    ...(notModelled.length + unreadable.length > 0
      ? [
          heading(2, 'Not understood'),
          ...items([
            ...notModelled.map(({ why, source }): Item => ({
              text: `An object may change what is said here: ${why}.`,
              sources: [source],
            })),
            ...unreadable.map(({ where, message }) => `${where} cannot be read: ${message}.`),
          ]),
        ]
      : []),
    ...(hosts.length > 0
      ? [heading(2, 'What Istio does unasked'), ...items(unasked.map((one) => UNASKED[one]))]
      : []),
    ...hosts.filter((one) => !isPlain(one)).flatMap(hostBlocks),
    ...plainBlocks(hosts.filter(isPlain)),
    ...(hosts.length === 0 ? [line('There are no hosts: nothing is said about any request.')] : []),
  ];
}

const PRECEDENCE = 'Of the numbered statements about a port, the first one that is about a request counts.';

function hostBlocks(host: HostDescription): readonly Block[] {
  return [heading(2, hostTitle(host), host), ...host.views.flatMap((view) => viewBlocks(view, host))];
}

function viewBlocks(view: ViewDescription, host: HostDescription): readonly Block[] {
  const { port, protocol, callers, routes } = view;
  const noun = protocol === 'http' ? 'requests' : 'connections';
  const rows = routes.map((route) => rowOf(route, nounOf(route.connections)));
  return [
    heading(3, `Port ${port}, ${protocol === 'http' ? 'HTTP' : 'connections'}`),
    ...(host.gateway ? [] : [line(`Called by ${callersText(callers)}.`)]),
    { kind: 'table', columns: [capitalized(noun), 'What happens'], rows },
    ...items([...view.access.flatMap(accessItems), ...commonItems(view), ...view.notes.flatMap(noteText)]),
    ...(isWorthDrawing(view) ? [diagramOf(view)] : []),
  ];
}

/** One arrow to one receiver tells nobody anything. */
function isWorthDrawing({ routes }: ViewDescription): boolean {
  return (
    routes.length > 1 || routes.some(({ treatment: { ends, mirrors } }) => ends.length + mirrors.length > 1)
  );
}

function rowOf(route: RouteDescription, noun: string): TableRow {
  const { requests, treatment, aspects, sources } = route;
  const sample = requests.every(isOnePath) ? undefined : samplePath(requests);
  const who = anyRequestsText(requests, noun);
  const [first, ...others] = aspectSentences(treatment, aspects, sample);
  const isShared = treatment.ends.length > 1;
  return {
    cells: [who, [capitalized(first ?? ''), ...others].join(' ')],
    sentences: [`${who}${isShared ? ':' : ''} ${first ?? ''}`, ...others],
    sources,
  };
}

/** The first goes on after `Requests with …`, the others are whole sentences. */
export function aspectSentences(
  treatment: Treatment,
  aspects: readonly Aspect[],
  sample?: string,
): readonly string[] {
  return aspects.flatMap((aspect, i) => {
    const text = wordsOf(treatment, aspect, sample);
    if (text === '') return [];
    const isSentence = i === 0 || /^[\d<>]/.test(text) || ITEM_WORDS[aspect] !== undefined;
    return [`${isSentence ? text : `They ${text}`}.`];
  });
}

/** The path of which the simulator was asked: the shortest of the class. */
function samplePath([first]: readonly RequestClass[]): string {
  const path = first?.matches.find((match) => match.path)?.path;
  return path && path.kind !== 'regex' && path.text !== '' ? path.text : '/';
}

/** What is usual is said for all hosts at once. */
function wordsOf(treatment: Treatment, aspect: Aspect, sample?: string): string {
  const text = aspectText(treatment, aspect, sample);
  if (text === '' || isUsual(treatment, aspect)) return '';
  return ITEM_WORDS[aspect]?.(text) ?? text;
}

/** Aspects that are not said of requests, but of those who send them. */
const ITEM_WORDS: Partial<Record<Aspect, (text: string) => string>> = {
  limits: (text) => `Each caller's proxy keeps at most ${text}`,
  ejection: (text) => `An endpoint is left out ${text}`,
  balancing: (text) => `The proxy picks ${text}`,
  transport: (text) => `The proxy speaks ${text}`,
};

/** What holds for all requests of a port that go to somebody. */
function commonItems({ routes, common, protocol, settings }: ViewDescription): readonly (Item | string)[] {
  const delivered = routes.find(({ treatment: { ends } }) => ends.some(({ kind }) => kind === 'delivery'));
  if (!delivered) return [];
  const { treatment } = delivered;
  return common.flatMap((aspect) => {
    const text = wordsOf(treatment, aspect);
    if (aspect === 'retries' && isNeverRetried(treatment, protocol)) return ['Nothing is tried again.'];
    if (text === '') return [];
    const isSetting = ITEM_WORDS[aspect] !== undefined || aspect === 'affinity';
    const sentence = `${ITEM_WORDS[aspect] ? text : `All of them ${text}`}.`;
    return [isSetting ? { text: sentence, sources: settings } : sentence];
  });
}

function accessItems({
  callers,
  verdict,
  allowed,
  denied,
  denying,
  status,
  reason,
}: Access): readonly string[] {
  const who = capitalized(callersText(callers));
  switch (verdict) {
    case 'allowed':
      return [`${who} are let in.`];
    case 'denied':
      return [
        `${who} are denied${status === undefined ? '' : ` with ${status}`}${reason === undefined ? '' : `: ${reason}`}.`,
      ];
    case 'depends':
      return [
        allowed.length <= denied.length
          ? `Of ${callersText(callers)}, ${classesText(allowed)} are let in, and all others are denied.`
          : `Of ${callersText(callers)}, ${classesText(denied)} are denied, and all others are let in.`,
      ];
    case 'partly':
      return [`Requests of ${callersText(callers)} are denied by ${list(denying)}, which others let in.`];
    case 'unknown':
      return [
        `Whether ${callersText(callers)} are let in depends on what the manifests do not say, such as addresses, or the service account of a gateway.`,
      ];
  }
}

function classesText(classes: readonly RequestClass[]): string {
  return list([...new Set(classes.map((one) => lower(requestsText(one))))]);
}
