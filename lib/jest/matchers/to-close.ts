import { matcher } from '../matcher';
import { endsOf } from '../receivers/end';
import { showEnds } from '../receivers/shares';

export const toClose = matcher({ name: 'toClose' }, ({ decision }) => {
  const ends = endsOf(decision);
  return {
    pass: ends.every(({ isClosed }) => isClosed),
    expected: 'closed 100 %',
    received: showEnds(ends),
  };
});
