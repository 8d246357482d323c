import { NO_CALL } from '@seccompile/abi'
import { expectObject } from '@seccompile/shape'
import { abis } from './abi-by-name.ts'
import type { AbiFacts } from './table/abi.ts'

/** Numbers of calls from `lo` to `hi`, both included; u32. */
export interface AbiNumberRange {
  readonly lo: number
  readonly hi: number
}

const LAST = 0xffff_ffff

/**
 * The numbers of an ABI: the values of `nr` that belong to it when `seccomp_data.arch` is its arch; u32, sorted, disjoint and
 * not adjacent.
 *
 * An ABI with an arch of its own has all numbers, even those that no call has. Where two ABIs share an arch,
 * each has the numbers from its base up to the base of the next: x86_64 has 0 to 0x3fffffff, x32 has the numbers
 * from 0x40000000. The number that no call has, 0xffffffff, belongs to both, as a tracer may set it for either.
 * @see arch/x86/include/uapi/asm/unistd.h: __X32_SYSCALL_BIT; libseccomp src/gen_bpf.c: _gen_bpf_arch()
 */
export function abiNumbers(given: AbiFacts): readonly AbiNumberRange[] {
  expectObject(given, 'abi', 'auditArch', 'base')
  const { auditArch, base } = given
  const bases = abis.filter((abi) => abi.auditArch === auditArch).map((abi) => abi.base)
  const next = Math.min(...bases.filter((other) => other > base), LAST + 1)
  const own = { lo: bases.some((other) => other < base) ? base : 0, hi: next - 1 }
  return own.hi === LAST ? [own] : [own, { lo: NO_CALL, hi: NO_CALL }]
}
