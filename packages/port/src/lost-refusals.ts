/*
 * Refusals of a deny-list that have no effect elsewhere: it refuses `rmdir`, and on aarch64 rmdir() makes `unlinkat`, which runs.
 *
 * A function counts as refused where a library makes a call for it that never runs. Conditions on arguments are not carried over.
 */
import { callsOfFunctions, LIBCS } from '@seccompile/libc-calls'
import type { FunctionCalls, LibcName, MeasuredCall } from '@seccompile/libc-calls'
import type { Policy } from '@seccompile/policy'
import type { AbiToken } from '@seccompile/syscalls'
import { isEnosys, mayRun } from './allowed-calls.ts'
import type { PolicyInquiry } from './allowed-calls.ts'
import { fixedPredicate } from './move-predicate.ts'
import { isHarmless } from './needed-calls.ts'
import { functionsText, listed, makes } from './reasons.ts'

/** A call that the policy refuses, and the calls that programs make on an ABI in place of it, which run. */
export interface LostRefusal {
  readonly abi: AbiToken
  /** The refused call of the ABI that the policy is written for. */
  readonly call: string
  /** The functions whose refusal is lost. */
  readonly functions: readonly string[]
  /** The calls there that run. */
  readonly runs: readonly string[]
  /** Why the refusal has no effect, in a sentence without a full stop. */
  readonly reason: string
}

const lostReason = (functions: readonly string[], names: readonly string[]): string =>
  `${functionsText(functions)} ${makes(functions)} ${listed(names)} there, which the policy does not refuse`

const runs = (on: PolicyInquiry, { name, fixed }: MeasuredCall): boolean =>
  on.runs(name, fixedPredicate({ abi: on.abi, call: name, fixed }))

/** Whether the policy refuses the call, and the library does not go on with an older one. */
function ends(on: PolicyInquiry, call: MeasuredCall): boolean {
  if (runs(on, call)) return false
  const where = fixedPredicate({ abi: on.abi, call: call.name, fixed: call.fixed })
  return call.instead.length === 0 || !isEnosys(on, call.name, where)
}

/** A function that a policy refuses: the refused call, and all its calls. */
interface RefusedFunction {
  readonly call: string
  readonly calls: readonly string[]
}

/** Each function that `libc` cannot make under the policy, by name. */
function refusedFunctions(on: PolicyInquiry, libc: LibcName): ReadonlyMap<string, RefusedFunction> {
  return new Map(
    callsOfFunctions(libc, on.abi.token).flatMap(({ function: name, lists }) => {
      const found = lists.map((list) => list.find((call) => ends(on, call)))
      const [first] = found
      const calls = lists.flat().map((call) => call.name)
      return first === undefined || found.includes(undefined)
        ? []
        : [[name, { call: first.name, calls }] as const]
    }),
  )
}

/** The list of a function all of whose calls run. */
const runningList = (on: PolicyInquiry, { lists }: FunctionCalls): readonly MeasuredCall[] | undefined =>
  lists.find((list) => list.length > 0 && list.every((call) => runs(on, call)))

/** The refusals of `policy` on the ABI of `here` that have no effect on that of `there` with the libraries; none of an allow-list. */
export function lostRefusals(
  policy: Policy,
  here: PolicyInquiry,
  there: PolicyInquiry,
  libcs: readonly LibcName[],
): readonly LostRefusal[] {
  if (!mayRun(policy.defaultAction)) return []
  const lost = new Map<string, { readonly functions: Set<string>; readonly runs: Set<string> }>()
  for (const own of LIBCS) {
    const refused = refusedFunctions(here, own)
    for (const libc of libcs)
      for (const made of callsOfFunctions(libc, there.abi.token)) {
        const { call, calls = [] } = refused.get(made.function) ?? {}
        const fresh = (runningList(there, made) ?? []).map(({ name }) => name)
        const other = fresh.filter((name) => !calls.includes(name) && !isHarmless(name))
        if (call === undefined || fresh.includes(call) || other.length === 0) continue
        const known = lost.get(call) ?? { functions: new Set(), runs: new Set() }
        lost.set(call, known)
        known.functions.add(made.function)
        for (const name of other) known.runs.add(name)
      }
  }
  return [...lost].map(([call, { functions, runs: names }]) => ({
    abi: there.abi.token,
    call,
    functions: [...functions],
    runs: [...names],
    reason: lostReason([...functions], [...names]),
  }))
}
