/* What the help says of the program itself, and the options that every command line has. */
import { flag } from '../syntax/option.ts'
import type { Option } from '../syntax/option.ts'

/** What the program does. */
export const DESCRIPTION = 'Turns a seccomp policy into the smallest, fastest filter that means the same.'

/** The option of every command. */
export const HELP: Readonly<Record<'help', Option<boolean>>> = {
  help: { ...flag('display help for command'), short: 'h' },
}

/** The option of the program. */
export const VERSION: Readonly<Record<'version', Option<boolean>>> = {
  version: { ...flag('output the version number'), short: 'V' },
}
