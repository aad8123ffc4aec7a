import { matcher } from '../matcher';
import { copiesOf } from '../receivers/end';
import { compareShares, showEnds, type Shares } from '../receivers/shares';

export const toMirror = matcher(
  { name: 'toMirror', arguments: 'shares', hides: ['security', 'fault'] },
  ({ decision, names, namespace }, shares?: Shares) => {
    const copies = copiesOf(decision.mirrors).filter(({ share }) => share > 0);
    if (shares !== undefined) return compareShares(shares, copies, names, namespace);
    return { pass: copies.length > 0, expected: 'copies to somebody', received: showEnds(copies) };
  },
);
