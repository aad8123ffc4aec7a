import { randomFrom } from '../laws/requests.mjs';

/** Choices that are the same for the same seed. */
export function choices(seed) {
  const random = randomFrom(seed);
  const below = (count) => Math.floor(random() * count);
  return {
    below,
    chance: (share) => random() < share,
    pick: (list) => list[below(list.length)],
  };
}
