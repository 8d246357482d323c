/*
 * A list of what may run that fits one C library. glibc and musl make different calls for one function, and so do
 * versions of one library. A list that somebody recorded has the calls of that library, and the program fails after
 * an update or in another image.
 */
import { refuses } from '@seccompile/abi'
import { policy } from '@seccompile/policy'
import type { ShownCall } from '@seccompile/policy'
import type { ExaminedAbi } from '../examined.ts'
import { libcFallbacks } from '../libc-fallbacks.ts'
import { libcFunctions } from '../libc-functions.ts'
import { listText } from '../list-text.ts'
import type { LintRule } from '../lint-rule.ts'
import { isEnosys, isOtherErrno, isRefusedWhole } from '../refused-whole.ts'

/** A call that is refused, and one that runs and does the same by another library. */
interface Gap {
  readonly refused: ShownCall
  readonly runs: ShownCall
  readonly lost: string
  readonly kept: string
}

/** The gaps of functions for which libraries make different calls. */
function byLibrary(on: ExaminedAbi): readonly Gap[] {
  return libcFunctions(on).flatMap((calls) => {
    const running = calls.map(({ name, args, shown }) => ({ runs: on.runs(name, args), shown }))
    const kept = running.find(({ runs }) => runs !== undefined)
    if (kept?.runs === undefined) return []
    const { runs, shown: keptText } = kept
    return calls.flatMap(({ name, args, by, fallsBack, shown }) => {
      if (by === undefined || !isRefusedWhole(on, name, args)) return []
      const counts = (verdict: number): boolean =>
        refuses(verdict) && !(fallsBack === true && isEnosys(on.abi, verdict))
      const refused = on.call(name, counts, args)
      return refused === undefined ? [] : [{ refused, runs, lost: `${shown} (${by})`, kept: keptText }]
    })
  })
}

/** The gaps of calls that libraries try first, and that kill where ENOSYS would have them go on. */
function byVersion(on: ExaminedAbi): readonly Gap[] {
  return libcFallbacks(on.has).flatMap(({ call: name, olds, isCommon }) => {
    if (!isCommon || !isRefusedWhole(on, name)) return []
    const kept = olds.find((each) => on.runs(each) !== undefined)
    const runs = kept === undefined ? undefined : on.runs(kept)
    const refused = on.call(
      name,
      (verdict) => refuses(verdict) && !isEnosys(on.abi, verdict) && !isOtherErrno(on.abi, verdict),
    )
    if (kept === undefined || runs === undefined || refused === undefined) return []
    return [{ refused, runs, lost: `${name} (libc takes ENOSYS)`, kept }]
  })
}

/** The lint rule `libc-gap`. */
export const libcGap: LintRule = {
  name: 'libc-gap',
  severity: 'medium',
  means:
    'A call runs with which one C library does something, and the call is refused with which another library, or version, does the same.',
  remedy:
    'Allow all calls of the function, as variants(…) names them, or accept the finding for a program of one libc.',
  sources: [
    'https://github.com/cloud-hypervisor/cloud-hypervisor/issues/8806',
    'https://github.com/cloud-hypervisor/cloud-hypervisor/issues/7276',
    'glibc sysdeps/unix/sysv/linux',
    'musl src',
  ],
  *check(on) {
    if (!on.isAllowList) return
    const gaps = [...byLibrary(on), ...byVersion(on)]
    const [first] = gaps
    if (first === undefined) return
    const lost = [...new Set(gaps.map((gap) => gap.lost))].map(
      (text) =>
        `${text} beside ${listText([...new Set(gaps.filter((gap) => gap.lost === text).map(({ kept }) => kept))])}`,
    )
    yield {
      what: `${listText(lost)} ${lost.length === 1 ? 'is' : 'are'} refused, so the filter fits one libc`,
      call: first.refused,
      other: first.runs,
    }
  },
  caught: { policy: policy({ default: 'deny' }).allow('openat') },
  nearMiss: { policy: policy({ default: 'deny' }).allow('openat', 'open') },
}
