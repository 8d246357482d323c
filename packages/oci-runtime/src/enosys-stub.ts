/*
 * The stub that runc puts in front of a filter: ENOSYS for the numbers above the largest one that the profile names.
 * @see runc libcontainer/seccomp/patchbpf/enosys_linux.go: generateEnosysStub(), findLastSyscalls()
 */
import { verdictOf } from '@seccompile/abi'
import { errnoOn } from '@seccompile/constants/errno'
import type { PolicyRule } from '@seccompile/policy'
import { ALWAYS, canonical, ruleSet, U32 } from '@seccompile/rules'
import type { Range, RuleSet } from '@seccompile/rules'
import { otherDoorOf } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'

/** The largest number that a profile names on an ABI. */
export interface LastCall {
  readonly abi: AbiTable
  readonly name: string
  readonly number: number
}

/**
 * The largest number that `rules` name on each of `abis`. A call behind a multiplexer does not count: for it libseccomp yields
 * a number of its own, which is negative. Nor does number 0: runc makes no stub for an ABI with no larger number.
 * @see seccomp_syscall_resolve_name_arch() of libseccomp
 */
export function lastCalls(rules: readonly PolicyRule[], abis: readonly AbiTable[]): readonly LastCall[] {
  return abis.flatMap((abi) => {
    const own = rules.filter((rule) => rule.abis?.includes(abi.token) ?? true)
    const found = own.flatMap(({ names }) =>
      names.flatMap(({ name }) => {
        const number = abi.numbers.get(name) ?? 0
        return number === 0 || otherDoorOf(abi, name) !== undefined ? [] : [{ abi, name, number }]
      }),
    )
    if (found.length === 0) return []
    return [found.reduce((last, each) => (each.number > last.number ? each : last))]
  })
}

const X32_BIT = 0x4000_0000

/** The numbers that the stub answers for the ABI of `last`. */
function stubNumbers({ abi, number }: LastCall): readonly Range<number>[] {
  switch (abi.token) {
    case 'x86_64': // numbers without the bit of x32
      return [
        { lo: number + 1, hi: X32_BIT - 1 },
        { lo: 0x8000_0000, hi: 0x8000_0000 + X32_BIT - 1 },
      ]
    case 'x32':
      return [
        { lo: number + 1, hi: 2 * X32_BIT - 1 },
        { lo: 0x8000_0000 + X32_BIT, hi: 0xffff_ffff },
      ]
    case 's390':
    case 's390x': // programs make numbers above 255 by number 0, setup
      return [
        { lo: 0, hi: 0 },
        { lo: number + 1, hi: 0xffff_ffff },
      ]
    default:
      return [{ lo: number + 1, hi: 0xffff_ffff }]
  }
}

/** Whether runc puts a stub in front of filters with this default: ALLOW, LOG and TRACE leave new calls to others. */
export const hasStubFor = (action: string): boolean => !['ALLOW', 'LOG', 'TRACE'].includes(action)

/** `rules` behind the stub for the numbers above `last`; the errno is that of the machine, `main`. */
export function behindStub(rules: RuleSet, last: readonly LastCall[], main: AbiTable): RuleSet {
  const verdict = verdictOf('ERRNO', errnoOn('ENOSYS', main.token)) // every ABI has ENOSYS
  return ruleSet({
    badArch: rules.badArch,
    sections: rules.sections.map((section) => {
      const own = last.filter(({ abi }) => abi.auditArch === section.arch)
      const numbers = canonical(U32, own.flatMap(stubNumbers))
      return numbers.length === 0
        ? section
        : { ...section, rules: [{ numbers, when: ALWAYS, verdict }, ...section.rules] }
    }),
  })
}
