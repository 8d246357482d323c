import type { Instrument } from './manager.ts'

/** How long one run of a pass took. */
export interface TimeRow {
  readonly pass: string
  readonly depth: number
  /** Whether the pass is made of other passes. Their rows came before, and `time` includes their times. */
  readonly isMadeOfOthers: boolean
  /** In the unit of the clock. */
  readonly time: number
}

/**
 * Calls `record` with the time of each pass after it has run. `now` is the clock: `() => performance.now()` for
 * milliseconds.
 *
 * The time of a pass includes the `after` hooks of instruments that stand before this one in the list.
 */
export function timing(record: (row: TimeRow) => void, now: () => number): Instrument {
  const begun: number[] = []
  return {
    before: ({ depth }) => {
      begun[depth] = now()
    },
    after: ({ pass, depth }) => {
      const time = now() - begun[depth]! // its `before` came first
      record({ pass: pass.name, depth, isMadeOfOthers: pass.parts !== undefined, time })
    },
  }
}
