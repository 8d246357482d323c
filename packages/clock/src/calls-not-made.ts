/*
 * Calls that `bench` makes and that a filter refuses. The time in such a row does not include the work of the call. The
 * row may be below the row of `ret ALLOW`, and this says nothing good about the filter.
 */
import { actionOf, AUDIT_ARCH, seccompData } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { verdictText } from '@seccompile/constants/errno'
import { run } from '@seccompile/interpreter'
import { stackVerdict } from '@seccompile/prover'
import { expectList, expectObject } from '@seccompile/shape'
import { RET_ALLOW } from './checks.ts'
import type { BenchCall, BenchFilter } from './subject.ts'

/** The verdict of a filter, or of a stack, on the first of the calls of `call`, made from address 0. */
export function benchVerdict(filter: Pick<BenchFilter, 'programs'>, call: BenchCall): Verdict {
  expectObject(filter, 'filter', 'programs')
  expectObject(call, 'call', 'name', 'calls')
  const { programs } = filter
  const { abi, calls } = call
  expectList(programs, 'filter.programs')
  expectList(calls, 'call.calls', 'nr')
  const { nr, args = [] } = calls[0]!
  const data = seccompData({ nr, arch: abi === 'x86' ? AUDIT_ARCH.I386 : AUDIT_ARCH.X86_64, args })
  return stackVerdict(programs.map((program) => run(program, data).verdict))
}

/** A sentence for each filter and verdict that prevents some of `calls`. */
export function callsNotMade(
  filters: readonly BenchFilter[],
  calls: readonly BenchCall[],
): readonly string[] {
  expectList(filters, 'filters', 'name', 'programs')
  expectList(calls, 'calls', 'name', 'calls')
  return filters.flatMap((filter) => {
    const refused = new Map<string, string[]>()
    for (const call of calls) {
      const verdict = benchVerdict(filter, call)
      const action = actionOf(verdict)
      if (action === 'ALLOW' || action === 'LOG') continue
      const answer = verdictText(verdict, [call.abi ?? 'x86_64'])
      refused.set(answer, [...(refused.get(answer) ?? []), call.name])
    }
    return [...refused].map(
      ([answer, names]) =>
        `${filter.name}: answers ${names.join(', ')} with ${answer}, so the kernel does not execute these calls; their rows lack the time of the call, and may be below the rows of "${RET_ALLOW}"`,
    )
  })
}
