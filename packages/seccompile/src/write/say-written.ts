import type { Notation } from '@seccompile/policy-files'
import type { Io } from '../io/io.ts'
import { printableLine } from '@seccompile/text-layout'
import { sayJson } from '../show/say.ts'
import type { WrittenContent } from './content.ts'

/** Says that `content` was written to `file`. It is about the text, which may refuse more than the filter does. */
export function sayWritten(
  io: Io,
  file: string,
  notation: Notation,
  { bytes: { length }, about, facts }: WrittenContent,
  json: boolean,
): void {
  if (json) sayJson(io, { output: file, notation: notation.name, bytes: length, ...facts })
  else io.out(`${printableLine(file)}: ${notation.title}, ${length} bytes, ${about}\n`)
}
