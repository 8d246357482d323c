import { longestRest } from '@seccompile/decision'
import type { Decision, DecisionBuilder } from '@seccompile/decision'
import { asksArgument, partAt, PartLayouts } from '@seccompile/layout'
import type { LayoutOptions } from '@seccompile/layout'

/**
 * Yields a function of one of `rows`: the instructions on its longest path, in the layout that `arg-chains` makes of it with
 * the same `options`. `arg-chains` lays out small parts first, since larger ones lead into them; so does this function.
 */
export function restsOf(
  builder: DecisionBuilder,
  options: LayoutOptions,
  rows: readonly Decision[],
): (row: Decision) => number {
  const layouts = new PartLayouts(builder, options)
  const longest = longestRest()
  const laidOut = new Map<Decision, Decision>()
  const parts = rows.filter(asksArgument).map((row) => partAt(row))
  for (const [entry] of parts.sort((a, b) => a.length - b.length))
    laidOut.set(
      entry,
      layouts.of(entry, (exit) => exit),
    )
  return (row) => longest(laidOut.get(row) ?? row)
}
