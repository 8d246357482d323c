import { longestRest } from '@seccompile/decision'
import type { Decision, DecisionBuilder } from '@seccompile/decision'
import { asksArgument, PartLayouts } from '@seccompile/layout'
import type { LayoutOptions } from '@seccompile/layout'

/**
 * Yields a function of a row: the instructions on its longest path, in the layout that `arg-chains` makes of it
 * with the same `options`.
 */
export function restsOf(builder: DecisionBuilder, options: LayoutOptions): (row: Decision) => number {
  const layouts = new PartLayouts(builder, options)
  const longest = longestRest()
  return (row) => longest(asksArgument(row) ? layouts.of(row, (exit) => exit) : row)
}
