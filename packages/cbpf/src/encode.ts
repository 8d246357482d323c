import { isBig, SOCK_FILTER_BYTES } from '@seccompile/abi'
import type { Endianness, Program } from '@seccompile/abi'
import { program } from './program.ts'

/**
 * The bytes of `insns` as a `struct sock_filter[]` in memory, 8 for each instruction. `sock_fprog.filter`
 * points at such bytes; `bwrap --seccomp` and other launchers read them from a file.
 *
 * `endianness` is the byte order of the machine that loads them; the bytes do not record it.
 * @throws IrError where a field does not fit (P0); TypeError for an unknown byte order
 * @see include/uapi/linux/filter.h: struct sock_filter
 */
export function encode(insns: Program, endianness: Endianness): Uint8Array {
  const given = program(insns)
  const bytes = new Uint8Array(given.length * SOCK_FILTER_BYTES)
  const view = new DataView(bytes.buffer)
  const little = !isBig(endianness)
  for (const [pc, { code, jt, jf, k }] of given.entries()) {
    const at = pc * SOCK_FILTER_BYTES
    view.setUint16(at, code, little)
    view.setUint8(at + 2, jt)
    view.setUint8(at + 3, jf)
    view.setUint32(at + 4, k, little)
  }
  return bytes
}
