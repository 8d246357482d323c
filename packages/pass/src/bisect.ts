import type { Instrument } from './manager.ts'

/** Whether one optional pass ran. */
export interface BisectRow {
  /** From 1. */
  readonly number: number
  readonly pass: string
  readonly ran: boolean
}

/**
 * Runs the first `limit` optional passes of a run and leaves out the other optional ones. A pass to another
 * level and a `required` pass always run. A repeated pass counts each time.
 *
 * To find a faulty pass, halve the limit until the output is right with `limit` passes and wrong with one more:
 * the last pass is the faulty one. `record` is called for each optional pass in turn. The count begins at 1 in
 * each run.
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
      if (depth === 0) number = 0 // `skip` is called before `before`
      number += 1
      const ran = number <= limit
      record({ number, pass: pass.name, ran })
      return !ran
    },
  }
}
