import { endianness } from 'node:os'
import type { Endianness } from '@seccompile/abi'

/** The byte order of this machine. */
export function machineEndianness(): Endianness {
  return endianness() === 'LE' ? 'little' : 'big'
}
