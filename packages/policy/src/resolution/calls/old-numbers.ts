/*
 * Old numbers in rules for unknown calls. A kernel before 5.4 takes a number of x86_64 with the bit of x32 for the call of x86_64,
 * so a rule for the number of x32 misses it. Newer kernels answer ENOSYS. A policy that gives unknown numbers an action gives it to
 * the old numbers of refused calls, as if they were unknown.
 */
import { letsRun } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { contains } from '@seccompile/rules'
import type { Range, Rule } from '@seccompile/rules'
import type { AbiTable } from '@seccompile/syscalls'

/** Calls of an ABI, and the rules for them. */
interface NumberedRules {
  readonly abi: AbiTable
  readonly rules: readonly Rule[]
}

const refuses = ({ abi, rules }: NumberedRules, name: string): boolean => {
  const nr = abi.numbers.get(name)
  return nr !== undefined && rules.some(({ numbers, verdict }) => !letsRun(verdict) && contains(numbers, nr))
}

/**
 * The old numbers, of ABIs `sharing` one arch, for calls that a rule refuses: a rule of the ABI itself, or one of another for a call
 * that the ABI lacks. None where the default `otherwise` refuses them already.
 */
export function oldNumbers(sharing: readonly NumberedRules[], otherwise: Verdict): readonly Range<number>[] {
  if (!letsRun(otherwise)) return []
  return sharing.flatMap((own) =>
    [...(own.abi.oldNumbers ?? [])].flatMap(([name, nr]) => {
      const isRefused = own.abi.numbers.has(name)
        ? refuses(own, name)
        : sharing.some((other) => refuses(other, name))
      return isRefused ? { lo: nr, hi: nr } : []
    }),
  )
}
