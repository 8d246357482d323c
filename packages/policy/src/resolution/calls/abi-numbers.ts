import { NO_CALL } from '@seccompile/abi'
import { canonical, U32 } from '@seccompile/rules'
import type { RangeSet } from '@seccompile/rules'
import { expectObject } from '@seccompile/shape'
import { abis } from '@seccompile/syscalls'
import type { AbiFacts } from '@seccompile/syscalls'

/**
 * The numbers of an ABI: the values of `nr` that belong to it when `seccomp_data.arch` is its arch; u32,
 * canonical.
 *
 * An ABI with an arch of its own has all numbers, even those that no call has. Where two ABIs share an arch,
 * each has the numbers from its base up to the base of the next: x86_64 has 0 to 0x3fffffff, x32 has those from
 * 0x40000000. The number that no call has, 0xffffffff, belongs to both, as a tracer may set it for either.
 * @see arch/x86/include/uapi/asm/unistd.h: __X32_SYSCALL_BIT; libseccomp src/gen_bpf.c: _gen_bpf_arch()
 */
export function abiNumbers(given: AbiFacts): RangeSet<number> {
  expectObject(given, 'abi', 'auditArch', 'base')
  const { auditArch, base } = given
  const bases = abis.filter((abi) => abi.auditArch === auditArch).map((abi) => abi.base)
  const next = Math.min(...bases.filter((other) => other > base), U32.max + 1)
  const lo = bases.some((other) => other < base) ? base : 0
  return canonical(U32, [
    { lo, hi: next - 1 },
    { lo: NO_CALL, hi: NO_CALL },
  ])
}
