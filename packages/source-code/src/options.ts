import type { Endianness } from '@seccompile/abi'
import type { PrintProgramOptions } from '@seccompile/cbpf'
import { callback, endianness, flag, optional, record, text } from '@seccompile/shape'
import type { Fields, Reader } from '@seccompile/shape'

/** The options of writing filters as source text. */
export interface SourceOptions extends Pick<PrintProgramOptions, 'nameOf' | 'verdictText' | 'argumentNames'> {
  /** The byte order of the machine that runs the filters. */
  readonly endianness: Endianness
  /** The name of the array; for a stack, the beginning of the names of its arrays. Each language has a default. */
  readonly name?: string
  /** The package of a Go file; `seccomp` if left out. */
  readonly package?: string
  /** The program that made the text, with its version: `seccompile 1.2.3`. The text names it only where it is given. */
  readonly madeBy?: string
  /** The digest of the meaning of the filters. */
  readonly digest?: string
  /** Whether each instruction has a comment that explains it; true if left out. */
  readonly comments?: boolean
}

const FIELDS: Fields<SourceOptions> = {
  endianness,
  name: optional(text),
  package: optional(text),
  madeBy: optional(text),
  digest: optional(text),
  comments: optional(flag),
  nameOf: optional(callback()),
  verdictText: optional(callback()),
  argumentNames: optional(callback()),
}

/** The options of `writeSource`, copied. */
export const sourceOptions: Reader<SourceOptions> = record(FIELDS)
