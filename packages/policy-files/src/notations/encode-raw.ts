import type { Endianness, Program } from '@seccompile/abi'
import { encode } from '@seccompile/cbpf'

/**
 * The bytes of `program`. This file holds nothing else: importing all of `cbpf` by its name would load its assembler
 * too.
 */
export function encodeRaw(program: Program, endianness: Endianness): Uint8Array {
  return encode(program, endianness)
}
