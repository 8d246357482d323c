/* What recordings leave unknown, as data and as text. */
import { expectObject } from '@seccompile/shape'
import { printableLine, wrappedText } from '@seccompile/text-layout'
import type { Estimate } from './estimate.ts'
import { grouped } from './seen-calls.ts'
import type { SeenCall, UnnamedCalls } from './seen-calls.ts'
import type { WidenedCall } from './widenings.ts'
import { counted } from './written-rules.ts'

/** The calls of which only one scenario made any. */
export interface AloneCalls {
  readonly scenario: string
  readonly calls: readonly string[]
}

/** Calls with one reason. */
export interface ReasonedCalls {
  readonly reason: string
  readonly calls: readonly string[]
}

/** What recordings leave unknown. Calls are named with their ABI where there are several. */
export interface NotKnown {
  readonly scenarios: readonly string[]
  readonly estimate: Estimate
  /** The calls that one scenario alone made; empty where there is one scenario. */
  readonly alone: readonly AloneCalls[]
  /** The calls that were made once. */
  readonly once: readonly string[]
  /** The calls that were never seen, or not with such arguments, and would be made in place of those that were. */
  readonly siblings: readonly ReasonedCalls[]
  /** The calls that no table names. The policy does not allow them. */
  readonly unnamed: readonly UnnamedCalls[]
  /** The arguments of which a call may have any value, although they select what it does. */
  readonly anyArguments: readonly ReasonedCalls[]
  /** What the sources of the recordings did not see, in their words. */
  readonly unseen: readonly string[]
}

/** The name of a call, with its ABI where there are several. */
export type NameOfCall = (call: Pick<SeenCall, 'abi' | 'call'>) => string

/** The calls of `seen` that one scenario alone made, by scenario. */
export function aloneCalls(
  seen: readonly SeenCall[],
  scenarios: readonly string[],
  nameOf: NameOfCall,
): readonly AloneCalls[] {
  if (scenarios.length < 2) return []
  return scenarios
    .map((scenario) => ({
      scenario,
      calls: seen.filter((each) => each.scenarios.length === 1 && each.scenarios[0] === scenario).map(nameOf),
    }))
    .filter(({ calls }) => calls.length > 0)
}

/**
 * The calls of `widened` by their reason, each with the first reason that it has. A call of `seen` is one with other arguments.
 */
export function siblingsOf(
  widened: readonly WidenedCall[],
  seen: readonly SeenCall[],
  nameOf: NameOfCall,
): NotKnown['siblings'] {
  const made = new Set(seen.map(nameOf))
  const shown: NameOfCall = (each) =>
    made.has(nameOf(each)) ? `${nameOf(each)} with other arguments` : nameOf(each)
  const first = [...grouped(widened, shown)].map(([name, each]) => ({ name, reason: each[0]!.reason }))
  return [...grouped(first, ({ reason }) => reason)].map(([reason, each]) => ({
    reason,
    calls: each.map(({ name }) => name).sort(),
  }))
}

function estimateText(estimate: Estimate): string {
  if (estimate.kind === 'none')
    return `${counted(estimate.scenarios, 'scenario')}: nothing can be estimated about calls that were not seen. It takes three.`
  const { seen, inOne, inTwo, unseen } = estimate
  const shown = unseen.toFixed(1)
  const more = shown === '0.0' ? 'no more are' : `at least ${shown} more are`
  return (
    `Of ${counted(seen, 'call')}, ${inOne} ${inOne === 1 ? 'was' : 'were'} made in one scenario alone and ${inTwo} in two: ${more} expected (Chao 1987). ` +
    'This takes the scenarios as drawn at random from all that the program will meet, and says nothing of one that does another kind of thing.'
  )
}

/** The lines that say what is not known, of at most `width` characters where words allow it. */
export function notKnownLines(known: NotKnown, width: number): readonly string[] {
  expectObject(known, 'known', 'estimate', 'alone', 'once', 'siblings', 'unnamed', 'anyArguments', 'unseen')
  const { estimate, alone, once, siblings, unnamed, anyArguments, unseen } = known
  const reasons = (list: readonly ReasonedCalls[]): string =>
    list.map(({ calls, reason }) => `${calls.join(', ')} (${reason})`).join('; ')
  const texts = [
    estimateText(estimate),
    ...alone.map(({ scenario, calls }) => `Made in ${scenario} alone: ${calls.join(', ')}.`),
    ...(once.length === 0 ? [] : [`Made once: ${once.join(', ')}.`]),
    ...(anyArguments.length === 0
      ? []
      : [`Allowed with arguments that were not seen: ${reasons(anyArguments)}.`]),
    ...(siblings.length === 0 ? [] : [`Never seen, and not allowed: ${reasons(siblings)}.`]),
    ...unnamed.map(({ abi, nr, count }) => {
      const what = nr === undefined ? 'other numbers' : `number ${nr}`
      return `Seen ${counted(count, 'time')} and not allowed, because no table names it: ${what} of ${abi}.`
    }),
    ...unseen.map((text) => `Not seen by the source: ${text}.`),
  ]
  return texts.flatMap((text) => wrappedText('', printableLine(text), '  ', width).split('\n'))
}
