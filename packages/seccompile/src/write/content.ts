/* A filter in the notation that a command needs: the content of its file, and the facts to print about it. */
import type { Io } from '../io/io.ts'
import type { AskedOne } from '../load/question.ts'
import type { RawOption } from '@seccompile/describe'

/** The options that a content depends on, as parsed. */
export interface ContentOptions extends RawOption {
  /** Not `undefined`, if the ABIs were chosen by an option. */
  readonly abi?: unknown
  readonly denyInexpressible?: boolean
  readonly json?: boolean
  /** The name of the text itself, for a notation that has one. */
  readonly name?: string | undefined
}

/** The content of a file, and the facts that a command prints about it. */
export interface WrittenContent {
  readonly bytes: Uint8Array
  /** Whether the bytes are text. */
  readonly isText: boolean
  /** The content in a few words, for the line that reports the file. */
  readonly about: string
  /** For `--json`. */
  readonly facts: Readonly<Record<string, unknown>>
}

/** A filter to be written. */
export type FilterToWrite = Pick<AskedOne, 'filter' | 'prove'>

/** The program of a command, as a filter to be written. */
export function programSubject(filter: AskedOne['filter']): FilterToWrite {
  return { filter, prove: { endianness: filter.endianness } }
}

/** Writes `content` to standard output. */
export function printContent(io: Io, { bytes, isText }: WrittenContent): void {
  if (isText) io.out(new TextDecoder().decode(bytes))
  else io.outBytes(bytes)
}
