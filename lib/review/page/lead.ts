import type { Difference, Risk } from '../difference/model';
import type { Review } from '../review';
import type { HostRef } from '../subject/hosts';
import type { Block } from '../words/blocks';
import { exampleText } from '../words/example';
import { glancesOf } from '../words/glance';
import { hostTitle } from '../words/notes';
import { PAGE, factsOf } from '../words/page';
import { LEVEL_WORDS, RISK_WORDS } from '../words/risks';
import { witnessOf } from '../words/witness';
import { blockHtml, type Surroundings } from './blocks';
import { markup, type Markup } from './markup';
import { withNumbers } from './numbers';

/** What one has to know first: how grave it is, with a request for each reason, or what stands out. */
export function leadHtml(
  title: string,
  review: Review,
  lead: readonly Block[],
  around: Surroundings,
  isAskable: boolean,
): Markup {
  const lines = lead.filter(({ kind }) => kind !== 'items').map((block) => blockHtml(block, around));
  return markup`<section class="lead" aria-labelledby="title"><h1 id="title">${title}</h1>
    <dl class="facts">${factsOf(review).map(
      ({ label, text, tone }) =>
        markup`<div ${tone && markup`class="tone ${tone}"`}><dt>${label}</dt><dd>${text}</dd></div>`,
    )}</dl>${review.kind === 'difference' ? [...lines, risksHtml(review, around)] : [glanceHtml(review, around), ...lines]}
    ${isAskable ? markup`<p><a class="call" href="#ask">${PAGE.askLead}</a></p>` : undefined}</section>`;
}

function risksHtml(difference: Difference, around: Surroundings): Markup | undefined {
  const { risks } = difference;
  if (risks.length === 0) return undefined;
  return markup`<ul class="risks">${risks.map((risk) => riskHtml(risk, difference, around))}</ul>`;
}

function riskHtml(risk: Risk, difference: Difference, around: Surroundings): Markup {
  const { level, rule, hosts } = risk;
  const links = hosts.flatMap((name) => {
    const doors = difference.hosts.filter((one) => one.host === name);
    return doors.length > 0 ? doors.map((one) => linkHtml(one, around)) : [markup`<span>${name}</span>`];
  });
  return markup`<li class="tone ${level}"><b>${LEVEL_WORDS[level]}:</b> ${RISK_WORDS[rule]}:${' '}
    <span class="where">${shortened(links)}</span>${exampleHtml(risk, difference, around)}</li>`;
}

/** A request that one can picture, and ask about. */
function exampleHtml(risk: Risk, difference: Difference, { askAbout }: Surroundings): Markup | undefined {
  const witness = witnessOf(risk, difference);
  if (!witness) return undefined;
  const { change, before, after } = witness;
  const href = askAbout(change.example);
  return markup`<small class="example"><code>${exampleText(change.example)}</code>
    <span>${withNumbers(before)} <span class="hidden">${PAGE.becomes}</span><span aria-hidden="true">→</span> ${withNumbers(after)}</span>
    ${href && markup` <a class="ask" href="${href}">${PAGE.askExample}</a>`}</small>`;
}

function glanceHtml(review: Review, around: Surroundings): Markup | undefined {
  const glances = review.kind === 'description' ? glancesOf(review) : [];
  if (glances.length === 0) return undefined;
  return markup`<dl class="glance">${glances.map(
    ({ label, hosts, tone }) =>
      markup`<div ${tone && markup`class="tone ${tone}"`}><dt>${label}</dt>
        <dd class="where">${shortened(hosts.map((host) => linkHtml(host, around)))}</dd></div>`,
  )}</dl>`;
}

/** Where there are many, the index has them all. */
const MOST_LINKS = 8;

function shortened(links: readonly Markup[]): readonly Markup[] {
  const shown = links.length > MOST_LINKS ? links.slice(0, MOST_LINKS - 1) : links;
  const list = shown.map((link, i) => (i === 0 ? link : markup`, ${link}`));
  const rest = links.length - shown.length;
  return rest > 0 ? [...list, markup` ${PAGE.more(rest)}`] : list;
}

function linkHtml(host: HostRef, { placeOf }: Surroundings): Markup {
  const name = host.host === '*' ? PAGE.anyHost : host.host.replace(/\.svc\.cluster\.local$/, '');
  return markup`<a href="#${placeOf(host)}" title="${hostTitle(host)}">${name}</a>`;
}
