import type { HeaderChanges } from '../../simulate/decision';
import type { PerDestination } from '../facts';
import { list } from './numbers';

/** What happens to headers: for all destinations, and for each. */
export function headersText(
  { all, each }: { readonly all?: HeaderChanges; readonly each: PerDestination<HeaderChanges> },
  verb: string,
): string {
  const texts = [
    ...(all ? changesTexts(all) : []),
    ...each.flatMap(({ to, what }) =>
      changesTexts(what).map((text) => `${text} ${verb === 'arrive' ? 'at' : 'from'} ${to}`),
    ),
  ];
  return texts.length > 0 ? `${verb} ${list(texts)}` : '';
}

function changesTexts({ set, add, remove }: HeaderChanges): readonly string[] {
  return [
    ...Object.entries(set).map(([name, text]) => `with ${name}: ${text}`),
    ...Object.entries(add).map(([name, text]) => `with an additional ${name}: ${text}`),
    ...(remove.length > 0 ? [`without ${list(remove)}`] : []),
  ];
}
