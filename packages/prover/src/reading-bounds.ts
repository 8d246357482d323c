import { UndecidedError } from './undecided.ts'

/**
 * The bounds of a list of regions. A list past a bound is too long for a reader, and the answer is `undecided`.
 */
export const READING_BOUNDS = {
  /** Ranges of `arch`, and of numbers of one arch, with one continuation each. */
  cells: 16_384,
  /** Ranges in one test of an argument. */
  ranges: 4096,
  /** Tests under a mask that stand for one set of values. */
  cubes: 64,
  /** Verdicts that one number can get. */
  verdicts: 256,
  /** Tests in all predicates. */
  tests: 20_000,
  /** Nodes looked at, repeats included; a second or so. */
  visits: 10_000_000,
} as const

/** The amount that has been read so far, compared with {@link READING_BOUNDS}. */
export interface ReadingCount {
  /** @throws UndecidedError */
  readonly visit: (nodes: number) => void
  /** @throws UndecidedError */
  readonly test: (tests: number) => void
}

/** The error that says that `what` is past its bound. */
export function tooMany(bound: keyof typeof READING_BOUNDS, where: string): UndecidedError {
  return new UndecidedError(where, `takes more than ${READING_BOUNDS[bound]} ${bound} to say`)
}

/** Counts from nothing. */
export function startReading(): ReadingCount {
  let visits = 0
  let tests = 0
  return {
    visit: (nodes) => {
      visits += nodes
      if (visits > READING_BOUNDS.visits) throw tooMany('visits', 'regions')
    },
    test: (more) => {
      tests += more
      if (tests > READING_BOUNDS.tests) throw tooMany('tests', 'regions')
    },
  }
}
