/*
 * Whether Linux takes a program as a seccomp filter, as a second statement of the rules that `verify` of
 * @seccompile/cbpf states. It follows the order and the data flow of the kernel's own functions, and shares no code and
 * no constants with what it judges.
 */

/** `struct sock_filter`, with fields that fit. */
export interface Insn {
  readonly code: number
  readonly jt: number
  readonly jf: number
  readonly k: number
}

/**
 * The codes that `seccomp_check_filter` lets through.
 * @see kernel/seccomp.c: seccomp_check_filter()
 */
export const KERNEL_CODES: readonly number[] = [
  0x20, 0x00, 0x01, 0x60, 0x61, 0x80, 0x81, 0x02, 0x03, 0x04, 0x0c, 0x14, 0x1c, 0x24, 0x2c, 0x34, 0x3c, 0x44,
  0x4c, 0x54, 0x5c, 0x64, 0x6c, 0x74, 0x7c, 0xa4, 0xac, 0x84, 0x05, 0x15, 0x1d, 0x25, 0x2d, 0x35, 0x3d, 0x45,
  0x4d, 0x07, 0x87, 0x06, 0x16,
]

/** The jumps with two targets. */
export const KERNEL_TESTS: readonly number[] = [0x15, 0x1d, 0x25, 0x2d, 0x35, 0x3d, 0x45, 0x4d]

const MOST = 4096
const ALL_WRITTEN = 0xffff

/**
 * Whether one instruction of a program of `length` passes.
 * @see net/core/filter.c: bpf_check_classic()
 */
function passesAlone({ code, jt, jf, k }: Insn, pc: number, length: number): boolean {
  if (!KERNEL_CODES.includes(code)) return false
  if (code === 0x34) return k !== 0
  if (code === 0x64 || code === 0x74) return k < 32
  if (code === 0x60 || code === 0x61 || code === 0x02 || code === 0x03) return k < 16
  if (code === 0x05) return k < length - pc - 1
  if (KERNEL_TESTS.includes(code)) return pc + jt + 1 < length && pc + jf + 1 < length
  if (code === 0x20) return k < 64 && k % 4 === 0
  return true
}

/**
 * Whether each scratch word is written on every way to its reading.
 * @see net/core/filter.c: check_load_and_stores()
 */
function writesBeforeReads(insns: readonly Insn[]): boolean {
  const masks = new Array<number>(insns.length).fill(ALL_WRITTEN)
  let written = 0
  for (const [pc, { code, jt, jf, k }] of insns.entries()) {
    written &= masks[pc]!
    if (code === 0x02 || code === 0x03) written |= 2 ** k
    if ((code === 0x60 || code === 0x61) && (written & (2 ** k)) === 0) return false
    if (code !== 0x05 && !KERNEL_TESTS.includes(code)) continue
    for (const target of code === 0x05 ? [pc + 1 + k] : [pc + 1 + jt, pc + 1 + jf]) masks[target]! &= written
    written = ALL_WRITTEN
  }
  return true
}

/** Whether the kernel takes `insns` as a filter. */
export function kernelTakes(insns: readonly Insn[]): boolean {
  if (insns.length === 0 || insns.length > MOST) return false
  const last = insns.at(-1)!.code
  if (last !== 0x06 && last !== 0x16) return false
  return insns.every((insn, pc) => passesAlone(insn, pc, insns.length)) && writesBeforeReads(insns)
}
