import type { Example } from '../syntax/command.ts'

/** The examples as the end of a help text. */
export function examplesText(examples: readonly Example[]): string {
  const lines = examples.map(({ does, line }) => `  # ${does}\n  ${line}\n`)
  return `\nExamples:\n${lines.join('\n')}`
}
