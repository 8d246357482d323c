import type { Io } from '../io.ts'
import { printableLine } from '@seccompile/text-layout'
import { writeOutput } from './output.ts'

/**
 * Writes an answer to `file`, and on standard output that it did; without a file, the answer itself is printed.
 *
 * @param about - what the file has, in a few words
 * @throws CliError where the file cannot be written; an old file is then unchanged
 */
export async function writeAnswer(
  io: Io,
  file: string | undefined,
  text: string,
  about: string,
): Promise<void> {
  if (file === undefined) {
    io.out(text)
    return
  }
  await writeOutput(file, new TextEncoder().encode(text))
  io.out(`${printableLine(file)}: ${about}\n`)
}
