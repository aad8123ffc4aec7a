import type { Review } from '../review';
import type { HostRef } from '../subject/hosts';
import type { Block } from '../words/blocks';
import { PAGE, factsOf } from '../words/page';
import { firstQuestion } from './ask/first';
import { linkTo } from './ask/question';
import { blockHtml, type Surroundings } from './blocks';
import { markup, type Markup } from './markup';
import type { Section } from './sections';

/** What one has to know first. */
export function leadHtml(
  title: string,
  review: Review,
  lead: readonly Block[],
  around: Surroundings,
  isAskable: boolean,
): Markup {
  return markup`<section class="lead" aria-labelledby="title"><h1 id="title">${title}</h1>
    <dl class="facts">${factsOf(review).map(
      ({ label, text, tone }) =>
        markup`<div ${tone && markup`class="tone ${tone}"`}><dt>${label}</dt><dd>${text}</dd></div>`,
    )}</dl>${lead.map((block) => blockHtml(block, around))}
    ${isAskable ? markup`<p><a class="call" href="#ask">${PAGE.askLead}</a></p>` : undefined}</section>`;
}

/** The name of a service stands out from where it is. */
function titleHtml(title: string, { host }: HostRef): Markup | string {
  const [, name] = /^([^.*]+)\..+\.svc\.cluster\.local$/.exec(host) ?? [];
  if (name === undefined || !title.startsWith(host)) return title;
  return markup`${name}<span>${title.slice(name.length)}</span>`;
}

/** @param asked what one can ask about */
export function sectionHtml(
  { title, id, about, blocks }: Section,
  around: Surroundings,
  asked: Review | undefined,
) {
  const attributes = about ? around.markOf(about) : markup`id="${id}" class="general"`;
  const question = asked && about && firstQuestion(asked, about);
  const links =
    about &&
    markup`<span class="links"><a href="#${id}" aria-label="${PAGE.linkTo} ${title}">#</a>
    ${question && markup`<a class="ask" href="${linkTo(question)}" aria-label="${PAGE.askAbout} ${title}">${PAGE.askHost}</a>`}</span>`;
  return markup`<section ${attributes} aria-labelledby="${id}-title"><h2 id="${id}-title">${about ? titleHtml(title, about) : title}</h2>
    ${links}${blocks.map((block) => blockHtml(block, around))}</section>`;
}
