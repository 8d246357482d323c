/* What a command was started for, in a file that is written when the command has ended. */
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { printableLine } from '@seccompile/text-layout'
import { CliError } from '../io/cli-error.ts'
import type { Io } from '../io/io.ts'
import { writeOutput } from '../io/output.ts'
import { sayNote } from '../show/say.ts'
import { answerFile } from './answer.ts'

/**
 * The file that `--output` names; `undefined` where there is none, and for `-o -`.
 * @throws CliError for one of `inputs`, and for a folder that does not exist: before the command starts
 */
export function fileAfterCommand(
  options: { readonly output?: string | undefined },
  inputs: readonly string[],
): string | undefined {
  const output = answerFile(options, inputs)
  if (output !== undefined && !existsSync(dirname(output)))
    throw new CliError(`${output}: cannot be written: its folder does not exist; nothing was started`)
  return output
}

/** What a command was started for. */
export interface LeftText {
  /** A noun for messages, such as `recording`. */
  readonly what: string
  readonly text: string
  /** The text for standard error where no file can be written. */
  readonly shown: string
}

/**
 * Writes a text to `output`; where that fails, beside the temporary files, or else to standard error: the command has
 * run, and is not run again for it.
 * @throws CliError where `output` cannot be written
 */
export async function writeAfterCommand(
  io: Io,
  output: string,
  { what, text, shown }: LeftText,
): Promise<void> {
  const bytes = new TextEncoder().encode(text)
  try {
    await writeOutput(output, bytes)
  } catch (error) {
    try {
      const beside = join(mkdtempSync(join(tmpdir(), 'seccompile-')), basename(output))
      await writeOutput(beside, bytes)
      sayNote(io, `the ${what} is in ${printableLine(beside)}`)
    } catch {
      io.err(shown)
    }
    throw error
  }
}
