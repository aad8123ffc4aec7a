import { loadManifests, type ManifestInput } from '../../manifest/load';
import type { Fields } from '../../manifest/fields';
import type { Review } from '../review';
import type { Block } from '../words/blocks';
import { PAGE } from '../words/page';
import { formHtml } from './ask/form';
import { linkTo, questionOf } from './ask/question';
import { seedsOf } from './ask/seeds';
import { asset, type Asset } from './assets';
import type { Surroundings } from './blocks';
import { contentPolicy } from './content-policy';
import { HostMarks } from './host-marks';
import { indexHtml } from './host-index';
import { jsonFor, markup, raw } from './markup';
import { leadHtml } from './lead';
import { sectionHtml } from './parts';
import { isAboutHosts, partsOf, type Section } from './sections';

/** What a page needs beside the review, so that one can ask it about requests. */
export interface PageOptions {
  /**
   * What the review was made of: the manifests, or a list of both versions. The page carries what the simulator reads of
   * them: no values of Secrets, and nothing of containers but their ports.
   * @default one cannot ask
   */
  readonly manifests?: ManifestInput;
  /** The MeshConfig that the review was made with. @default that of the manifests, else Istio's */
  readonly mesh?: object;
}

/** A review as one HTML page that needs nothing but itself. */
export function renderPage(
  review: Review,
  blocks: readonly Block[],
  { manifests, mesh }: PageOptions,
): string {
  const seeds =
    manifests === undefined ? undefined : seedsOf(versionsOf(review, manifests), mesh as Fields | undefined);
  const marks = new HostMarks(review);
  const { title, lead, sections } = partsOf(blocks, marks.ids);
  const around: Surroundings = {
    markOf: (host) => marks.markOf(host),
    placeOf: (host) => marks.ids.ofHost(host),
    askAbout: (request) => seeds && linkTo(questionOf(request)),
  };
  const start = leadHtml(title, review, lead, around, seeds !== undefined);
  const parts = sections.map((section) => sectionHtml(section, around, seeds && review));
  const form = seeds && formHtml(review, seeds.documents);
  const place = formPlace(review, sections);
  const scripts: readonly Asset[] = seeds ? ['page.js', 'ask.js'] : ['page.js'];
  const page = markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy(scripts)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">
<title>${title}</title><style>${raw(asset('page.css'))}</style></head>
<body><a class="skip" href="#main">${PAGE.skip}</a>
<header class="top"><a class="brand" href="#main"><b>cdk8s-mesh</b> <span>${PAGE.product}</span></a>
<nav aria-label="${PAGE.parts}"><a href="#main">${PAGE.summary}</a>${seeds && markup`<a href="#ask">${PAGE.askHost}</a>`}</nav>
<button id="theme" type="button" hidden>${PAGE.theme.label}</button></header>
<div class="layout">${indexHtml(review, marks.all)}
<main id="main" tabindex="-1">${start}${parts.slice(0, place)}${form}${parts.slice(place)}
<footer><p>${PAGE.made}</p><noscript><p>${PAGE.noScript}</p></noscript></footer></main></div>
${seeds && markup`<script type="application/json" id="seeds">${jsonFor(seeds)}</script>`}
${scripts.map((name) => markup`<script>${raw(asset(name))}</script>`)}</body></html>`;
  return `${page.text}\n`;
}

/** One can ask behind what is said of all hosts; behind what changes, where something does. */
function formPlace({ kind }: Review, sections: readonly Section[]): number {
  const isBefore = (section: Section): boolean =>
    kind === 'difference' ? section.about !== undefined || !isAboutHosts(section) : !isAboutHosts(section);
  return sections.filter(isBefore).length;
}

/** @throws if there are not as many versions as the review is of */
function versionsOf(review: Review, manifests: ManifestInput) {
  if (review.kind === 'description') return [loadManifests(manifests)];
  const count = Array.isArray(manifests) ? manifests.length : 1;
  if (Array.isArray(manifests) && count === 2) {
    return manifests.map((one: ManifestInput) => loadManifests(one));
  }
  throw new Error(
    `manifests must be both versions that the review compares, got ${count}; give a list of before and after`,
  );
}
