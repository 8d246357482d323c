/*
 * Bounds the time for laying out the conditions of a filter.
 *
 * Some conditions have diagrams, or layouts, that grow far faster than their rules: two hundred masks of all six
 * arguments would take minutes. A row of rules is always possible, in time that grows only with the rules. So every
 * attempt at a better layout has a budget. When the budget is used up, the rules are laid out in a row.
 *
 * Steps are counted, not time: output must depend on the input alone. A step is a step of the diagram's store, or
 * other work on its nodes that takes about as long: half a microsecond. Each attempt has a share, which grows with
 * the ranges of values that its rules test. Steps above the share come from a reserve, which all conditions of the
 * filter share. So all attempts together take at most the reserve and all shares, which is linear in the rules.
 */
import type { Store } from '@seccompile/diagram'

/** Steps that the conditions of one filter may take above their shares. */
const RESERVE = 1_000_000
/** The steps of an attempt, and the steps that each range of values adds to them. */
const SHARE = 500
const SHARE_OF_A_RANGE = 200

/** The steps that are left for the conditions of one filter. */
export interface StepBudget {
  /**
   * The result of `work`; `undefined` where it takes more steps, or makes more nodes, than are left for it.
   * @param ranges - the number of ranges of values that the rules of the attempt test
   * @param most - the most steps of this attempt; no such bound by default
   */
  readonly within: <T>(ranges: number, work: () => T, most?: number) => T | undefined
}

/** A budget that counts the steps of `store`. `work` must not call `within` of the same budget. */
export function stepBudget(store: Store): StepBudget {
  let reserve = RESERVE
  return {
    within: (ranges, work, most = Infinity) => {
      const share = SHARE + SHARE_OF_A_RANGE * ranges
      const before = { steps: store.steps(), nodes: store.size() }
      const made = store.within(Math.min(most, share + reserve), work)
      const taken = Math.max(store.steps() - before.steps, store.size() - before.nodes)
      reserve = Math.max(0, reserve - Math.max(0, taken - share))
      return made
    },
  }
}
