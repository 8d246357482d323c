import { SOCK_FILTER_BYTES } from '@seccompile/abi'
import type { Endianness, Program } from '@seccompile/abi'

/**
 * The bytes of `program` as `struct sock_filter[]` lies in memory, 8 an instruction: what `sock_fprog.filter` points
 * at, and what `bwrap --seccomp` and other loaders read from a file.
 *
 * `endianness` is that of the machine that loads it; the bytes do not tell which it was.
 * @see include/uapi/linux/filter.h: struct sock_filter
 */
export function encode(program: Program, endianness: Endianness): Uint8Array {
  const bytes = new Uint8Array(program.length * SOCK_FILTER_BYTES)
  const view = new DataView(bytes.buffer)
  const little = endianness === 'little'
  for (const [pc, { code, jt, jf, k }] of program.entries()) {
    const at = pc * SOCK_FILTER_BYTES
    view.setUint16(at, code, little)
    view.setUint8(at + 2, jt)
    view.setUint8(at + 3, jf)
    view.setUint32(at + 4, k, little)
  }
  return bytes
}
