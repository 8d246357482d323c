/*
 * How many calls were not seen.
 *
 * Each scenario either made a call or did not. Calls that few scenarios made say how many none made. Chao's estimate from
 * the calls of one scenario and of two is a lower bound, whatever the chances of the calls are.
 * @see Anne Chao, Estimating the population size for capture-recapture data with unequal catchability, Biometrics 43 (1987);
 * Colwell and Coddington, Phil. Trans. R. Soc. B 345 (1994), for the form where no call was made by exactly two
 */

/** The estimate, or why there is none. */
export type Estimate =
  | { readonly kind: 'none'; readonly scenarios: number }
  | {
      readonly kind: 'chao2'
      readonly scenarios: number
      /** The calls that were seen; those of exactly one scenario, and of exactly two. */
      readonly seen: number
      readonly inOne: number
      readonly inTwo: number
      /** The calls that were not seen, at least. */
      readonly unseen: number
    }

/** With fewer scenarios, a call of two is a call of all. */
const FEWEST_SCENARIOS = 3

/**
 * The estimate from the numbers of scenarios that made each call.
 * @param scenarios - the number of all scenarios
 */
export function estimateUnseen(made: readonly number[], scenarios: number): Estimate {
  if (scenarios < FEWEST_SCENARIOS) return { kind: 'none', scenarios }
  const inOne = made.filter((count) => count === 1).length
  const inTwo = made.filter((count) => count === 2).length
  const pairs = inTwo === 0 ? (inOne * Math.max(0, inOne - 1)) / 2 : inOne ** 2 / (2 * inTwo)
  const unseen = ((scenarios - 1) / scenarios) * pairs
  return { kind: 'chao2', scenarios, seen: made.length, inOne, inTwo, unseen }
}
