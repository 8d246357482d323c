/* The help's description of the program, and the options of every command line. */
import { flag } from '../syntax/option.ts'
import type { Option } from '../syntax/option.ts'

/** The purpose of the program. */
export const DESCRIPTION = 'Turns a seccomp policy into the smallest, fastest filter that means the same.'

/** The option of every command. */
export const HELP: Readonly<Record<'help', Option<boolean>>> = {
  help: { ...flag('display help for command'), short: 'h' },
}

/** The command that shows help. */
export const HELP_COMMAND = {
  term: 'help [word]',
  about: 'show the help of a command or a warning, or "all" commands',
} as const

/** The option of the program. */
export const VERSION: Readonly<Record<'version', Option<boolean>>> = {
  version: { ...flag('output the version number'), short: 'V' },
}
