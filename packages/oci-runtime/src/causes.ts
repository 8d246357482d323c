/* Why the filter of a runtime does otherwise than its profile says. */
import type { Change } from '@seccompile/prover'
import type { Source } from '@seccompile/policy'
import { difference, U32 } from '@seccompile/rules'
import { expectList, expectObject } from '@seccompile/shape'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'
import type { LackedName } from './known-names.ts'
import type { SpareNumber } from './libseccomp-names.ts'

/** Something that a runtime does otherwise than it is written. */
export type Cause =
  /** libseccomp does not know a name, so the rule for it is left out. */
  | ({ readonly kind: 'unknown-name' } & LackedName)
  /** libseccomp has a number for a call that the ABI lacks, so a rule for the name is one for the number. */
  | ({ readonly kind: 'spare-number' } & SpareNumber)
  /** An entry tests an argument twice, so each of its conditions counts as a rule of its own. */
  | { readonly kind: 'repeated-argument'; readonly calls: readonly string[]; readonly source?: Source }
  /** Numbers above `number`, the largest that the profile names on the ABI, get ENOSYS; on s390 number 0 too. */
  | { readonly kind: 'stub'; readonly abi: AbiToken; readonly name: string; readonly number: number }
  /** A rule for a call such as `socket` is one for `socketcall` too. */
  | { readonly kind: 'multiplexer'; readonly calls: readonly string[] }
  /** An errno of more than 16 bits, of which libseccomp keeps `kept`. */
  | { readonly kind: 'cut-errno'; readonly errno: string; readonly kept: number; readonly source: Source }
  /** An entry names no call, so it is no rule. */
  | { readonly kind: 'empty-entry'; readonly source: Source }

/** Whether `cause` may be why calls of `abi` with a number that `has` change. */
function explains(cause: Cause, abi: AbiTable, has: (nr: number) => boolean, last: number): boolean {
  const hasCall = (name: string): boolean => {
    const nr = abi.numbers.get(name)
    return nr !== undefined && has(nr)
  }
  switch (cause.kind) {
    case 'unknown-name':
      return (cause.abis?.includes(abi.token) ?? true) && hasCall(cause.name)
    case 'spare-number':
      return cause.abi === abi.token && has(cause.number)
    case 'repeated-argument':
    case 'multiplexer':
      return cause.calls.some(hasCall)
    case 'stub':
      return cause.abi === abi.token && (last > cause.number || has(0))
    // What is written is read without these.
    case 'cut-errno':
    case 'empty-entry':
      return false
  }
}

/** The causes of `change`, one from what is written to what is loaded for `abis`. */
export function causesOf(
  change: Change,
  causes: readonly Cause[],
  abis: readonly AbiTable[],
): readonly Cause[] {
  expectObject(change, 'change', 'arches', 'numbers')
  expectList(causes, 'causes', 'kind')
  expectList(abis, 'abis', 'token', 'auditArch')
  const { arches, numbers } = change
  const has = (nr: number): boolean => numbers.some(({ lo, hi }) => lo <= nr && nr <= hi)
  const last = numbers.at(-1)?.hi ?? 0
  const touched = abis.filter(({ auditArch }) =>
    arches.some(({ lo, hi }) => lo <= auditArch && auditArch <= hi),
  )
  return causes.filter((cause) => touched.some((abi) => explains(cause, abi, has, last)))
}

/** The parts of `change` that are not about number `nr` of `arch`. */
function withoutCall(change: Change, arch: number, nr: number): readonly Change[] {
  const has = ({ lo, hi }: { readonly lo: number; readonly hi: number }, value: number): boolean =>
    lo <= value && value <= hi
  const { arches, numbers } = change
  if (!arches.some((each) => has(each, arch)) || !numbers.some((each) => has(each, nr))) return [change]
  const own = [{ lo: arch, hi: arch }]
  const parts = [
    { ...change, arches: difference(U32, arches, own) },
    { ...change, arches: own, numbers: difference(U32, numbers, [{ lo: nr, hi: nr }]) },
  ]
  return parts.filter((part) => part.arches.length > 0 && part.numbers.length > 0)
}

/** The changes of all calls of `abis` but those with a name in `unclaimed`. */
export function claimedChanges(
  changes: readonly Change[],
  unclaimed: readonly string[],
  abis: readonly AbiTable[],
): readonly Change[] {
  expectList(changes, 'changes', 'arches', 'numbers')
  expectList(unclaimed, 'unclaimed')
  expectList(abis, 'abis', 'token', 'auditArch', 'numbers')
  const calls = abis.flatMap(({ auditArch, numbers }) =>
    unclaimed.flatMap((name) => {
      const nr = numbers.get(name)
      return nr === undefined ? [] : [{ auditArch, nr }]
    }),
  )
  return calls.reduce<readonly Change[]>(
    (left, { auditArch, nr }) => left.flatMap((change) => withoutCall(change, auditArch, nr)),
    changes,
  )
}
