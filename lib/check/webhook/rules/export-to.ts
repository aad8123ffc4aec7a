import { remove } from '../../edit';
import { show } from '../../finding';
import { destinationRule, serviceEntry, virtualService } from '../examples';
import { rule, type Place } from '../rule';
import { isDnsLabel } from '../text/labels';

const ENTRY = 'hosts: [a.com], ports: [{number: 80, name: http, protocol: HTTP}], resolution: DNS';
const ROUTE = 'hosts: [a.com], http: [{route: [{destination: {host: a.com}}]}]';
const KINDS = ['VirtualService', 'DestinationRule', 'ServiceEntry'] as const;

interface Reading {
  /** The namespaces, with the own one for `.`. */
  readonly namespaces: ReadonlySet<string>;
  readonly duplicates: readonly number[];
  readonly invalid: readonly number[];
}

/** What the webhook makes of the list: an entry that is not valid is as good as none. */
function read(exportTo: readonly string[], { root }: Place): Reading {
  const namespaces = new Set<string>();
  const duplicates: number[] = [];
  const invalid: number[] = [];
  exportTo.forEach((entry, i) => {
    const key = entry === '.' ? root.namespace : entry;
    const isNobody = root.kind === 'ServiceEntry' && entry === '~';
    if (namespaces.has(key)) duplicates.push(i);
    else if (isNobody || key === '*' || isDnsLabel(key)) namespaces.add(key);
    else invalid.push(i);
  });
  return { namespaces, duplicates, invalid };
}

export const EXPORT_TO_RULES = [
  rule(
    KINDS,
    {
      id: 'export-to-duplicate',
      title: 'A namespace is exported to twice',
      why: 'The second entry has no effect; "." and the own namespace are the same.',
      fix: 'Remove one of the two.',
      isFixable: true,
      bad: virtualService(`{${ROUTE}, exportTo: [a, a]}`),
      good: virtualService(`{${ROUTE}, exportTo: [a, "."]}`),
    },
    ({ exportTo }, at) => {
      for (const i of read(exportTo, at).duplicates)
        at.mend(
          [remove(['exportTo', i])],
          `exportTo must name a namespace once, got ${show(exportTo[i])} again`,
          'exportTo',
          i,
        );
    },
  ),
  rule(
    KINDS,
    {
      id: 'export-to-entry',
      title: 'exportTo names no namespace',
      why: 'An export goes to namespaces, not to hosts, selectors or patterns.',
      fix: 'Use "." for the own namespace, "*" for all, or the name of a namespace ("~" for nobody: on a ServiceEntry).',
      bad: virtualService(`{${ROUTE}, exportTo: ["~"]}`),
      good: serviceEntry(`{${ENTRY}, exportTo: ["~"]}`),
    },
    ({ exportTo }, at) => {
      for (const i of read(exportTo, at).invalid)
        at.say(`exportTo must be ".", "*" or a namespace, got ${show(exportTo[i])}`, 'exportTo', i);
    },
  ),
  rule(
    KINDS,
    {
      id: 'export-to-all-and-more',
      title: 'An export to all namespaces names others, too',
      why: '"*" is everybody already.',
      fix: 'Keep "*" alone, or remove it.',
      bad: virtualService(`{${ROUTE}, exportTo: ["*", a]}`),
      good: virtualService(`{${ROUTE}, exportTo: ["*"]}`),
    },
    ({ exportTo }, at) => {
      if (exportTo.length > 1 && read(exportTo, at).namespaces.has('*'))
        at.say(`exportTo must be "*" alone or other entries, got ${show(exportTo)}`, 'exportTo');
    },
  ),
  rule(
    'ServiceEntry',
    {
      id: 'export-to-nobody-and-more',
      title: 'An export to nobody names others, too',
      why: '"~" says that nobody sees the service.',
      fix: 'Keep "~" alone, or remove it.',
      bad: serviceEntry(`{${ENTRY}, exportTo: ["~", a]}`),
      good: serviceEntry(`{${ENTRY}, exportTo: ["~"]}`),
    },
    ({ exportTo }, at) => {
      if (exportTo.length > 1 && read(exportTo, at).namespaces.has('~'))
        at.say(`exportTo must be "~" alone or other entries, got ${show(exportTo)}`, 'exportTo');
    },
  ),
  rule(
    'DestinationRule',
    {
      id: 'export-to-with-selector',
      title: 'A rule for some clients is exported to other namespaces',
      why: 'A DestinationRule with a workloadSelector is for clients of its own namespace only.',
      fix: 'Set exportTo to ["."].',
      bad: destinationRule('{host: a.com, workloadSelector: {matchLabels: {app: b}}, exportTo: ["*"]}'),
      good: destinationRule('{host: a.com, workloadSelector: {matchLabels: {app: b}}, exportTo: ["."]}'),
    },
    ({ exportTo, workloadSelector }, at) => {
      const { namespaces } = read(exportTo, at);
      if (!workloadSelector || namespaces.size === 0) return;
      if (namespaces.size > 1 || !namespaces.has(at.root.namespace))
        at.say(`exportTo of a rule with workloadSelector must be ["."], got ${show(exportTo)}`, 'exportTo');
    },
  ),
];
