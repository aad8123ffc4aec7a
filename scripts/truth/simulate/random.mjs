// Draws from a seed: the same seed, the same mesh.

export class Random {
  #state;

  constructor(seed) {
    this.#state = seed >>> 0;
  }

  /** At least 0, less than 1. (mulberry32) */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  chance(share) {
    return this.next() < share;
  }

  integer(low, high) {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  pick(list) {
    return list[Math.floor(this.next() * list.length)];
  }

  /** Some of them, in their order. */
  some(list, share = 0.5) {
    return list.filter(() => this.chance(share));
  }

  times(low, high, make) {
    return Array.from({ length: this.integer(low, high) }, (_, i) => make(i));
  }

  /** The parts that chance keeps, of `{ part: [share, make] }`. */
  parts(parts) {
    const kept = {};
    for (const [name, [share, make]] of Object.entries(parts)) if (this.chance(share)) kept[name] = make();
    return kept;
  }
}
