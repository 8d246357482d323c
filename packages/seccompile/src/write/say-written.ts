import type { Notation } from '@seccompile/policy-files'
import type { Io } from '../io/io.ts'
import { printableLine } from '@seccompile/text-layout'
import { sayJson } from '../show/say.ts'
import type { WrittenContent } from './content.ts'

/**
 * Prints that `content` was written to `file`. The line describes the text, which may refuse more calls than the
 * filter.
 */
export function sayWritten(
  io: Io,
  file: string,
  notation: Pick<Notation, 'name' | 'title'>,
  { bytes: { length }, about, facts }: WrittenContent,
  json: boolean,
): void {
  if (json) sayJson(io, { output: file, notation: notation.name, bytes: length, ...facts })
  else io.out(`${printableLine(file)}: ${notation.title}, ${length} bytes, ${about}\n`)
}
