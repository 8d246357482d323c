/*
 * A filter as bytes, and the text that a module holds of it.
 *
 * A `sock_filter` has 8 bytes, and most of them are 0: the high byte of the code, and the high bytes of `k`. The text
 * leaves these out. It is the base64 of `code`, `jt`, `jf` and `k` of each instruction: three bytes, and then 7 bits
 * of `k` a byte, the lowest first, with the high bit set in all bytes but the last. The packed form has no byte
 * order, so big-endian filters differ from others only in how they are written out.
 */

/** The architecture of a filter, by the name of its ABI. */
export type FilterArch = 'aarch64' | 'arm' | 'loongarch64' | 'ppc64le' | 'riscv64' | 's390x' | 'x86_64'

/** What a filter is of, and how its bytes are known again. */
interface FilterIdentity {
  /** The name of the preset. */
  readonly preset: string
  /** The ABIs whose calls the filter decides by the rules of the preset; a call of another ABI ends the process. */
  readonly abis: readonly string[]
  /** The byte order of `bytes`, that of the architecture. */
  readonly endianness: 'big' | 'little'
  /** SHA-256 of `bytes` in hexadecimal, as `sha256sum` prints it. */
  readonly sha256: string
  /**
   * The digest of the meaning in hexadecimal, as `seccompile digest` prints it. Other bytes with the same meaning have
   * the same digest.
   */
  readonly digest: string
}

/** A seccomp filter as bytes. */
export interface ReadyFilter extends FilterIdentity {
  /** `bytes` is 8 times `insns`. */
  readonly size: { readonly insns: number; readonly bytes: number }
  /** The `sock_filter[]`, 8 bytes each; a new copy at each read. */
  readonly bytes: Uint8Array
}

/** A filter as a module holds it. */
export interface PackedFilter extends FilterIdentity {
  readonly insns: number
  readonly packed: string
}

/** The instructions in `packed` as `sock_filter[]` in a byte order. */
function unpack(packed: string, insns: number, isLittle: boolean): Uint8Array {
  const from = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0))
  const to = new DataView(new ArrayBuffer(insns * 8))
  for (let at = 0, insn = 0; insn < insns; insn++) {
    const [code = 0, jt = 0, jf = 0] = from.subarray(at)
    at += 3
    let k = 0
    for (let shift = 0, more = true; more; shift += 7) {
      const byte = from[at++] ?? 0
      k |= (byte & 0x7f) << shift
      more = byte > 0x7f
    }
    to.setUint16(insn * 8, code, isLittle)
    to.setUint8(insn * 8 + 2, jt)
    to.setUint8(insn * 8 + 3, jf)
    to.setUint32(insn * 8 + 4, k, isLittle)
  }
  return new Uint8Array(to.buffer)
}

/** The filter in `packed`, which a generated module holds. */
export function filterOf({ insns, packed, ...facts }: PackedFilter): ReadyFilter {
  return {
    ...facts,
    size: { insns, bytes: insns * 8 },
    get bytes() {
      return unpack(packed, insns, facts.endianness === 'little')
    },
  }
}
