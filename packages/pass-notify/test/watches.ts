import { verdictName } from '@seccompile/abi'
import type { Endianness, Program, Verdict } from '@seccompile/abi'
import type { ChangedMeaning } from '@seccompile/testkit'
import { notifiedVerdict, proveWatched, watchedProgram } from '@seccompile/pass-notify'
import type { WatchPlan, WatchUse } from '@seccompile/pass-notify'

/** All uses. */
export const USES: readonly WatchUse[] = ['denials', 'try', 'record']

/** The meaning of a watched program, for the conformance checks. */
export const meaningOf = (watch: WatchPlan): ChangedMeaning => ({
  verdict: (verdict, data): Verdict => {
    const replaced = notifiedVerdict(watch, verdict, data)
    if (replaced === undefined) throw new Error(`${verdictName(verdict)} has no place and was not declined`)
    return replaced
  },
  prove: (before, after, endianness, limits) => {
    const answer = proveWatched(before.ir as Program, after.ir as Program, watch, { endianness, ...limits })
    switch (answer.kind) {
      case 'inexpressible':
        return { kind: 'undecided', reason: answer.reason }
      case 'equal-on-machine':
        return { kind: 'no-difference', reason: 'on the machine' }
      default:
        return answer
    }
  },
})

/** The watched program of a policy that can be watched. */
export function watched(policy: Program, watch: WatchPlan, endianness: Endianness = 'little'): Program {
  const made = watchedProgram(policy, watch, endianness)
  if (made.kind === 'declined') throw new Error(made.reason)
  return made.program
}
