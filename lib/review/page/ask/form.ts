import { namespaceOf } from '../../../manifest/catalog';
import type { Document } from '../../../manifest/document';
import { fieldsOf } from '../../../manifest/fields';
import type { Caller } from '../../../simulate/request';
import { nameCaller } from '../../../simulate/written/caller';
import type { Review } from '../../review';
import { exampleOf, type HostRef } from '../../subject/hosts';
import { ASK } from '../../words/page';
import { markup, type Markup } from '../markup';
import { firstQuestion } from './first';
import { SCHEMES, type Field, type Question } from './question';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** The form to ask with. It is hidden until the script of the page is there. */
export function formHtml(review: Review, documents: readonly Document[]): Markup {
  const hosts = new Set(hostsIn(review).map(({ host }) => exampleOf(host)));
  const callers = new Set([...callersOf(review).map(nameCaller), ...workloadsIn(documents), 'outside']);
  const first = firstQuestion(review, hostsIn(review)[0]);
  const exact = markup`spellcheck="false" autocapitalize="off"`;
  return markup`<section id="ask" class="ask" hidden aria-labelledby="ask-title">
    <h2 id="ask-title">${ASK.title}</h2><p class="quiet">${ASK.lead}</p>
    <form id="ask-form" autocomplete="off"><div class="fields">
    ${select('method', METHODS)}${select('scheme', SCHEMES)}
    ${input('host', first, markup`list="hosts" required ${exact}`)}
    ${input('port', first, markup`inputmode="numeric"`)}
    ${input('path', first, exact)}
    ${input('from', first, markup`list="callers" ${exact}`, ASK.fromHint)}
    <p class="field headers"><label for="ask-headers">${ASK.headers}</label>
    <textarea id="ask-headers" name="headers" rows="2" aria-describedby="ask-headers-hint" ${exact}></textarea>
    <small id="ask-headers-hint">${ASK.headersHint}</small></p></div>
    <details><summary>${ASK.more}</summary><div class="fields">
    ${input('serviceAccount', first, exact)}${input('sourceIp', first, exact)}${input('claims', first, exact)}</div></details>
    <p class="submit"><button type="submit">${ASK.submit}</button></p></form>
    ${options('callers', callers)}${options('hosts', hosts)}
    <div id="answer" tabindex="-1" role="region" aria-label="${ASK.answer}" aria-live="polite"></div></section>`;
}

function hostsIn(review: Review): readonly HostRef[] {
  return review.kind === 'difference' ? [...review.hosts, ...review.unchanged] : review.hosts;
}

function callersOf(review: Review): readonly Caller[] {
  const hosts: readonly { readonly views: readonly { readonly callers: readonly Caller[] }[] }[] =
    review.hosts;
  return hosts.flatMap(({ views }) => views.flatMap(({ callers }) => callers));
}

/** Whose labels are known by their name. */
function workloadsIn(documents: readonly Document[]): readonly string[] {
  return documents
    .filter(({ object: { kind, spec } }) => kind === 'Pod' || fieldsOf(spec).template !== undefined)
    .map((document) => `${namespaceOf(document)}/${document.object.metadata.name}`);
}

function input(name: Field, first: Question, attributes: Markup, hint?: string): Markup {
  const described = hint === undefined ? undefined : markup`aria-describedby="ask-${name}-hint"`;
  return markup`<p class="field ${name}"><label for="ask-${name}">${ASK[name]}</label>
    <input id="ask-${name}" name="${name}" value="${first[name] ?? ''}" ${attributes} ${described}>
    ${hint && markup`<small id="ask-${name}-hint">${hint}</small>`}</p>`;
}

function select(name: 'method' | 'scheme', choices: readonly string[]): Markup {
  return markup`<p class="field ${name}"><label for="ask-${name}">${ASK[name]}</label>
    <select id="ask-${name}" name="${name}">${choices.map((one) => markup`<option>${one}</option>`)}</select></p>`;
}

function options(id: string, texts: Iterable<string>): Markup {
  return markup`<datalist id="${id}">${[...texts].map((text) => markup`<option value="${text}"></option>`)}</datalist>`;
}
