import type { Review } from '../review';
import type { Block } from '../words/blocks';
import { describePage } from '../words/description';
import { differencePage } from '../words/difference';
import { renderPage, type PageOptions } from '../page/page';
import { renderJson } from './json';
import { renderMarkdown } from './markdown';
import { renderText } from './text';

/** The forms that a review can have. */
export const FORMATS = ['markdown', 'text', 'json', 'html'] as const;

export type Format = (typeof FORMATS)[number];

/**
 * A review in one of its forms. The same review gives the same bytes.
 * @param options for `html`: with the manifests, one can ask the page about requests
 */
export function render(review: Review, format: Format, options: PageOptions = {}): string {
  switch (format) {
    case 'markdown':
      return renderMarkdown(pageOf(review));
    case 'text':
      return renderText(pageOf(review));
    case 'json':
      return renderJson(review);
    case 'html':
      return renderPage(review, pageOf(review), options);
  }
}

function pageOf(review: Review): readonly Block[] {
  return review.kind === 'description' ? describePage(review) : differencePage(review);
}
