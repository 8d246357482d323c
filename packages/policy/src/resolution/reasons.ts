/* The parts of a policy that may have given a call its verdict. */
import type { Verdict } from '@seccompile/abi'
import { listOf, optional, record, text, u32, u64 } from '@seccompile/shape'
import type { Reader } from '@seccompile/shape'
import type { AbiToken } from '@seccompile/syscalls'
import { actionOn, actionVerdict } from '../data/action.ts'
import type { Action } from '../data/action.ts'
import { FinalMark } from '../data/final-mark.ts'
import { readPolicy } from '../data/policy-error.ts'
import { policyOf, tokenReader } from '../data/policy-shape.ts'
import type { Policy } from '../data/policy.ts'
import { targetReader } from '../data/target.ts'
import type { ReadTarget, Target, UnknownAction } from '../data/target.ts'
import { lackingCalls, verdictOfLacking } from './calls/lacking-calls.ts'
import { applies, circumstancesOf } from './calls/requirement.ts'
import { unknownOn } from './calls/unknown-calls.ts'
import { decidedBy } from './decided-by.ts'
import type { VerdictReason } from './verdict-reason.ts'

/** A call by its name on an ABI of the target, and its verdict. */
export interface VerdictOfCall {
  readonly abi: AbiToken
  readonly name: string
  readonly verdict: Verdict
  /** The values of its arguments; `undefined` for one that is not known. Absent where none is known. */
  readonly args?: readonly (bigint | undefined)[] | undefined
}

const argument: Reader<bigint | undefined> = (at) => (at.value === undefined ? undefined : u64(at))

const callReader: Reader<VerdictOfCall> = record<VerdictOfCall>({
  abi: tokenReader,
  name: text,
  verdict: u32,
  args: optional(listOf(argument)),
})

/** The verdict of a call that the known kernel lacks, with the action for such calls; `undefined` for a call that it has. */
function verdictIfLacking(
  policy: Policy,
  target: ReadTarget,
  { abi, name }: VerdictOfCall,
  lackingAction: UnknownAction,
): { readonly verdict: Verdict; readonly ofRule: (verdict: Verdict) => Verdict } | undefined {
  const version = target.knownUpTo ?? policy.knownUpTo
  const table = target.abis.find(({ token }) => token === abi)
  if (version === undefined || table?.signatures === undefined) return undefined
  const action = unknownOn(target.unknown ?? policy.unknown ?? lackingAction, abi)
  const lacking = lackingCalls(policy, circumstancesOf(policy, target), table, version, action)
  if (!lacking.names.has(name)) return undefined
  return { verdict: actionVerdict(action), ofRule: (verdict) => verdictOfLacking(verdict, lacking) }
}

/** A policy, with what those around it say for it. */
interface PartOnTarget {
  readonly policy: Policy
  readonly target: ReadTarget
  /** The action for the calls that `knownUpTo` lacks, where nothing else gives one, as in `resolve`. */
  readonly lackingAction: UnknownAction
  readonly isClosed: boolean
}

/** A policy and those that hold together with it, each before its own, on the ABI `abi`. */
function partsOf(
  policy: Policy,
  { target, lackingAction, isClosed }: Omit<PartOnTarget, 'policy'>,
  abi: AbiToken,
): readonly PartOnTarget[] {
  const { and = [], unknown = lackingAction, closed = [] } = policy
  const own = { policy, target, lackingAction, isClosed: isClosed || closed.includes(abi) }
  const within = { ...target, caps: target.caps ?? policy.caps, kernel: target.kernel ?? policy.kernel }
  const around = { ...own, target: within, lackingAction: unknown }
  return [own, ...and.flatMap((part) => partsOf(part, around, abi))]
}

/** The reasons within one policy. */
function reasonsIn(
  { policy, target, lackingAction, isClosed }: PartOnTarget,
  part: number,
  call: VerdictOfCall,
): readonly VerdictReason[] {
  const { abi, name, verdict } = call
  if (isClosed) return []
  const circumstances = circumstancesOf(policy, target)
  const lacking = verdictIfLacking(policy, target, call, lackingAction)
  const gives = (action: Action): boolean => {
    const own = actionVerdict(actionOn(action, abi))
    return own === verdict && (lacking === undefined || lacking.ofRule(own) === own)
  }
  const rules = policy.rules.flatMap((rule, index) =>
    rule.names.some((each) => each.name === name) &&
    (rule.abis === undefined || rule.abis.includes(abi)) &&
    applies(rule, circumstances) &&
    gives(rule.action)
      ? [{ policy, part, kind: 'rule' as const, rule, index }]
      : [],
  )
  const isSure = rules.some(({ rule }) => rule.args.length === 0 && rule.when === undefined)
  const givesRest = lacking === undefined ? gives(policy.defaultAction) : lacking.verdict === verdict
  const rest: VerdictReason = { policy, part, kind: lacking === undefined ? 'default' : 'known-up-to' }
  return givesRest && !isSure ? [...rules, rest] : rules
}

/**
 * The parts of a policy that may have given `call` its verdict: the rules for its name that take part on the target and have this
 * verdict, and the default where it has, or `knownUpTo` for a call that the known kernel lacks. Conditions are compared with the
 * arguments that are known; several parts are left where these do not tell. There is none for a verdict that comes from elsewhere, such
 * as `badArch` on an ABI outside the target.
 * @throws PolicyError E_TYPE, E_NAME or E_NUMBER for a wrong policy, target or call
 */
export function possibleReasons(
  policy: Policy,
  target: Target,
  call: VerdictOfCall,
): readonly VerdictReason[] {
  const read = readPolicy(targetReader, target, 'target')
  const asked = readPolicy(callReader, call, 'call')
  if (!read.abis.some(({ token }) => token === asked.abi)) return []
  const around = { target: read, lackingAction: 'ENOSYS', isClosed: false } as const
  const whole = FinalMark.isOn(policy) ? policy : policyOf(policy)
  const reasons = partsOf(whole, around, asked.abi).flatMap((one, part) => reasonsIn(one, part, asked))
  return asked.args === undefined ? reasons : decidedBy(reasons, read, { ...asked, args: asked.args })
}
