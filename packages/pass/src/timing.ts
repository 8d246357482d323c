import type { Instrument } from './manager.ts'

/** How long one run of a pass took. */
export interface TimeRow {
  readonly pass: string
  readonly depth: number
  /** Made of other passes, whose rows came before and whose time is in this. */
  readonly isMadeOfOthers: boolean
  /** In the unit of the clock. */
  readonly time: number
}

/**
 * Hands `record` the time of each pass when it has run, by the clock `now`: `() => performance.now()` for milliseconds.
 *
 * What other instruments do after a pass counts as its time where they come before this one in the list.
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
