import type { Source } from '../facts';
import type { Request } from '../../simulate/request';
import type { HostRef } from '../subject/hosts';
import type { Block, Hosts, Item, Items, Table, TableRow } from '../words/blocks';
import { PAGE } from '../words/page';
import { sourceParts } from '../words/sources';
import { diagramHtml } from './diagram';
import { markup, type Markup } from './markup';
import { withNumbers } from './numbers';

/** What blocks cannot know: the page around them. */
export interface Surroundings {
  /** The attributes of an element that is about a host: its name in the page, and what it can be filtered by. */
  readonly markOf: (host: HostRef) => Markup;
  /** The name in the page of what is about a host. */
  readonly placeOf: (host: HostRef) => string;
  /** Where one can ask about a request. Nothing if nobody can. */
  readonly askAbout: (request: Request) => string | undefined;
}

/** Nobody finds anything in larger ones: the table says the same. */
const MOST_NODES = 60;

export function blockHtml(block: Block, around: Surroundings): Markup {
  switch (block.kind) {
    case 'heading':
      return markup`<h3>${block.text}</h3>`;
    case 'line':
      return markup`<p>${withNumbers(block.text)}</p>`;
    case 'items':
      return itemsHtml(block, around);
    case 'hosts':
      return hostsHtml(block, around);
    case 'table':
      return block.columns.length > 2 ? changesHtml(block, around) : routesHtml(block);
    case 'diagram':
      return block.nodes.length > MOST_NODES ? markup`` : diagramHtml(block);
  }
}

function itemsHtml({ items }: Items, { markOf }: Surroundings): Markup {
  const list = items.map(
    ({ text, sources, about, tone }: Item) =>
      markup`<li ${about && markOf(about)} ${tone && markup`class="tone ${tone}"`}>
        ${withNumbers(text)} ${saidBy(sources)}
      </li>`,
  );
  return markup`<ul>
    ${list}
  </ul>`;
}

function hostsHtml({ hosts }: Hosts, { markOf }: Surroundings): Markup {
  return markup`<ul class="names">
    ${hosts.map(({ text, about }) => markup`<li ${markOf(about)}>${text}</li>`)}
  </ul>`;
}

/** What happens to each class of requests, in order of precedence. */
function routesHtml({ columns, rows }: Table): Markup {
  const [requests = '', what = ''] = columns;
  const lines = rows.map(({ cells: [who = '', does = ''], sources }, i) => {
    return markup`<tr>
      <td class="number">${i + 1}</td>
      <th scope="row">${who}</th>
      <td>${withNumbers(does)} ${saidBy(sources)}</td>
    </tr>`;
  });
  return markup`<table class="routes">
    <thead>
      <tr>
        <th scope="col" class="number"><abbr title="${PAGE.number}">#</abbr></th>
        <th scope="col">${requests}</th>
        <th scope="col">${what}</th>
      </tr>
    </thead>
    <tbody>
      ${lines}
    </tbody>
  </table>`;
}

/** Both sides of each class of requests, aspect by aspect. */
function changesHtml(
  { columns: [requests = '', before = '', after = ''], rows }: Table,
  around: Surroundings,
): Markup {
  return markup`<table class="changes">
    <thead>
      <tr>
        <th scope="col">${requests}</th>
        <th scope="col">${before}</th>
        <th scope="col">${after}</th>
      </tr>
    </thead>
    ${rows.map((row) => changeHtml(row, [before, after], around))}
  </table>`;
}

function changeHtml(
  { cells: [who = '', before = '', after = ''], sources, example }: TableRow,
  [titleBefore, titleAfter]: readonly [string, string],
  { askAbout }: Surroundings,
): Markup {
  const [condition = '', ...such] = who.split('\n');
  const [old, now] = [before.split('\n'), after.split('\n')];
  const count = Math.max(old.length, now.length);
  const href = example && askAbout(example);
  const head = markup`<th scope="rowgroup" rowspan="${count}">
    ${condition} ${such.map((text) => markup`<code>${text}</code>`)}
    ${href && markup`<a class="ask" href="${href}">${PAGE.askExample}</a>`} ${saidBy(sources)}
  </th>`;
  const lines = Array.from({ length: count }, (_, i) => {
    const [one, other] = [old[i], now[i]];
    return markup`<tr>
      ${i === 0 ? head : undefined}
      ${
        one === undefined
          ? markup`<td></td>`
          : markup`<td class="before" data-title="${titleBefore}">${withNumbers(one)}</td>`
      }
      <td class="after" data-title="${titleAfter}">${withNumbers(other ?? '')}</td>
    </tr>`;
  });
  return markup`<tbody>
    ${lines}
  </tbody>`;
}

/** The objects behind a statement, with the place in them, and the construct and file that they come from. */
export function saidBy(sources: readonly Source[]): Markup | undefined {
  if (sources.length === 0) return undefined;
  const parts = sourceParts(sources).map(
    ({ name, place, origin }) =>
      markup`<cite>${name}${place && markup` <code>${place}</code>`}${origin && markup` <span>(${origin})</span>`}</cite> `,
  );
  return markup`<small class="said"><span class="hidden">${PAGE.saidBy} </span>${parts}</small>`;
}
