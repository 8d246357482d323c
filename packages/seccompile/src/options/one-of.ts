import { didYouMean } from '@seccompile/shape'
import { CliError } from '../cli-error.ts'

/**
 * `text`, the value of `option`, as one of the words `known`.
 * @throws CliError with the words, where it is none of them
 */
export function oneOf<T extends string>(option: string, text: string, known: readonly T[]): T {
  const found = known.find((word) => word === text)
  if (found !== undefined) return found
  const hint = didYouMean(text, known, `; known: ${known.join(', ')}`)
  throw new CliError(`${option}: unknown ${option.slice(2)} "${text}"${hint}`)
}
