import { matcher } from '../matcher';
import { endsOf } from '../receivers/end';
import { checkSum, compareShares, type Shares } from '../receivers/shares';

export const toRoute = matcher(
  { name: 'toRoute', arguments: 'shares', hides: ['security'] },
  ({ decision, names, namespace }, shares: Shares) => {
    const comparison = compareShares(shares, endsOf(decision), names, namespace);
    checkSum(shares);
    return comparison;
  },
);
