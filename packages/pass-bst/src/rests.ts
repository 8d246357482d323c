import { longestRest } from '@seccompile/decision'
import type { Decision, DecisionBuilder } from '@seccompile/decision'
import { asksArgument, partAt, PartLayouts } from '@seccompile/layout'
import type { LayoutOptions } from '@seccompile/layout'

/**
 * Yields a function that measures a row: the instructions on the longest path of the layout that `arg-chains` makes
 * of it with the same `options`. Small parts are laid out first, as in `arg-chains`, because larger parts lead into
 * them.
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
