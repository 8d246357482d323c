import type { TextOptions } from '@seccompile/cbpf'
import { callback, optional, record, text } from '@seccompile/shape'
import type { Reader } from '@seccompile/shape'

/** The options of reading source text. */
export interface ReadSourceOptions extends TextOptions {
  /**
   * The number of the system call `name`, for `__NR_name` and `SYS_name` in a text. Without this function, they are
   * errors.
   */
  readonly callNumber?: (name: string) => number | undefined
}

/** The options of `readSource`, copied. */
export const readSourceOptions: Reader<ReadSourceOptions> = record<ReadSourceOptions>({
  file: optional(text),
  callNumber: optional(callback()),
})
