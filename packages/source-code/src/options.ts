import type { Endianness } from '@seccompile/abi'
import type { PrintProgramOptions } from '@seccompile/cbpf'
import { callback, endianness, flag, optional, record, text } from '@seccompile/shape'
import type { Fields, Reader } from '@seccompile/shape'

/** How to write filters as source text. */
export interface SourceOptions extends Pick<PrintProgramOptions, 'nameOf' | 'argumentNames'> {
  /** The byte order of the machine that runs the filters. */
  readonly endianness: Endianness
  /** The name of the array; of a stack, what the names of its arrays begin with. Each language has a default. */
  readonly name?: string
  /** The package of a Go file; `seccomp` if left out. */
  readonly package?: string
  /** What made the text, with its version: `seccompile 1.2.3`. The text names it only where it is given. */
  readonly madeBy?: string
  /** The fingerprint of what the filters mean. */
  readonly digest?: string
  /** Whether a comment beside each instruction says what it does; true if left out. */
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
  argumentNames: optional(callback()),
}

/** The options of `writeSource`, copied. */
export const sourceOptions: Reader<SourceOptions> = record(FIELDS)
