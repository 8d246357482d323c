/*
 * `seccompile compile POLICY --output FILE` without the rest of the command line.
 *
 * To load commander and to describe every option to it takes a twentieth of the time of a compilation. So this file reads the plain
 * case alone. Other words go to command-line.ts, which also prints help and the errors about words.
 */
import type { CompileCommandOptions } from './commands/compile.ts'

/** A plain command line of `compile`. */
export interface PlainCompile {
  readonly argument: string
  readonly options: CompileCommandOptions
}

/** Whether the word names an option; `-` is a file. */
const isOption = (word: string): boolean => word.startsWith('-') && word !== '-'

/** The words `args` as a plain command line; `undefined` where they are none. */
export function plainCompile([command, ...args]: readonly string[]): PlainCompile | undefined {
  if (command !== 'compile') return undefined
  const at = args.findIndex((word) => word === '-o' || word === '--output')
  const [output] = at < 0 ? [] : args.splice(at, 2).slice(1)
  const [argument, ...more] = args
  if (argument === undefined || more.length > 0 || isOption(argument)) return undefined
  if (at < 0) return { argument, options: { prove: true } }
  return output === undefined || isOption(output) ? undefined : { argument, options: { prove: true, output } }
}
