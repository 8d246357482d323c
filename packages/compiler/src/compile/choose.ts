/*
 * The choice of the cheapest filter for a goal: every candidate is tried, and its program is measured.
 *
 * After the choice, instruments watch one run of the chosen candidate. So they have no influence on the choice.
 */
import { ruleOutcomes } from '@seccompile/outcomes'
import { createMemo } from '@seccompile/pass'
import type { Effort, Instrument, Memo } from '@seccompile/pass'
import type { RuleSet } from '@seccompile/rules'
import type { Objective } from '../objective/measures.ts'
import { candidates, isSearchedExactly } from './candidates.ts'
import type { Candidate, RuleFacts } from './candidates.ts'
import { runOnce } from './compile-rules.ts'
import type { Attempt, TooLong } from './compile-rules.ts'
import { KnownDecisions } from './known-decisions.ts'
import { isCheaper, ProgramScale } from './measure.ts'
import type { Measurement } from './measure.ts'
import { isSearching } from './pipelines.ts'
import type { ChosenPipeline } from './pipelines.ts'
import { startClock } from './start-clock.ts'
import type { Now } from './start-clock.ts'
import { trial } from './trial.ts'
import type { Trial, TrialContext } from './trial.ts'

/** A candidate that was tried, and the kind of its outcome. */
export interface CandidateTrial {
  readonly candidate: Candidate
  readonly outcome: Trial['kind']
  /** Milliseconds that the trial took, by the clock of the options. */
  readonly ms?: number
}

/** The outcome of the chosen candidate. */
export type Choice = Attempt & {
  readonly tried: readonly CandidateTrial[]
  /** The passes of that candidate; absent where no filter holds a program. */
  readonly pass?: Candidate['pass']
  /** The value of the objective for the program; absent where instruments watched the run that made the program. */
  readonly value?: number
}

/** The rules of a choice, and how to choose. */
export interface ChoiceOptions extends Omit<TrialContext, 'weigh'> {
  readonly objective: Objective
  /** The passes, and the price of an instruction. */
  readonly pipeline: ChosenPipeline
  readonly effort: Effort
  /** The most instructions of a path; `Infinity` if it does not matter. */
  readonly maxPath: number
  readonly instruments: readonly Instrument[]
  readonly now: Now | undefined
}

/** The memo of one trial. Outcomes serve the whole compilation, so they come from the `memo` of the compilation. */
function memoOfTrials(memo: Memo): Memo {
  const own = createMemo()
  return (make, key) => ((make as unknown) === ruleOutcomes ? memo(make, key) : own(make, key))
}

function factsOf(rules: RuleSet, { kind, mostLists }: Objective, memo: Memo): RuleFacts {
  const { cells } = memo(ruleOutcomes, rules)
  return {
    ranges: Math.max(0, ...cells.map((own) => own.length)),
    sections: cells.length,
    objective: kind,
    mostLists,
  }
}

/** Whether an instrument may leave passes out. */
const leavesOut = ({ skip }: Instrument): boolean => skip !== undefined

/** The passes of `candidate` run once more as one, for the instruments. */
function watchedRun(
  { rules, objective, isKept, instruments, endianness, memo }: ChoiceOptions,
  { pass, ...searched }: Candidate,
): Attempt {
  const { weigh } = objective
  const how = { pipeline: pass, ...searched, weigh, endianness, memo, instruments }
  return runOnce(rules, how, isKept)
}

/**
 * The cheapest filter for the goal of a pipeline.
 * @throws PassError where a pass fails; our fault
 */
export function choose(options: ChoiceOptions): Choice {
  const { rules, objective, pipeline, effort, endianness, maxPath, memo, instruments, now } = options
  const { pass, insnCost } = pipeline
  const context = { ...options, weigh: objective.weigh, memo: memoOfTrials(memo) }
  const scale = new ProgramScale(objective, endianness, insnCost, maxPath)
  const known = new KnownDecisions(endianness)
  const own: Candidate = { pass, insnCost, argInsnCost: insnCost, effort, maxPath }
  const tried: CandidateTrial[] = []
  let running: Candidate | undefined
  let best: Measurement | undefined
  let tooLong: TooLong | undefined

  const outcomeOf = (candidate: Candidate): Trial => {
    const isSearch = isSearching(candidate.pass)
    const bound = best
    const costsTooMuch =
      bound && ((program: Measurement['made']['program']) => scale.costsTooMuch(program, bound))
    return trial(candidate, context, (part, ir) => isSearch && known.isHopeless(part, ir, costsTooMuch))
  }
  const tryOut = (candidate: Candidate): void => {
    running = candidate
    const elapsed = startClock(now)
    const outcome = outcomeOf(candidate)
    running = undefined
    tried.push({ candidate, outcome: outcome.kind, ...elapsed() })
    if (outcome.kind === 'too-long') tooLong ??= outcome
    if (outcome.kind !== 'fits') return
    const measured = scale.measured(candidate, outcome)
    if (best === undefined || isCheaper(measured, best)) best = measured
  }

  try {
    const facts = factsOf(rules, objective, memo)
    tryOut(own)
    if (tooLong !== undefined) candidates(own, facts, tooLong).forEach(tryOut)
    if (best === undefined) return { ...tooLong!, tried } // the first trial is never dropped
    const { value, made } = best
    const gap = isSearchedExactly(facts) ? objective.boundOf(value, 'default', [made.program]).gap : Infinity
    candidates(own, facts, { kind: 'fits', insns: made.program.length, value, gap }).forEach(tryOut)
    for (const candidate of candidates(own, facts, { kind: 'path-too-long' })) {
      if (best.over === 0) break
      tryOut(candidate)
    }
  } catch (error) {
    if (running === undefined || instruments.length === 0) throw error
    const watched = watchedRun(options, running) // this run fails too, before the eyes of the instruments
    if (!instruments.some(leavesOut)) throw error
    return { ...watched, pass: running.pass, tried } // the pass that fails was left out, as in bisecting
  }
  const { candidate, made, value } = best
  if (instruments.length > 0) return { ...watchedRun(options, candidate), pass: candidate.pass, tried }
  return { ...made, value, pass: candidate.pass, tried }
}
