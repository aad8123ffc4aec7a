import type { ViewDescription } from '../describe/model';
import type { Diagram } from './blocks';
import { anyRequestsText, callersText } from './conditions';
import { duration, percent } from './numbers';
import type { End } from '../facts';

/** Callers, the rules that their requests take, and where these lead. */
export function diagramOf({ callers, routes }: ViewDescription): Diagram {
  const nodes: Diagram['nodes'][number][] = [{ id: 'callers', text: callersText(callers), shape: 'caller' }];
  const arrows: Diagram['arrows'][number][] = [];
  const ids = new Map<string, string>();
  const receiver = (text: string, shape: 'receiver' | 'answer'): string => {
    let id = ids.get(text);
    if (id === undefined) {
      ids.set(text, (id = `to${ids.size + 1}`));
      nodes.push({ id, text, shape });
    }
    return id;
  };
  routes.forEach(({ requests, treatment: { ends, mirrors, delay } }, i) => {
    const rule = `rule${i + 1}`;
    nodes.push({ id: rule, text: `${i + 1}. ${anyRequestsText(requests)}`, shape: 'rule' });
    const wait = delay ? `${percent(delay.probability)} wait ${duration(delay.duration)}` : '';
    arrows.push({ from: 'callers', to: rule, text: wait, isCopy: false });
    for (const end of ends) {
      const shape = end.kind === 'delivery' ? 'receiver' : 'answer';
      arrows.push({ from: rule, to: receiver(endName(end), shape), text: percent(end.share), isCopy: false });
    }
    for (const { to, probability } of mirrors)
      arrows.push({
        from: rule,
        to: receiver(to, 'receiver'),
        text: `${percent(probability)} copied`,
        isCopy: true,
      });
  });
  return { kind: 'diagram', nodes, arrows };
}

function endName(end: End): string {
  switch (end.kind) {
    case 'delivery':
      return end.to;
    case 'answer':
      return end.location === undefined
        ? `${end.status}${end.flag === 'FI' ? ' (fault)' : ''}`
        : `${end.status} to ${end.location}`;
    case 'closing':
      return 'cut off';
  }
}
