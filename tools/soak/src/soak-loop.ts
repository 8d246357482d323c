/*
 * Rounds of all properties, each with a seed of its own, until time is up, somebody asks to stop, or every property
 * has failed.
 *
 * The first round's seed is the one that was given, so a later round is done again by giving its seed and asking for
 * one round. A property that has failed once is left out from then on: it would most likely fail for the same reason,
 * and what else fails is worth more.
 */

/** A property as the loop sees it. */
export interface Candidate {
  readonly name: string
  /** Random inputs in one run. */
  readonly cases: number
}

/** A property that did not hold. */
export interface Failure {
  readonly name: string
  /** With this seed it fails in the first round. */
  readonly seed: number
  readonly message: string
}

/** How far a soak has come. */
export interface Progress {
  readonly cases: number
  readonly rounds: number
  readonly failures: readonly Failure[]
  /** The property that is being tried. */
  readonly now?: string
}

/** What a soak needs from outside. */
export interface SoakOptions {
  readonly properties: readonly Candidate[]
  /** Up to {@link MAX_SEED}. */
  readonly seed: number
  /** Most rounds; as many as there is time for by default. */
  readonly rounds?: number | undefined
  /** Tries a property with a seed; yields what is wrong, or `undefined`. */
  readonly attempt: (name: string, seed: number) => Promise<string | undefined>
  /** Whether to stop. It is asked before each property; once true, what ran meanwhile is not counted. */
  readonly isOver: () => boolean
  /** Told before each property. */
  readonly onProgress?: (progress: Progress) => void
  readonly onFailure?: (failure: Failure) => void
}

/**
 * Seeds go up by this from round to round: 2^32 by the golden ratio. A step of 1 would do for a good generator; this
 * one's first numbers are alike for seeds that are.
 */
const SEED_STEP = 0x9e37_79b9

/** The greatest seed; the least is 0. What draws inputs takes an int32, and people like no minus on a command line. */
export const MAX_SEED = 0x7fff_ffff

/** The seed of round `round`, from 0. The step is odd, so it takes 2^31 rounds until one comes again. */
export function seedOfRound(seed: number, round: number): number {
  return (seed + Math.imul(round, SEED_STEP)) & MAX_SEED
}

/** Rounds until the end, and how far they came. */
export async function soak(options: SoakOptions): Promise<Progress> {
  const { attempt, isOver, rounds: most = Number.POSITIVE_INFINITY } = options
  const failures: Failure[] = []
  let candidates = options.properties
  let cases = 0
  let rounds = 0
  while (rounds < most && candidates.length > 0) {
    const seed = seedOfRound(options.seed, rounds)
    for (const { name, cases: count } of candidates) {
      if (isOver()) return { cases, rounds, failures }
      options.onProgress?.({ cases, rounds, failures, now: name })
      const message = await attempt(name, seed)
      if (isOver() && message === undefined) return { cases, rounds, failures }
      cases += count
      if (message === undefined) continue
      const failure = { name, seed, message }
      failures.push(failure)
      options.onFailure?.(failure)
    }
    candidates = candidates.filter(({ name }) => failures.every((failure) => failure.name !== name))
    rounds++
  }
  return { cases, rounds, failures }
}
