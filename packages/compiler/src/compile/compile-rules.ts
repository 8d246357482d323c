/* From rules to a program that the kernel accepts. */
import { IrError } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { verify } from '@seccompile/cbpf'
import { PassError, runPass, verifyEach } from '@seccompile/pass'
import { ruleSet } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import { compileRulesOptions } from './options.ts'
import type { CompileRulesOptions } from './options.ts'
import { chosenPipeline } from './pipelines.ts'
import { stepKeeper } from './step-keeper.ts'
import type { StepKeeper } from './step-keeper.ts'
import { insnsNeeded } from './too-large.ts'

/**
 * The program that means what the rules `given` mean.
 * @throws IrError where the rules are malformed; TypeError, RangeError where an option is wrong or unknown
 * @throws PassError where a pass fails. Its cause is an IrError (P1) where the program would have more than 4096
 * instructions; any other failure is our fault
 */
export function compileRules(given: RuleSet, wanted: CompileRulesOptions = {}): Program {
  return programOf(ruleSet(given), compileRulesOptions(wanted))
}

/** The program of {@link compileRules} for rules and options that are checked. @throws PassError as it does */
function programOf(rules: RuleSet, options: CompileRulesOptions): Program {
  const { pipeline, instruments = [], ...context } = options
  const { pass, insnCost } = chosenPipeline(pipeline)
  const program = runPass(pass, rules, {
    ...context,
    insnCost: context.insnCost ?? insnCost,
    instruments: [verifyEach(), ...instruments],
  })
  const problems = verify(program)
  if (problems.length > 0)
    throw new PassError('E_PASS', pass.name, 'yields a program that the kernel refuses', {
      before: rules,
      cause: new IrError('program', problems),
    })
  return program
}

/** A program, and the steps of the run that made it; no steps where none were kept. */
export interface Run {
  readonly program: Program
  readonly kept: StepKeeper
  /** The value of the objective, where a choice among several runs has computed it. */
  readonly value?: number
}

/**
 * The program of `compileRules()`, with its steps if `prove` is true. It checks neither `rules`, which `resolve()` has made, nor
 * the options.
 * @throws PassError as `compileRules()` does
 */
export function runKept(rules: RuleSet, how: CompileRulesOptions, prove: boolean): Run {
  const kept = stepKeeper()
  const { instruments = [] } = how
  const watched = prove ? { ...how, instruments: [...instruments, kept.instrument] } : how
  return { program: programOf(rules, watched), kept }
}

/** The result of an attempt: a program that fits a filter, or the number of instructions that it would have. */
export type Attempt =
  | ({ readonly kind: 'fits' } & Run)
  | { readonly kind: 'too-long'; readonly insns: number; readonly cause: unknown }

/**
 * The result of `run`.
 * @throws every error of `run`, except the one for a program that is too long
 */
export function attempt(run: () => Run): Attempt {
  try {
    return { kind: 'fits', ...run() }
  } catch (cause) {
    const insns = insnsNeeded(cause)
    if (insns === undefined) throw cause
    return { kind: 'too-long', insns, cause }
  }
}
