/* Compiles rules to a program that the kernel accepts. */
import type { Program } from '@seccompile/abi'
import { verify } from '@seccompile/cbpf'
import { PassError, tryPass, verifyEach } from '@seccompile/pass'
import type { AnyPass, PassedEvent, PassOutcome } from '@seccompile/pass'
import { ruleSet } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import { IrError } from '@seccompile/shape'
import { compileRulesOptions } from './options.ts'
import type { CompileRulesOptions } from './options.ts'
import { chosenPipeline } from './pipelines.ts'
import { stepKeeper } from './step-keeper.ts'

/** The length of a program that is too long for a filter, and the error about it. */
export type TooLong = Extract<PassOutcome<'program'>, { readonly kind: 'too-long' }>

/** The outcome of a compilation: a program, or the length of a program that is too long for a filter. */
export type RulesOutcome = { readonly kind: 'fits'; readonly program: Program } | TooLong

/** A program, and the steps of the run that made it. The list of steps is empty where a run does not keep them. */
export interface Run {
  readonly program: Program
  readonly steps: readonly PassedEvent[]
}

/** The outcome of a run of passes. */
export type Attempt = ({ readonly kind: 'fits' } & Run) | TooLong

/** @throws PassError where `program`, which `pass` made of `rules`, is one that the kernel refuses; our fault */
export function checkProgram(program: Program, pass: AnyPass, rules: RuleSet): void {
  const problems = verify(program)
  if (problems.length === 0) return
  const cause = new IrError('program', problems)
  throw new PassError('E_PASS', pass.name, 'yields a program that the kernel refuses', {
    before: rules,
    cause,
  })
}

/** The outcome of {@link tryCompileRules} for rules and options that are checked. */
function outcomeOf(
  rules: RuleSet,
  { pipeline, instruments = [], ...context }: CompileRulesOptions,
): RulesOutcome {
  const { pass, insnCost } = chosenPipeline(pipeline)
  const outcome = tryPass(pass, rules, {
    ...context,
    insnCost: context.insnCost ?? insnCost,
    instruments: [verifyEach(), ...instruments],
  })
  if (outcome.kind === 'declined') throw outcome.error
  if (outcome.kind === 'too-long') return outcome
  checkProgram(outcome.ir, pass, rules)
  return { kind: 'fits', program: outcome.ir }
}

/**
 * The program that means what the rules `given` mean, or the length of one that would be too long. The passes run once.
 * @throws IrError where the rules are malformed; TypeError, RangeError where an option is wrong or unknown
 * @throws PassError where a pass fails; our fault
 */
export function tryCompileRules(given: RuleSet, wanted: CompileRulesOptions = {}): RulesOutcome {
  return outcomeOf(ruleSet(given), compileRulesOptions(wanted))
}

/**
 * The program that means what the rules `given` mean. The passes run once.
 * @throws what {@link tryCompileRules} throws, and PassError `E_TOO_LONG` where the program would have more than 4096
 * instructions
 */
export function compileRules(given: RuleSet, wanted: CompileRulesOptions = {}): Program {
  const outcome = tryCompileRules(given, wanted)
  if (outcome.kind === 'too-long') throw outcome.error
  return outcome.program
}

/**
 * One run of the passes of `how`, with its steps if `isKept`. It checks neither `rules`, which `resolve()` has made, nor the
 * options.
 * @throws PassError where a pass fails; our fault
 */
export function runOnce(rules: RuleSet, how: CompileRulesOptions, isKept: boolean): Attempt {
  const kept = stepKeeper()
  const { instruments = [] } = how
  const watched = isKept ? { ...how, instruments: [...instruments, kept.instrument] } : how
  const outcome = outcomeOf(rules, watched)
  return outcome.kind === 'fits' ? { ...outcome, steps: kept.steps } : outcome
}
