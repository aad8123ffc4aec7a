import type { HeaderChange } from '../model/contribution';
import { checkHeaderName, checkHeaderText, fail } from './check';
import type { HeaderChanges } from './headers';

/** Single changes, in the order in which they are written. */
export function headerChanges(thing: string, changes: HeaderChanges | undefined): HeaderChange[] {
  const written = (change: 'set' | 'add') =>
    Object.entries(changes?.[change] ?? {}).map(([name, text]): HeaderChange => {
      const header = checkHeaderName(`${thing} to ${change}`, name);
      return { name: header, change, text: checkHeaderText(`${thing} ${header}`, text) };
    });
  const removed = (changes?.remove ?? []).map((name): HeaderChange => {
    return { name: checkHeaderName(`${thing} to remove`, name), change: 'remove' };
  });
  const all = [...written('set'), ...written('add'), ...removed];
  const twice = all.find(({ name }, i) => all.findIndex((other) => other.name === name) !== i);
  if (twice) fail(thing, 'changed in one way only', twice.name, 'name each header once');
  return all;
}
