/* The arguments and options that several of the old commands share, in the form that commander takes. */
import type { Command } from 'commander'
import { commanderOption, valuesOf } from '../syntax/commander.ts'
import type { Option } from '../syntax/option.ts'
import { FILE as FILE_ARGUMENT, SIDE as SIDE_ARGUMENT } from './files.ts'
import type { FormatOptions } from './format.ts'
import { RAW as RAW_OPTION } from './forms.ts'
import { TARGET } from './target.ts'

/** An argument that names one filter; a policy is compiled. */
export const FILE: string = FILE_ARGUMENT.about
/** An argument that names one filter or a stack of filters. */
export const SIDE: string = SIDE_ARGUMENT.about
/** The machine's form of arguments. */
export const RAW: readonly [string, string] = ['--raw', RAW_OPTION.about]
/** JSON instead of text. */
const JSON_OUT = ['--json', 'output for machines'] as const

/** Adds the options that choose the form of an answer, text or JSON. */
export function inForms(command: Command): Command {
  return command
    .option('--format <form>', 'text or json; --json is --format json (default: text)')
    .option(...JSON_OUT)
    .hook('preAction', async () => {
      const options = command.opts<FormatOptions>()
      if (options.format === undefined) return
      const { parseForm } = await import('./format.ts')
      command.setOptionValue('json', parseForm(options, ['text', 'json']) === 'json')
    })
}

/** Collects the values of an option that may be repeated. */
export const collect = (value: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  value,
]

/** Adds `options` to `command`; its action gets their values. */
export function withOptions(command: Command, options: Readonly<Record<string, Option<unknown>>>): Command {
  for (const [key, option] of Object.entries(options)) command.addOption(commanderOption(key, option))
  return command.hook('preAction', () => {
    for (const [key, value] of Object.entries(valuesOf(options, command.opts())))
      command.setOptionValue(key, value)
  })
}

/** Adds the options for the target of a policy. */
export const forTarget = (command: Command): Command => withOptions(command, TARGET)
