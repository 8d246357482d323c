/*
 * Writes the multiplexers into the lists of calls.
 *
 * A line for a call is also a line for the operation of a multiplexer with the same effect. So the meaning that the
 * lines give `socketcall` is compared with that of the rules. Where the two differ, a word for `socketcall` itself
 * settles it.
 */
import { SECCOMP_RET, verdictOf } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import type { Loss, NamedCalls } from '@seccompile/notation'
import { createOutcomes } from '@seccompile/outcomes'
import { argument, WHOLE_ARGUMENT } from '@seccompile/rules'
import type { Rule } from '@seccompile/rules'
import { MULTIPLEXERS } from '@seccompile/syscalls'
import type { AbiTable, Multiplexer } from '@seccompile/syscalls'
import { runs } from './write-lists.ts'
import type { Lists } from './write-lists.ts'

const { ALLOW, KILL_PROCESS, LOG } = SECCOMP_RET
const EPERM: Verdict = verdictOf('ERRNO', 1)

/** The number of the call in rules for a single call. */
const ZERO = [{ lo: 0, hi: 0 }]

/** The verdicts that the lines give to calls. */
export interface LineVerdicts {
  /** The verdict of the call's own rule; `undefined` where the call gets the default. */
  readonly of: (name: string) => Verdict | undefined
  readonly otherwise: Verdict
}

/**
 * The rules that the lines give a multiplexer on an ABI: one for each call behind it, where it has no rule of its
 * own.
 */
function multiplexerRules(
  { calls }: Multiplexer,
  { of }: LineVerdicts,
  { wordSize }: AbiTable,
): readonly Rule[] {
  const mask = wordSize === 64 ? WHOLE_ARGUMENT : 0xffff_ffffn
  return calls.flatMap(({ name, call }): readonly Rule[] => {
    const verdict = of(name)
    if (verdict === undefined) return []
    const value = BigInt(call)
    return [{ numbers: ZERO, when: argument(0, [{ lo: value, hi: value }], mask), verdict }]
  })
}

/**
 * Whether a word for the multiplexer with the verdict `own` decides all of its operations, whatever the lines for the
 * calls behind it say. It does so if it is in each list that has one of these calls: in the filter, and in the list
 * of logged calls.
 */
function decidesAlone({ calls }: Multiplexer, own: Verdict, { isAllowList, isLogged }: Lists, { of }: LineVerdicts): boolean {
  const isFiltered = (verdict: Verdict): boolean => isAllowList || !runs(verdict)
  const isInLog = (verdict: Verdict): boolean => verdict === (isLogged ? ALLOW : LOG)
  return calls.every(({ name }) => {
    const verdict = of(name)
    if (verdict === undefined) return true
    return (!isFiltered(verdict) || isFiltered(own)) && (!isInLog(verdict) || isInLog(own))
  })
} // prettier-ignore

/** The lists with the words that multiplexers need, and the losses about multiplexers. */
export function withMultiplexers(
  lists: Lists,
  given: LineVerdicts,
  { calls }: NamedCalls,
  losses: readonly Loss[],
): { readonly lists: Lists; readonly losses: readonly Loss[] } {
  const listed = new Map(lists.listed)
  const refusal = given.otherwise === EPERM ? KILL_PROCESS : EPERM
  let left = losses
  for (const multiplexer of MULTIPLEXERS) {
    const call = calls.find(({ name }) => name === multiplexer.name)
    if (call === undefined) continue
    const { name, on } = call
    const isLost = losses.some((loss) => 'name' in loss && loss.name === name)
    const own = given.of(name)
    if (own !== undefined && !isLost) {
      if (decidesAlone(multiplexer, own, lists, given)) continue
      listed.set(name, refusal)
      left = [...left, { kind: 'conditions', name, abi: on[0]!.abi.token }] // a call has at least one ABI
      continue
    }
    const outcomes = createOutcomes()
    const wrong = on.find(({ abi, answers }) => {
      const made = outcomes.of(multiplexerRules(multiplexer, given, abi), given.otherwise)
      const meant = answers.map((answer): Rule => ({ numbers: ZERO, ...answer }))
      return made !== outcomes.of(meant, given.otherwise)
    })
    if (wrong === undefined) {
      listed.delete(name)
      left = left.filter((loss) => !('name' in loss && loss.name === name))
      continue
    }
    if (!isLost) left = [...left, { kind: 'conditions', name, abi: wrong.abi.token }]
    // Without a word, the lines of the calls behind it would decide the call.
    if (!listed.has(name)) listed.set(name, refusal)
  }
  return { lists: { ...lists, listed }, losses: left }
}
