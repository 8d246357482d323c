/*
 * The options for the warnings about a policy. A command that makes something from a policy prints a line for each. A command that
 * only asks counts them: who asks ten questions about a policy reads its warnings once. `lint` and `report` have no such options,
 * because the warnings are among their findings.
 */
import type { WarningOutput } from '../io/io.ts'
import { CliError } from '../io/cli-error.ts'
import { choice, flag } from '../syntax/option.ts'
import type { Command } from '../syntax/command.ts'
import type { Option } from '../syntax/option.ts'

type Amount = WarningOutput['amount']

/** The options for warnings. */
export const WARNINGS: { readonly warnings: Option<Amount | undefined>; readonly quiet: Option<boolean> } = {
  warnings: choice({
    placeholder: 'which',
    brief: 'which warnings about a policy to print',
    choices: [
      'all',
      { word: 'lines', means: 'ten of a name' },
      { word: 'summary', means: 'one line' },
      'none',
    ],
  }),
  quiet: { ...flag('the same as --warnings none'), short: 'q' },
}

/** Whether everything is said. */
export const VERBOSE: Option<boolean> = {
  ...flag('say all that is known of the filter, and warnings in full'),
  short: 'v',
}

/**
 * How a command prints warnings, by the values of its options; `usual` is the command's own way.
 * @throws CliError where two options give different answers
 */
export function warningOutput(
  usual: Command['warnings'],
  values: Readonly<Record<string, unknown>>,
): WarningOutput {
  const typed = values['warnings'] as Amount | undefined
  const isQuiet = values['quiet'] === true
  if (isQuiet && typed !== undefined && typed !== 'none')
    throw new CliError(`--quiet and --warnings ${typed} exclude each other`)
  return {
    amount: isQuiet ? 'none' : (typed ?? usual ?? 'lines'),
    makes: usual === 'lines', // not of a command without these options, as report
    isLong: values['verbose'] === true,
  }
}
