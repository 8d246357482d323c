import type { Endianness, Program } from '@seccompile/abi'
import { tryPass, verifyEach } from '@seccompile/pass'
import type {
  AnyPass,
  IrByLevel,
  Level,
  Memo,
  PassedEvent,
  PassOutcome,
  PassRunOptions,
} from '@seccompile/pass'
import type { RuleSet } from '@seccompile/rules'
import type { Candidate } from './candidates.ts'
import { checkProgram } from './compile-rules.ts'
import type { Attempt } from './compile-rules.ts'
import { listOfPasses } from './pipelines.ts'
import { stepKeeper } from './step-keeper.ts'

/**
 * The outcome of a candidate: a program, or the length of a program that no filter holds. A trial is dropped where
 * its program could not be the cheapest.
 */
export type Trial = Attempt | { readonly kind: 'dropped' }

/** The context that all trials of a compilation share. */
export interface TrialContext {
  readonly rules: RuleSet
  readonly endianness: Endianness
  readonly memo: Memo
  readonly weigh: PassRunOptions['weigh']
  /** Whether the steps are kept for the proof. */
  readonly isKept: boolean
}

/**
 * Runs the passes of `candidate` one by one. After each pass, `isHopeless` gets the pass and its output.
 * @throws PassError where a pass fails; our fault
 */
export function trial(
  candidate: Candidate,
  { rules, endianness, memo, weigh, isKept }: TrialContext,
  isHopeless: (pass: AnyPass, ir: IrByLevel[Level]) => boolean,
): Trial {
  const { pass, insnCost, argInsnCost, effort, maxPath } = candidate
  const kept = stepKeeper()
  const context: PassRunOptions = {
    endianness,
    maxPath,
    memo,
    weigh,
    insnCost,
    argInsnCost,
    effort,
    instruments: isKept ? [verifyEach(), kept.instrument] : [verifyEach()],
  }
  let ir: IrByLevel[Level] = rules
  for (const part of listOfPasses(pass)) {
    const outcome: PassOutcome<Level> = tryPass(part, ir, context)
    if (outcome.kind === 'declined') throw outcome.error
    if (outcome.kind === 'too-long') return outcome
    ir = outcome.ir
    if (isHopeless(part, ir)) return { kind: 'dropped' }
  }
  const program = ir as Program // the levels of a pipeline meet, and this one ends at a program
  checkProgram(program, pass, rules)
  return {
    kind: 'fits',
    program,
    steps: [...kept.steps, ...wholeStep(kept.steps, { pass, before: rules, after: program })],
  }
}

/** The step of the whole list, to stand after the steps of its passes; no step where steps are not kept. */
function wholeStep(
  steps: readonly PassedEvent[],
  whole: Pick<PassedEvent, 'pass' | 'before' | 'after'>,
): readonly PassedEvent[] {
  const last = steps.at(-1)
  return last === undefined ? [] : [{ ...last, ...whole }]
}
