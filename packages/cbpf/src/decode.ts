import { BPF_MAXINSNS, isBig, SOCK_FILTER_BYTES } from '@seccompile/abi'
import type { Endianness, Program, SockFilter } from '@seccompile/abi'
import { IrError, shown } from '@seccompile/shape'
import type { Problem } from '@seccompile/shape'
import { program } from './program.ts'

const MAX_BYTES = BPF_MAXINSNS * SOCK_FILTER_BYTES

/**
 * The program in `bytes`, 8 bytes for each instruction in the byte order `endianness`; the inverse of `encode`.
 *
 * Any bytes of a possible size are a program. `verify` tells whether the kernel accepts it.
 * @throws IrError (level `bytes`) when the size is 0 (B1), not a multiple of 8 (B2) or larger than 4096
 * instructions (B3)
 * @throws TypeError where `bytes` is no Uint8Array, or for an unknown byte order
 */
export function decode(bytes: Uint8Array, endianness: Endianness): Program {
  // The check reads the tag, because the bytes may come from another realm. Arrays of wider numbers are refused: their
  // length is no number of bytes.
  if (Object.prototype.toString.call(bytes) !== '[object Uint8Array]')
    throw new TypeError(`bytes: expected a Uint8Array; got ${shown(bytes)}`)
  const problem = sizeProblem(bytes.length)
  if (problem !== undefined) throw new IrError('bytes', [problem])
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const little = !isBig(endianness)
  const insns: SockFilter[] = []
  for (let at = 0; at < bytes.length; at += SOCK_FILTER_BYTES)
    insns.push({
      code: view.getUint16(at, little),
      jt: view.getUint8(at + 2),
      jf: view.getUint8(at + 3),
      k: view.getUint32(at + 4, little),
    })
  return program(insns)
}

function sizeProblem(length: number): Problem | undefined {
  const where = `size ${length}`
  if (length === 0)
    return { invariant: 'B1', where, message: 'a program has at least one instruction of 8 bytes' }
  if (length % SOCK_FILTER_BYTES !== 0) {
    const message = `an instruction has 8 bytes, and ${length % SOCK_FILTER_BYTES} are left over`
    return { invariant: 'B2', where, message }
  }
  if (length > MAX_BYTES) {
    const message = `a program has at most ${BPF_MAXINSNS} instructions, ${MAX_BYTES} bytes`
    return { invariant: 'B3', where, message }
  }
  return undefined
}
