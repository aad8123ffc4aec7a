import { isPlain } from './plain';
import { LEVEL_WORDS } from './risks';
import type { Review } from '../review';
import type { Tone } from './blocks';

/** What stands on the page around a review. */
export const PAGE = {
  skip: 'Skip to the review',
  theme: { label: 'Colours', light: 'Light', dark: 'Dark' },
  product: 'policy review',
  parts: 'Parts of the page',
  nav: 'Hosts',
  anyHost: 'any host',
  search: 'Find hosts',
  searchHint: 'Name, path, header …',
  namespace: 'Namespace',
  risk: 'Risk',
  anyNamespace: 'All namespaces',
  outside: 'Outside',
  anyRisk: 'Any risk',
  atLeast: { low: 'Low or higher', medium: 'Medium or higher', high: 'High' },
  changedOnly: 'Changed only',
  clear: 'Show all',
  summary: 'Summary',
  askLead: 'Ask what happens to a request',
  askHost: 'Ask',
  askAbout: 'Ask about',
  askExample: 'Ask about this one',
  linkTo: 'Link to',
  becomes: 'becomes',
  more: (count: number) => `and ${count} more`,
  number: 'No.',
  saidBy: 'Said by',
  diagram: 'Diagram of what the table says',
  noScript: 'The page needs its script for search and for questions. All that the review says is here.',
  before: 'Before',
  after: 'After',
  made: 'Written by cdk8s-mesh, from manifests alone. Nothing that is typed here leaves the page.',
} as const;

export const ASK = {
  title: 'Ask what happens to a request',
  lead: 'Answered here by the simulator that the review is made with: nothing is sent.',
  from: 'From',
  by: 'from',
  fromHint: 'shop/web, namespace:shop, gateway, outside',
  method: 'Method',
  scheme: 'Scheme',
  host: 'Host',
  port: 'Port',
  path: 'Path',
  headers: 'Headers',
  headersHint: 'One a line: end-user: jason',
  more: 'More about the caller',
  serviceAccount: 'Service account',
  sourceIp: 'Client address',
  claims: 'Claims of its token, as JSON',
  submit: 'Ask',
  answer: 'Answer',
  wrong: 'That cannot be asked: ',
  same: 'Before and after, this request is treated alike.',
  different: 'This request is treated differently: ',
  why: 'Why',
  omitted: (count: number) => `${count} more that are not it`,
  gap: 'Not simulated: ',
} as const;

/** `3 of 15 hosts` */
export function foundText(found: number, all: number): string {
  if (found === all) return `${all} ${all === 1 ? 'host' : 'hosts'}`;
  return found === 0 ? `None of ${all} hosts` : `${found} of ${all} hosts`;
}

/** A number that says how much there is to read. */
export interface Fact {
  readonly label: string;
  readonly text: string;
  /** `none`: it is good. */
  readonly tone?: Tone | 'none';
}

export function factsOf(review: Review): readonly Fact[] {
  if (review.kind === 'description') {
    const { hosts, namespaces, findings, notModelled, unreadable } = review;
    const open = findings.filter(({ acknowledged }) => acknowledged === undefined);
    const gaps = notModelled.length + unreadable.length;
    return [
      { label: 'Namespaces', text: `${namespaces.length}` },
      { label: 'Hosts', text: `${hosts.length}` },
      { label: 'Hosts with rules', text: `${hosts.filter((one) => !isPlain(one)).length}` },
      {
        label:
          open.length < findings.length
            ? `Findings, ${findings.length - open.length} acknowledged`
            : 'Findings',
        text: `${open.length}`,
        ...(open.length > 0 && { tone: gravest(open) }),
      },
      { label: 'Not understood', text: `${gaps}`, ...(gaps > 0 && { tone: 'medium' as const }) },
    ];
  }
  const { risk, blast, order, findings, uncertainties } = review;
  return [
    { label: 'Risk', text: LEVEL_WORDS[risk], tone: risk },
    { label: 'Hosts affected', text: `${blast.hosts} of ${blast.allHosts}` },
    { label: 'Request classes', text: `${blast.classes} of ${blast.allClasses}` },
    {
      label: 'Order to apply',
      text: order.length > 0 ? 'Matters' : 'Any',
      ...(order.length > 0 && { tone: 'high' as const }),
    },
    {
      label: 'New findings',
      text: `${findings.added.length}`,
      ...(findings.added.length > 0 && { tone: gravest(findings.added) }),
    },
    {
      label: 'Not compared',
      text: `${uncertainties.length}`,
      ...(uncertainties.length > 0 && { tone: 'medium' as const }),
    },
  ];
}

function gravest(findings: readonly { readonly severity: string }[]): Tone {
  const has = (severity: string): boolean => findings.some((one) => one.severity === severity);
  return has('error') ? 'high' : has('warning') ? 'medium' : 'low';
}
