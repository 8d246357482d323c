import { COMMAND_GROUPS } from './catalogue.ts'
import type { Example } from './catalogue.ts'

/** The examples as the end of a help text. */
export function examplesText(examples: readonly Example[]): string {
  const lines = examples.map(({ does, line }) => `  # ${does}\n  ${line}\n`)
  return `\nExamples:\n${lines.join('\n')}`
}

/** All examples of all commands. */
export const EXAMPLES: readonly Example[] = COMMAND_GROUPS.flatMap(({ commands }) =>
  commands.flatMap(({ examples }) => examples),
)
