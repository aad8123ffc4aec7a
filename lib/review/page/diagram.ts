import type { Diagram } from '../words/blocks';
import { PAGE } from '../words/page';
import { edgesOf, layOut, CHARACTER, LINE, PADDING, type Box, type Edge } from './layout';
import { markup, type Markup } from './markup';

/** A diagram as a picture in the page itself: it needs no script, and takes its colours from the page. */
export function diagramHtml(diagram: Diagram): Markup {
  const { boxes, width, height } = layOut(diagram);
  const edges = edgesOf(diagram, boxes);
  return markup`<figure class="diagram" tabindex="0" role="group" aria-label="${PAGE.diagram}">
    <svg role="img" aria-label="${PAGE.diagram}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
    ${edges.map(edgeSvg)}${[...boxes.values()].map(boxSvg)}</svg></figure>`;
}

function boxSvg({ shape, lines, x, y, width, height }: Box): Markup {
  const top = y + (height - lines.length * LINE) / 2 + LINE * 0.75;
  const rows = lines.map(
    (line, i) => markup`<tspan x="${x + PADDING}" y="${top + i * LINE}">${line}</tspan>`,
  );
  return markup`<g class="${shape}">
    <rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${shape === 'caller' ? 14 : 5}"/>
    <text>${rows}</text></g>`;
}

function edgeSvg({ from, to, text, isCopy }: Edge): Markup {
  const middle = (from.x + to.x) / 2;
  const label = markup`<text x="${from.x + 8}" y="${from.y - 4}" textLength="${text.length * CHARACTER}">${text}</text>`;
  const start = from.x + (text === '' ? 0 : text.length * CHARACTER + 14);
  const path = `M${from.x} ${from.y}H${start}C${Math.max(middle, start + 20)} ${from.y} ${Math.min(middle, to.x - 16)} ${to.y} ${to.x - 6} ${to.y}`;
  return markup`<g class="edge${isCopy ? ' copy' : ''}"><path d="${path}"/>
    <path class="head" d="M${to.x} ${to.y}l-7 -4v8z"/>${text === '' ? undefined : label}</g>`;
}
