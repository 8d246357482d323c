import { DIRECTIONS } from '@seccompile/describe'
import type { Direction } from '@seccompile/prover'
import { didYouMean, quote } from '@seccompile/shape'
import { CliError } from '../cli-error.ts'

const isDirection = (text: string): text is Direction => DIRECTIONS.some((direction) => direction === text)

/**
 * The directions that `--only` names, each value a list separated by commas; all where it is left out.
 * @throws CliError for another word
 */
export function parseOnly(values: readonly string[] | undefined): readonly Direction[] {
  if (values === undefined) return DIRECTIONS
  const words = values.flatMap((value) => value.split(',')).map((word) => word.trim())
  const named = words.map((word) => {
    if (isDirection(word)) return word
    throw new CliError(
      `--only: expected weaker, stricter or other; got ${quote(word)}${didYouMean(word, DIRECTIONS)}`,
    )
  })
  return DIRECTIONS.filter((direction) => named.includes(direction))
}
