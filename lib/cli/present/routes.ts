import type { Outcome } from '../../simulate/decision';
import { refName, type LineOf } from '../../simulate/explain/shown';
import type { HostRoutes, HostTable, RouteRow } from '../../simulate/table/routes';
import { factsOf, type Fact } from './facts';
import { isBad } from './is-bad';
import { drawTable, type Cell } from './table';
import { mark, wrap, type Text } from '../../report/marked';
import { percent } from './words';

export interface TableLayout {
  readonly width: number;
  readonly lineOf: LineOf;
  /** How `--from` would say it. */
  readonly callerName: (caller: HostTable['callers'][number]) => string;
}

const CALLERS = 6;

/** The classes of requests to a host and what comes of them, a table for each port and each kind of callers. */
export function presentRoutes({ host, tables }: HostRoutes, layout: TableLayout): readonly Text[] {
  return tables.flatMap(({ port, callers, rows }, i) => {
    const names = callers.map(layout.callerName);
    const more = names.length > CALLERS ? `, and ${names.length - CALLERS} more` : '';
    const file = onlyFile(rows);
    const gaps = commonGaps(rows);
    return [
      ...(i > 0 ? [[]] : []),
      ...wrap([mark('strong', `${host}, port ${port}`)], layout.width),
      ...wrap([`  from ${names.slice(0, CALLERS).join(', ')}${more}`], layout.width),
      ...(file === undefined ? [] : wrap([`  by the rules in ${file}`], layout.width)),
      [],
      ...drawTable(
        ['', 'request', 'what happens'],
        rows.map((row, n) => cells(row, n, file, gaps, layout)),
        layout.width,
      ),
      ...[...gaps].flatMap((name) => wrap([mark('warning', 'not simulated'), ` ${name}`], layout.width)),
    ];
  });
}

function cells(
  row: RouteRow,
  index: number,
  file: string | undefined,
  told: ReadonlySet<string>,
  { lineOf }: TableLayout,
): readonly Cell[] {
  const { outcomes, authorization } = row.outcome;
  const gaps = gapsIn(row).filter((name) => !told.has(name));
  const isHttp = row.outcome.path.routeConfig !== undefined;
  const facts = factsOf(row.outcome, isHttp).filter((fact) => isTelling(fact, row));
  return [
    [[mark('faint', `${index + 1}`)]],
    [[row.condition], ...place(row, file, lineOf)],
    [
      ...outcomes.map(outcomeText),
      ...(authorization?.allowed === false ? [[mark('bad', 'denied'), `, ${authorization.reason}`]] : []),
      ...facts.map(({ label, text }): Text => [mark('faint', `${label} `), ...text]),
      ...gaps.map((name): Text => [mark('warning', 'not simulated'), ` ${name}`]),
    ],
  ];
}

/** What Istio does with every request, and how connections are made, is left to the decision. */
function isTelling({ label }: Fact, { outcome }: RouteRow): boolean {
  if (label === 'timeout') return outcome.timeout !== undefined;
  if (label === 'retries') return !outcome.retries?.isDefault;
  return !/^(transport|balancing|limits|ejection)\b/.test(label);
}

/** What is not simulated of any of the rows: then it stands once below them. */
function commonGaps(rows: readonly RouteRow[]): ReadonlySet<string> {
  const [first, ...others] = rows.map(gapsIn);
  return new Set(others.length > 0 ? first!.filter((name) => others.every((own) => own.includes(name))) : []);
}

function gapsIn({ outcome }: RouteRow): readonly string[] {
  return outcome.notModelled.map(({ object }) => refName(object));
}

/** The file that all rules are in: then it need not stand beside each. */
function onlyFile(rows: readonly RouteRow[]): string | undefined {
  const files = new Set(rows.flatMap(({ object }) => (object ? [object.file] : [])));
  return files.size === 1 ? [...files][0] : undefined;
}

function place({ object, at }: RouteRow, known: string | undefined, lineOf: LineOf): readonly Text[] {
  if (!object) return [];
  const { file } = object;
  const line = (at !== undefined ? lineOf(object, at) : undefined) ?? object.line;
  if (file === undefined || line === undefined) return [[mark('faint', file ?? refName(object))]];
  return [[mark('faint', file === known ? `line ${line}` : `${file}:${line}`)]];
}

function outcomeText(outcome: Outcome): Text {
  const share = mark('strong', percent(outcome.probability));
  const word = isBad(outcome) ? 'bad' : 'good';
  switch (outcome.kind) {
    case 'forwarded': {
      const { host, port, subset, cluster } = outcome;
      const name = host === undefined ? cluster : `${host.replace(/\.svc\.cluster\.local$/, '')}:${port}`;
      return [
        share,
        ' ',
        mark(word, `→ ${name}`),
        ...(subset === undefined ? [] : [' ', mark(word, subset)]),
      ];
    }
    case 'answered': {
      const { status, flag, location } = outcome;
      const text = `${isBad(outcome) ? '✗' : '←'} ${status}${flag === undefined ? '' : ` ${flag}`}`;
      return [
        share,
        ' ',
        mark(word, text),
        location === undefined ? `, ${outcome.reason}` : ` to ${location}`,
      ];
    }
    case 'closed':
      return [share, ' ', mark(word, '✗ closed'), `, ${outcome.reason}`];
  }
}
