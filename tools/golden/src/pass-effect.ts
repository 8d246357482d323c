/*
 * The filters that a pass changes: each input compiled with the pass and without it, in one run of the passes.
 *
 * A named pipeline with a goal compares candidates too: its passes at other prices, and the pipeline `list`. The gain of a
 * pass is that of one run, because another candidate would hide it.
 */
import { tryCompileRules } from '@seccompile/compiler'
import type { RulesOutcome } from '@seccompile/compiler'
import type { Instrument, Pass } from '@seccompile/pass'
import type { GainInput } from './gain-inputs.ts'

/** Passes that lead from rules to a program, and the price of an instruction. */
export interface PassesAtPrice {
  readonly pass: Pass<'rules', 'program'>
  readonly insnCost: number
}

/** The effect of a pass on an input: the filters with the pass and without it. */
export interface PassEffect {
  readonly input: GainInput
  readonly with: RulesOutcome
  readonly without: RulesOutcome
}

/** The filter that one run of the passes makes of an input. @throws PassError where a pass fails */
export function filterOf(
  { rules, endianness, weigh }: GainInput,
  { pass, insnCost }: PassesAtPrice,
  instruments: readonly Instrument[] = [],
): RulesOutcome {
  return tryCompileRules(rules, { pipeline: pass, insnCost, endianness, weigh, instruments })
}

const contentOf = (outcome: RulesOutcome): string =>
  JSON.stringify(outcome.kind === 'fits' ? outcome.program : outcome.insns)

/** Whether the filters of a pair differ. */
export const isChanged = (pair: PassEffect): boolean => contentOf(pair.with) !== contentOf(pair.without)

/** The instructions of a filter; of one that is too long, perhaps only about their number. */
export const lengthOf = (outcome: RulesOutcome): number =>
  outcome.kind === 'fits' ? outcome.program.length : outcome.insns
