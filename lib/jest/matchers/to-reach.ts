import { fail } from '../../values/check';
import { matcher } from '../matcher';
import { endsOf } from '../receivers/end';
import { isMeant } from '../receivers/meant';
import { readName } from '../receivers/name';
import { showEnds } from '../receivers/shares';

export const toReach = matcher(
  { name: 'toReach', arguments: 'receiver', hides: ['security'] },
  ({ decision, names, namespace }, receiver: string) => {
    if (typeof receiver !== 'string') fail('a receiver', 'a name', receiver, "write 'reviews v2'");
    const named = readName(receiver, names, namespace);
    const ends = endsOf(decision);
    return {
      pass: ends.some((end) => end.share > 0 && isMeant(named, end)),
      expected: receiver,
      received: showEnds(ends),
    };
  },
);
