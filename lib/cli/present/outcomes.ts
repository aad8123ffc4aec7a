import type { Answered, Decision, Forwarded, Outcome, Receiver } from '../../simulate/decision';
import { verdict } from './access';
import { isBad } from './is-bad';
import { mark, widthOf, wrap, type Span, type Text } from '../../report/marked';
import { percent } from './words';

/** How often the request ends how: a share and an arrow, and behind them who gets it. */
export function presentOutcomes({ outcomes, authorization }: Decision, width: number): Text[] {
  const denial = authorization && !authorization.allowed ? verdict(authorization) : undefined;
  const shares = outcomes.map(({ probability }) => percent(probability));
  const column = Math.max(...shares.map((share) => share.length)) + 2;
  return outcomes.flatMap((outcome, i) => {
    const head: Text = [
      mark('strong', shares[i]!.padStart(column)),
      '  ',
      arrowOf(outcome, denial !== undefined),
      ' ',
    ];
    return hang(head, linesOf(outcome, denial), width);
  });
}

/** The head, and beside it the texts, each on lines of its own. */
function hang(head: Text, texts: readonly Text[], width: number): Text[] {
  const indent = widthOf(head);
  const lines = texts.flatMap((text) => wrap(text, Math.max(width - indent, 20)));
  return lines.map((line, i) => [...(i === 0 ? head : [' '.repeat(indent)]), ...line]);
}

function arrowOf(outcome: Outcome, isDenied: boolean): Span {
  if (outcome.kind === 'forwarded') return mark(isDenied ? 'bad' : 'good', '→');
  return isBad(outcome) ? mark('bad', '✗') : mark('good', '←');
}

function linesOf(outcome: Outcome, denial: Text | undefined): readonly Text[] {
  switch (outcome.kind) {
    case 'forwarded':
      return [destination(outcome), ...receivers(outcome), ...(denial ? [['where it is ', ...denial]] : [])];
    case 'answered':
      return answer(outcome);
    case 'closed':
      return [[mark('bad', 'connection closed'), `, ${outcome.reason}`]];
  }
}

function destination({ host, port, subset, cluster }: Forwarded): Text {
  if (host === undefined)
    return ['the address that was dialled: no service here is known there', mark('faint', ` (${cluster})`)];
  const name = mark('good', port === undefined ? host : `${host}:${port}`);
  return subset === undefined ? [name] : [name, ' subset ', mark('good', subset)];
}

function receivers({ host, workloads, probability }: Forwarded): readonly Text[] {
  if (workloads.length === 0) {
    const advice = 'if there is one, add its Service or ServiceEntry to the manifests';
    return [[mark('faint', host === undefined ? advice : 'its endpoints are not in the manifests')]];
  }
  if (workloads.length === 1) return [receiver(workloads[0]!)];
  const shares = workloads.map(({ share }) => percent(share * probability));
  const column = Math.max(...shares.map((share) => share.length));
  return workloads.map((workload, i) => [`${shares[i]!.padStart(column)}  `, ...receiver(workload)]);
}

function receiver({ namespace, name, version, port }: Receiver): Text {
  const label = version === undefined ? '' : `version ${version}, `;
  return [`${namespace}/${name}`, mark('faint', ` (${label}port ${port})`)];
}

function answer(outcome: Answered): readonly Text[] {
  const { status, flag, reason, grpcStatus, body, location } = outcome;
  const code = `${status}${flag === undefined ? '' : ` ${flag}`}`;
  const grpc = grpcStatus === undefined ? '' : ` (gRPC status ${grpcStatus})`;
  return [
    [mark(isBad(outcome) ? 'bad' : 'good', code), `${grpc} by the proxy, ${reason}`],
    ...(location === undefined ? [] : [['location: ', location]]),
    ...(body === undefined ? [] : [['body: ', shorten(body)]]),
  ];
}

function shorten(text: string): string {
  const limit = 200;
  return text.length > limit ? `${text.slice(0, limit)}… (${text.length} characters)` : text;
}
