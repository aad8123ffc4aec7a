import fc from 'fast-check';

/** The smallest failure of the same kind that fast-check finds in so many tries. */
export async function shrink(arbitrary, seed, tryAgain, first, tries = 400) {
  let smallest = first;
  let left = tries;
  const property = fc.asyncProperty(arbitrary, async (program) => {
    if (left-- <= 0) return true;
    const { failure } = await tryAgain(program);
    if (!failure || kindOf(failure) !== kindOf(first)) return true;
    smallest = failure;
    return false;
  });
  await fc.check(property, { seed, numRuns: 1 });
  return smallest;
}

function kindOf({ what, difference = {} }) {
  return [what, Object.keys(difference)[0]?.split(' ')[0]].join();
}
