import { longestRest } from '@seccompile/decision'
import type { Decision, DecisionBuilder } from '@seccompile/decision'
import { asksArgument, PartLayouts } from '@seccompile/layout'
import type { LayoutOptions } from '@seccompile/layout'

/** What yields the most instructions from a row on, once `arg-chains` has laid it out with the same `options`. */
export function restsOf(builder: DecisionBuilder, options: LayoutOptions): (row: Decision) => number {
  const layouts = new PartLayouts(builder, options)
  const longest = longestRest()
  return (row) => longest(asksArgument(row) ? layouts.of(row, (exit) => exit) : row)
}
