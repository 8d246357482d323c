/* Arguments and options in the form of commander, which reads the words of a command line and writes the help. */
import { Option as CommanderOption } from 'commander'
import type { CommandArgument } from './argument.ts'
import type { Command } from './command.ts'
import { flagOf } from './option.ts'
import type { Option, TypedValue } from './option.ts'

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value]

/** `-o, --output <file>`: an option as the help shows it. */
export function optionTerm(key: string, { short, placeholder, isNegated }: Option<unknown>): string {
  const value = placeholder === undefined ? '' : ` <${placeholder}>`
  return `${short === undefined ? '' : `-${short}, `}${flagOf(key, isNegated)}${value}`
}

/** `<file>`, `[name]` or `<command...>`: an argument as commander takes it. */
export function argumentTerm(key: string, count: CommandArgument<unknown>['count']): string {
  const name = count === 'some' || count === 'any' ? `${key}...` : key
  return count === 'one' || count === 'some' ? `<${name}>` : `[${name}]`
}

/** `option` as commander takes it. */
export function commanderOption(key: string, option: Option<unknown>): CommanderOption {
  const made = new CommanderOption(optionTerm(key, option), option.about)
  if (option.isRequired === true) made.makeOptionMandatory()
  return option.isRepeated === true ? made.argParser(collect) : made
}

/** The values of `options`, from the texts that commander has read. @throws CliError for a text that is no value */
export function valuesOf(
  options: Command['options'],
  typed: Readonly<Record<string, TypedValue | undefined>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(options).map(([key, option]) => [
      key,
      option.read(typed[key], flagOf(key, option.isNegated)),
    ]),
  )
}
