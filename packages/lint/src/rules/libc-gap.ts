/*
 * An allow-list that fits only one C library. glibc and musl make different calls for one function, and so do
 * versions of one library. A recorded allow-list has the calls of one library, and the program fails after an update
 * or in another image.
 */
import { actionOf, refuses } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { policy } from '@seccompile/policy'
import type { ShownCall } from '@seccompile/policy'
import type { ExaminedAbi } from '../examine/examined.ts'
import { libcFallbacks } from '../calls/libc-fallbacks.ts'
import { libcFunctions } from '../calls/libc-functions.ts'
import type { LintRule } from '../examine/lint-rule.ts'
import { isEnosys, isRefusedWhole } from '../examine/refused-whole.ts'

/** A refused call, and a call that runs, by which another library has the same effect. */
interface LibcGap {
  readonly refused: ShownCall
  readonly runs: ShownCall
  /** The function that the program loses. */
  readonly lost: string
  readonly kept: string
}

/** Whether a call with this verdict fails or kills. After TRAP, a handler of the program may make the call in another way. */
const fails = (verdict: Verdict): boolean => refuses(verdict) && actionOf(verdict) !== 'TRAP'

/** The gaps from functions for which libraries make different calls. */
function byLibrary(on: ExaminedAbi): readonly LibcGap[] {
  return libcFunctions(on).flatMap((calls) => {
    const kept = calls.find(({ name, args }) => on.runs(name, args) !== undefined)
    const runs = kept && on.runs(kept.name, kept.args)
    if (kept === undefined || runs === undefined) return []
    return calls.flatMap(({ name, args, by, fallsBack, shown }) => {
      if (by === undefined || !isRefusedWhole(on, name, args)) return []
      const isLost = (verdict: Verdict): boolean =>
        fails(verdict) && !(fallsBack === true && isEnosys(on.abi, verdict))
      const refused = on.call(name, isLost, args)
      if (refused === undefined) return []
      return [{ refused, runs, lost: `${shown}, the call of ${by}, is refused`, kept: kept.shown }]
    })
  })
}

/** The gaps from calls that libraries try first, and that kill; after ENOSYS the libraries would continue. */
function byVersion(on: ExaminedAbi): readonly LibcGap[] {
  return libcFallbacks(on.has).flatMap(({ call: name, olds, isCommon }) => {
    if (!isCommon || !isRefusedWhole(on, name)) return []
    const kept = olds.find((old) => on.runs(old) !== undefined)
    const runs = kept === undefined ? undefined : on.runs(kept)
    const refused = on.call(name, (verdict) => fails(verdict) && actionOf(verdict) !== 'ERRNO')
    if (kept === undefined || runs === undefined || refused === undefined) return []
    return [{ refused, runs, lost: `${name}, which libc tries first, kills`, kept }]
  })
}

/** The lint rule `libc-gap`. */
export const libcGap: LintRule = {
  name: 'libc-gap',
  severity: 'medium',
  means:
    'The call of one C library runs, and the call of another library or version for the same function is refused.',
  remedy: 'Allow the calls of both, or accept the finding for a program of one libc.',
  sources: [
    'https://github.com/cloud-hypervisor/cloud-hypervisor/issues/8806',
    'https://github.com/cloud-hypervisor/cloud-hypervisor/issues/7276',
    'the calls of glibc and musl, measured on each ABI, in @seccompile/libc-calls',
  ],
  *check(on) {
    if (!on.isAllowList) return
    const all = [...byLibrary(on), ...byVersion(on)]
    const gaps = all.filter(({ lost }, index) => all.findIndex((gap) => gap.lost === lost) === index)
    const [first] = gaps
    if (first === undefined) return
    const what = gaps.map(({ kept, lost }) => `${kept} runs and ${lost}`).join('; ')
    yield { what, call: first.refused, other: first.runs }
  },
  caught: { policy: policy({ default: 'deny' }).allow('openat') },
  nearMiss: { policy: policy({ default: 'deny' }).allow('openat', 'open') },
}
