/*
 * Rounds of all properties, each with a seed of its own, until time is up, the user stops the soak, or every property
 * has failed.
 *
 * The first round has the given seed. So a later round can be repeated by its own seed and `--rounds 1`. A property
 * that has failed is left out of later rounds: it would most likely fail for the same reason, and other failures are
 * worth more.
 */

/** The part of a property that the loop needs. */
export interface LoopProperty {
  readonly name: string
  /** Random inputs in one run. */
  readonly cases: number
}

/** A failed property. */
export interface Failure {
  readonly name: string
  /** The seed of a first round in which the property fails. */
  readonly seed: number
  readonly message: string
}

/** The progress of a soak. */
export interface SoakProgress {
  readonly cases: number
  readonly rounds: number
  readonly failures: readonly Failure[]
  /** The property that is being tried. */
  readonly now?: string
}

/** The options and functions that a soak needs. */
export interface SoakOptions {
  readonly properties: readonly LoopProperty[]
  /** At most {@link MAX_SEED}. */
  readonly seed: number
  /** Most rounds; no bound if left out. */
  readonly rounds?: number | undefined
  /** Tries a property with a seed; yields the failure, or `undefined`. */
  readonly attempt: (name: string, seed: number) => Promise<string | undefined>
  /**
   * Whether to stop; called before each property. A property that was running when this became true is not counted.
   */
  readonly isOver: () => boolean
  /** Called before each property. */
  readonly onProgress?: (progress: SoakProgress) => void
  readonly onFailure?: (failure: Failure) => void
}

/**
 * The step between the seeds of two rounds: 2^32 over the golden ratio. A step of 1 would be enough for a good
 * generator. The first numbers of this generator are similar for similar seeds.
 */
const SEED_STEP = 0x9e37_79b9

/** The greatest seed; the least is 0. fast-check takes an int32, and a negative number is awkward on a command line. */
export const MAX_SEED = 0x7fff_ffff

/** The seed of round `round`, from 0. The step is odd, so a seed repeats only after 2^31 rounds. */
export function seedOfRound(seed: number, round: number): number {
  return (seed + Math.imul(round, SEED_STEP)) & MAX_SEED
}

/** Runs rounds until the end; yields the progress. */
export async function soak(options: SoakOptions): Promise<SoakProgress> {
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
