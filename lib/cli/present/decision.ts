import type { Decision } from '../../simulate/decision';
import { refName, type LineOf } from '../../simulate/explain/shown';
import { factsOf, presentFacts } from './facts';
import { presentOutcomes } from './outcomes';
import { mark, wrap, type Text } from '../../report/marked';
import { drawTree } from './tree';
import { whyTree } from './why';

/** `brief`: where it goes. `usual`: and what happens on the way, and why. `all`: and all that was rejected. */
export type Detail = 'brief' | 'usual' | 'all';

/** The request in the words of whoever asks. */
export interface Question {
  readonly method: string;
  readonly url: string;
  /** More about it, a line each: `end-user: jason`, `from shop/productpage-v1`. */
  readonly lines: readonly string[];
}

export interface Layout {
  readonly detail: Detail;
  readonly width: number;
  readonly lineOf: LineOf;
}

export function presentDecision(
  { method, url, lines }: Question,
  decision: Decision,
  { detail, width, lineOf }: Layout,
): readonly Text[] {
  const isHttp = !/^(tcp|tls):/i.test(url);
  const facts = detail === 'brief' ? [] : factsOf(decision, isHttp);
  const why = detail === 'brief' ? [] : (decision.explanation ?? []);
  return [
    ...wrap([mark('strong', isHttp ? `${method} ${url}` : url)], width),
    ...lines.flatMap((line) => wrap([`  ${line}`], width)),
    [],
    ...presentOutcomes(decision, width),
    ...section(facts.length > 0 ? presentFacts(facts, width) : []),
    ...section(detail === 'all' ? envoyWords(decision, width) : []),
    ...section(why.length > 0 ? [['Why'], ...drawTree(whyTree(why, detail === 'all', lineOf), width)] : []),
    ...section(caveats(decision, width)),
  ];
}

/** With a blank line before it. */
function section(lines: readonly Text[]): readonly Text[] {
  return lines.length > 0 ? [[], ...lines] : [];
}

/** What `istioctl proxy-config` calls it. */
function envoyWords({ path, outcomes }: Decision, width: number): readonly Text[] {
  const clusters = outcomes.flatMap((outcome) => (outcome.kind === 'forwarded' ? [outcome.cluster] : []));
  const words: readonly (readonly [string, string | undefined])[] = [
    ['listener', path.listener],
    ['route config', path.routeConfig],
    ['virtual host', path.virtualHost],
    ['route', path.route],
    ['cluster', clusters.length > 0 ? clusters.join(' ') : undefined],
  ];
  const facts = words.flatMap(([label, text]) => (text === undefined ? [] : [{ label, text: [text] }]));
  return facts.length === 0 ? [] : [["In Envoy's words"], ...presentFacts(facts, width)];
}

/** What could make the answer wrong is never left out. */
function caveats({ notModelled }: Decision, width: number): readonly Text[] {
  return notModelled.flatMap(({ object, why }) =>
    wrap([mark('warning', 'not simulated'), `: ${refName(object)}, ${why}`], width),
  );
}
