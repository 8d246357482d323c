/*
 * Open ABIs: ABIs of the machine whose calls run whatever the policy refuses. A program can make a call by any ABI
 * that the kernel offers. So a filter that refuses `socket` on x86_64 and lets all calls of x86 run refuses nothing.
 *
 * An ABI is open in two ways. Either it is not in the target, and `badArch` lets its calls run. Or it is in the
 * target, no rule for it refuses a call, and the rules for another ABI of the machine do. x32 has a warning of its
 * own.
 */
import { letsRun } from '@seccompile/abi'
import { verdictText } from '@seccompile/constants/errno'
import { quote } from '@seccompile/shape'
import { otherAbisOf } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { actionVerdict } from '../../data/action.ts'
import { warning } from '../../data/warning.ts'
import type { ShownCall, Warning, WarningText } from '../../data/warning.ts'
import { isRefused, shownCall } from './warning-subject.ts'
import type { PolicyOnAbi, WarningSubject } from './warning-subject.ts'

/** An ABI whose calls run, with an ABI of the same machine that refuses some calls. */
export interface OpenAbi {
  readonly token: AbiToken
  readonly beside: PolicyOnAbi
  /** A call that `beside` refuses. */
  readonly refused: string
  /** A call of the ABI that runs, if the ABI is in the target. */
  readonly call?: ShownCall
}

/** The name of a call that the policy refuses on the ABI; `undefined` if the policy lets every call run. */
function refusedOn({ abi, calls, otherwise }: PolicyOnAbi): string | undefined {
  for (const call of calls.values()) if (isRefused(call) && abi.numbers.has(call.name)) return call.name
  if (letsRun(otherwise)) return undefined
  // No rule refuses a call of the ABI. So the default refuses each call that has no unconditional rule.
  for (const name of abi.numbers.keys()) if (calls.get(name)?.always === undefined) return name
  return undefined
}

/** The ABIs that are open. */
export function openAbis({ on }: WarningSubject): readonly OpenAbi[] {
  const found = new Map<AbiToken, OpenAbi>()
  const refusals = new Map(on.map((each) => [each, refusedOn(each)]))
  for (const beside of on) {
    const refused = refusals.get(beside)
    if (refused === undefined) continue
    for (const token of otherAbisOf(beside.abi.token)) {
      if (found.has(token)) continue
      const other = on.find(({ abi }) => abi.token === token)
      if (other === undefined) {
        if (letsRun(actionVerdict(beside.policy.badArch ?? { action: 'KILL_THREAD', data: 0 })))
          found.set(token, { token, beside, refused })
      } else if (refusals.get(other) === undefined && other.abi.numbers.has(refused))
        found.set(token, { token, beside, refused, call: shownCall(other.abi, refused) })
    }
  }
  return [...found.values()]
}

/** The reason that the ABI is open, as text. */
export function openText({ token, beside, refused, call }: OpenAbi): WarningText {
  const { abi, policy } = beside
  const why =
    call === undefined
      ? `they get ${verdictText(actionVerdict(policy.badArch!), [token])}, the badArch of the policy`
      : 'no rule refuses any'
  const full =
    `every call of ${token} runs: ${why}; on ${abi.token} the policy refuses ${quote(refused)}, which ` +
    `a program of the same machine can call by ${token}`
  return { brief: `every call of ${token} runs; ${abi.token} refuses ${quote(refused)}`, full }
}

/** A warning for each ABI in `open` except x32. */
export function abiOpen(open: readonly OpenAbi[]): readonly Warning[] {
  return open
    .filter(({ token }) => token !== 'x32')
    .map((each) => warning('abi-open', openText(each), undefined, each.call))
}
