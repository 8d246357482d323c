import type { Instrument } from './manager.ts'

/** Whether one optional pass ran. */
export interface BisectRow {
  /** From 1. */
  readonly number: number
  readonly pass: string
  readonly ran: boolean
}

/**
 * Runs the first `limit` optional passes of a run and leaves out the rest; what leads to another level, or is
 * `required`, always runs. A pass that is repeated counts each time.
 *
 * Where the output is wrong, half the limit until one more pass makes the difference: that is the pass to look at.
 * `record` is told of each optional pass in turn. Where it is told of several runs it counts each from 1.
 * @throws RangeError where `limit` is not a whole number, 0 or more
 */
export function bisect(limit: number, record: (row: BisectRow) => void = () => {}): Instrument {
  if (!Number.isInteger(limit) || limit < 0)
    throw new RangeError(`bisect limit is ${limit}; expected a whole number, 0 or more`)
  let number = 0
  return {
    before: ({ depth }) => {
      if (depth === 0) number = 0
    },
    skip: ({ pass, depth }) => {
      if (depth === 0) number = 0 // asked before it would be told
      number += 1
      const ran = number <= limit
      record({ number, pass: pass.name, ran })
      return !ran
    },
  }
}
