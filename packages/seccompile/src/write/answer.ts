import type { Io } from '../io/io.ts'
import { printableLine } from '@seccompile/text-layout'
import { checkNotInput } from './output-file.ts'
import { writeOutput } from '../io/output.ts'

/**
 * Writes an answer to `file`, and prints that on standard output; without a file, prints the answer itself.
 *
 * @param about - the content of the file, in a few words
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

/**
 * The file that `--output` names; `undefined` for standard output, which `-o -` names too.
 * @throws CliError for one of `inputs`
 */
export function answerFile(
  { output }: { readonly output?: string | undefined },
  inputs: readonly (string | undefined)[],
): string | undefined {
  const file = output === '-' ? undefined : output
  checkNotInput(file, inputs)
  return file
}
