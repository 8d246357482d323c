import type { Endianness, Program } from '@seccompile/abi'
import { encode } from '@seccompile/cbpf'

/** The bytes of `program`. Alone in its file: importing all of `cbpf` by its name would load its assembler too. */
export function encodeRaw(program: Program, endianness: Endianness): Uint8Array {
  return encode(program, endianness)
}
