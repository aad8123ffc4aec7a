import type { Answers } from '../edit';

/** @throws if an answer is none */
export function checkAnswers({ faultPercentage }: Answers): void {
  if (faultPercentage !== undefined && !(faultPercentage >= 0.0001 && faultPercentage <= 100))
    throw new Error(
      `faultPercentage must be from 0.0001 to 100, got ${faultPercentage}; say which share of the requests faults are for`,
    );
}
