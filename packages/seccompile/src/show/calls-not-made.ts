/*
 * Calls that `bench` is to make and that a filter refuses: what is timed then lacks the call, and a row that reads less
 * than that of `ret ALLOW` says nothing good about the filter.
 */
import { actionOf, AUDIT_ARCH, seccompData, verdictName } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { run } from '@seccompile/interpreter'
import { RET_ALLOW } from '@seccompile/kernel'
import type { BenchCall, BenchFilter } from '@seccompile/kernel'
import { stackVerdict } from '@seccompile/prover'

/** What a filter, or a stack of them, says to the first of the calls of `call`, made from address 0. */
export function benchVerdict(
  { programs }: Pick<BenchFilter, 'programs'>,
  { abi, calls }: BenchCall,
): Verdict {
  const { nr, args = [] } = calls[0]!
  const data = seccompData({ nr, arch: abi === 'x86' ? AUDIT_ARCH.I386 : AUDIT_ARCH.X86_64, args })
  return stackVerdict(programs.map((program) => run(program, data).verdict))
}

/** A sentence for each filter and verdict by which one of `calls`, of one call each, is not made. */
export function callsNotMade(
  filters: readonly BenchFilter[],
  calls: readonly BenchCall[],
): readonly string[] {
  return filters.flatMap((filter) => {
    const refused = new Map<Verdict, string[]>()
    for (const call of calls) {
      const verdict = benchVerdict(filter, call)
      const action = actionOf(verdict)
      if (action === 'ALLOW' || action === 'LOG') continue
      refused.set(verdict, [...(refused.get(verdict) ?? []), call.name])
    }
    return [...refused].map(
      ([verdict, names]) =>
        `${filter.name}: says ${verdictName(verdict)} to ${names.join(', ')}, so the kernel makes no such call; these rows lack what it takes, and may be below those of "${RET_ALLOW}"`,
    )
  })
}
