import type { Treatment } from '../facts';
import type { ClassChange, Risk, RiskLevel, RiskRule, TreatmentChange } from './model';
import type { IsProduction } from './production';

/** How grave what a rule finds is. */
export const LEVELS: Readonly<Record<RiskRule, RiskLevel>> = {
  'nobody-serves': 'high',
  'route-removed': 'high',
  'host-removed': 'high',
  'connection-refused': 'high',
  'new-fault': 'high',
  'new-fault-elsewhere': 'medium',
  'mtls-weakened': 'high',
  'access-widened': 'high',
  'access-narrowed': 'medium',
  'mtls-strict': 'medium',
  'door-opened': 'medium',
  'door-closed': 'high',
  'timeout-cut': 'medium',
  'timeout-removed': 'medium',
  'tries-exceed-timeout': 'medium',
  'retries-multiply': 'medium',
  'most-moved': 'medium',
  'some-moved': 'low',
  'copy-lost': 'medium',
  'new-copies': 'low',
  'limits-tightened': 'medium',
  'affinity-lost': 'medium',
  'new-errors': 'medium',
  'not-compared': 'medium',
  other: 'low',
};

const ORDER: readonly RiskLevel[] = ['none', 'low', 'medium', 'high'];

export function isAtLeast(level: RiskLevel, least: RiskLevel): boolean {
  return ORDER.indexOf(level) >= ORDER.indexOf(least);
}

/** The rules that the changes of a host meet. */
export function rulesFor(change: TreatmentChange, isProduction: IsProduction): readonly RiskRule[] {
  const found = rulesOf(change);
  if (isProduction(change)) return found;
  return found.map((rule) => (rule === 'new-fault' ? 'new-fault-elsewhere' : rule));
}

function rulesOf({ kind, status, views }: TreatmentChange): readonly RiskRule[] {
  const rules = new Set<RiskRule>();
  if (kind === 'gateway' && status === 'added') rules.add('door-opened');
  if (kind === 'gateway' && status === 'removed') rules.add('door-closed');
  if (kind !== 'gateway' && status === 'removed') rules.add('host-removed');
  for (const { classes } of views) {
    for (const change of classes) {
      const found = RULES.flatMap(([rule, isMet]) => (isMet(change) ? [rule] : []));
      for (const rule of found) if (status !== 'added' || isBad(rule)) rules.add(rule);
    }
  }
  return rules.size > 0 ? [...rules] : ['other'];
}

/** What also counts for a host that is new. */
function isBad(rule: RiskRule): boolean {
  return ['nobody-serves', 'new-fault', 'tries-exceed-timeout', 'connection-refused'].includes(rule);
}

const RULES: readonly (readonly [RiskRule, (change: ClassChange) => boolean])[] = [
  ['nobody-serves', ({ before, after }) => failing(after) > failing(before)],
  ['route-removed', ({ before, after }) => answered(after, 'NR') > answered(before, 'NR')],
  ['connection-refused', ({ before, after }) => refused(after) > refused(before)],
  [
    'new-fault',
    ({ before, after }) => answered(after, 'FI') > answered(before, 'FI') || delay(after) > delay(before),
  ],
  ['access-widened', ({ before, after }) => denials(before) > denials(after)],
  ['access-narrowed', ({ before, after }) => denials(before) < denials(after)],
  [
    'mtls-weakened',
    ({ before, after, aspects }) => aspects.includes('transport') && isPlain(after) && !isPlain(before),
  ],
  ['timeout-cut', ({ before, after }) => (after.timeout ?? Infinity) < (before.timeout ?? Infinity)],
  ['timeout-removed', ({ before, after }) => before.timeout !== undefined && after.timeout === undefined],
  ['tries-exceed-timeout', ({ before, after }) => isOverBudget(after) && !isOverBudget(before)],
  [
    'retries-multiply',
    ({ before, after }) => (after.retries?.attempts ?? 0) > Math.max(2, before.retries?.attempts ?? 0),
  ],
  ['most-moved', ({ moved }) => moved > 0.5],
  ['some-moved', ({ moved }) => moved > 0 && moved <= 0.5],
  ['copy-lost', ({ before, after }) => lostCopies(after) > lostCopies(before)],
  ['new-copies', ({ before, after }) => copies(after) > copies(before)],
  [
    'limits-tightened',
    ({ before, after, aspects }) => aspects.includes('limits') && tightest(after) < tightest(before),
  ],
  ['affinity-lost', ({ before, after }) => before.affinity.length > 0 && after.affinity.length === 0],
];

/** Requests that fail since there is nobody to take them. */
function failing(treatment: Treatment): number {
  return answered(treatment, 'NC') + answered(treatment, 'UH');
}

function answered({ ends }: Treatment, flag: string): number {
  return ends.reduce((sum, end) => sum + (end.kind === 'answer' && end.flag === flag ? end.share : 0), 0);
}

/** Requests that do not even get an answer, or fail on the way. */
function refused({ ends }: Treatment): number {
  return ends.reduce((sum, end) => {
    const isRefused =
      end.kind === 'closing' || (end.kind === 'answer' && /^(UC|UF|URX)/.test(end.flag ?? ''));
    return sum + (isRefused ? end.share : 0);
  }, 0);
}

function delay({ delay: injected }: Treatment): number {
  return injected ? injected.duration * injected.probability : 0;
}

/** How many of those who may get a request deny it, all of them being more than any. Perhaps is more than none. */
function denials({ access }: Treatment): number {
  if (access?.isUncertain) return 0.5;
  return access?.allowed === false ? Infinity : (access?.denying?.length ?? 0);
}

function isPlain({ transport }: Treatment): boolean {
  return transport.some(({ what }) => what.kind === 'plaintext');
}

/** All tries, each as long as it may take, would take longer than the request may. */
function isOverBudget({ timeout, retries }: Treatment): boolean {
  if (timeout === undefined || retries?.perTryTimeout === undefined) return false;
  return (1 + retries.attempts) * retries.perTryTimeout > timeout;
}

function copies({ mirrors }: Treatment): number {
  return mirrors.reduce((sum, { probability }) => sum + probability, 0);
}

function lostCopies({ mirrors }: Treatment): number {
  return mirrors.reduce((sum, { probability, reachable }) => sum + (reachable ? 0 : probability), 0);
}

function tightest({ limits }: Treatment): number {
  const numbers = limits.flatMap(({ what: { maxConnections, maxPendingRequests, maxRequests } }) =>
    [maxConnections, maxPendingRequests, maxRequests].flatMap((one) => one ?? []),
  );
  return numbers.length > 0 ? numbers.reduce((sum, one) => sum + 1 / one, 0) ** -1 : Infinity;
}

/** The gravest first, each with all its hosts. */
export function collected(found: readonly (readonly [RiskRule, string])[]): readonly Risk[] {
  const hosts = new Map<RiskRule, Set<string>>();
  for (const [rule, host] of found) hosts.set(rule, (hosts.get(rule) ?? new Set()).add(host));
  return [...hosts]
    .map(([rule, names]) => ({ rule, level: LEVELS[rule], hosts: [...names].sort() }))
    .sort((a, b) => ORDER.indexOf(b.level) - ORDER.indexOf(a.level) || (a.rule < b.rule ? -1 : 1));
}
