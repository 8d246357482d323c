import { UndecidedError } from './undecided.ts'

/** The bounds of a list of regions. Above a bound, the list is too long for a reader, and the answer is `undecided`. */
export const READING_BOUNDS = {
  /** Cells: ranges of `arch`, and of the numbers of one arch, with one continuation each. */
  cells: 16_384,
  /** Ranges in one test of an argument. */
  ranges: 4096,
  /** Cubes: tests under a mask that stand for one set of values. */
  cubes: 64,
  /** Verdicts that one number can get. */
  verdicts: 256,
  /** Tests in all predicates. */
  tests: 20_000,
  /** Visits of nodes, repeats included; a second or so. */
  visits: 10_000_000,
} as const

/** The amount that has been read so far, compared with {@link READING_BOUNDS}. */
export interface ReadingCount {
  /** Counts visits of nodes. @throws UndecidedError */
  readonly visit: (nodes: number) => void
  /** Counts tests. @throws UndecidedError */
  readonly test: (tests: number) => void
}

/** The error for a list that exceeds `bound`. */
export function tooMany(bound: keyof typeof READING_BOUNDS, where: string): UndecidedError {
  return new UndecidedError(where, `takes more than ${READING_BOUNDS[bound]} ${bound} to say`)
}

/** A reading whose counts are 0. */
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
