import { mark, wrap, type Text } from '../../report/marked';

export interface TreeNode {
  readonly text: Text;
  readonly children: readonly TreeNode[];
}

/** Draws trees with lines that lead from each to its children. Long texts are continued under their beginning. */
export function drawTree(nodes: readonly TreeNode[], width: number): Text[] {
  const lines: Text[] = [];
  draw(nodes, '', width, lines);
  return lines;
}

function draw(nodes: readonly TreeNode[], guide: string, width: number, into: Text[]): void {
  nodes.forEach(({ text, children }, i) => {
    const isLast = i === nodes.length - 1;
    const below = `${guide}${isLast ? '   ' : '│  '}`;
    wrap(text, Math.max(width - below.length - 2, 20)).forEach((line, n) => {
      if (n === 0) into.push([mark('faint', `${guide}${isLast ? '└─ ' : '├─ '}`), ...line]);
      else into.push([mark('faint', `${below}${children.length > 0 ? '│ ' : '  '}`), ...line]);
    });
    draw(children, below, width, into);
  });
}
