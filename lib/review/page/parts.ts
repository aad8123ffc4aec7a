import type { Review } from '../review';
import type { HostRef } from '../subject/hosts';
import { PAGE } from '../words/page';
import { firstQuestion } from './ask/first';
import { linkTo } from './ask/question';
import { blockHtml, type Surroundings } from './blocks';
import { markup, type Markup } from './markup';
import type { Section } from './sections';

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
