import type { Program } from '@seccompile/abi'
import type { Decision } from '@seccompile/decision'
import type { RuleSet } from '@seccompile/rules'
import type { RunContext } from './context.ts'
import type { Memo } from './memo.ts'
import { PassError } from './pass-error.ts'

/** The IR of each level that passes work on, from most to least abstract. */
export interface IrByLevel {
  readonly rules: RuleSet
  readonly decision: Decision
  readonly program: Program
}

/** A level that passes work on. */
export type Level = keyof IrByLevel

/** What a pass promises about its output against its input; the tests of every pass put it to the test. */
export interface CostClaims {
  /** The output has no more instructions (at other levels: no larger `size`). */
  readonly insns?: 'never-more'
  /**
   * No call executes more instructions (tests, at decision level) than before. Of a pass from decision or program IR to
   * the same: rules execute nothing, and tests do not compare with instructions.
   */
  readonly longestPath?: 'never-longer'
  /** Run on its own output, the pass returns the very object it was given. */
  readonly idempotent?: true
}

/** What one run of a pipeline shares between its passes. */
export interface PassContext extends RunContext {
  /** What passes compute of an IR that they share, such as the outcomes of rules, once for all of them. */
  readonly memo: Memo
  /** Runs another pass under the same context and instruments; a pass made of passes runs them by this. */
  readonly run: <From extends Level, To extends Level>(
    pass: Pass<From, To>,
    ir: IrByLevel[From],
  ) => IrByLevel[To]
}

/**
 * One step of a compilation: a plain object with a function that takes an IR and yields one that means the same.
 *
 * `run` never changes its input, and returns that very object when there is nothing to do.
 */
export interface Pass<From extends Level = Level, To extends Level = From, Name extends string = string> {
  /** Verb-object in kebab-case; the same on the command line, in dumps and in golden files. */
  readonly name: Name
  readonly from: From
  readonly to: To
  /** One line for people. */
  readonly summary: string
  readonly cost?: CostClaims
  /** A pass that bisecting and skipping leave in, because no pipeline works without it. */
  readonly required?: true
  /**
   * Some well-formed inputs are beyond the pass: it says so by a `PassError` with code `E_DECLINED`, and what stops it
   * in the message. A pass that stays on its level rather returns its input.
   */
  readonly declines?: true
  /** The passes that this one is made of, for a pipeline or a fixpoint. */
  readonly parts?: readonly AnyPass[]
  /** Its parts are run again until a round changes nothing: it is a fixpoint. */
  readonly repeats?: true
  // A method, not a property, so that a pass between known levels is also a pass between some levels.
  run(ir: IrByLevel[From], context: PassContext): IrByLevel[To]
}

/** A pass between any two levels: what lists of passes hold. */
export type AnyPass = Pass<Level, Level>

/** Whether what a call executes can be compared before and after a pass. */
const hasPaths = ({ from, to }: { readonly from: Level; readonly to: Level }): boolean =>
  from === to && from !== 'rules'

/**
 * `pass`, frozen, with its name and levels in its type.
 * @throws PassError `E_PASS_CLAIM` where it claims `longestPath` and has no paths to compare
 */
export function definePass<From extends Level, To extends Level, const Name extends string>(
  pass: Pass<From, To, Name>,
): Pass<From, To, Name> {
  if (pass.cost?.longestPath !== undefined && !hasPaths(pass)) {
    const message = `claims "longestPath", and leads from ${pass.from} to ${pass.to} IR; claim it of a pass that stays on decision or program IR`
    throw new PassError('E_PASS_CLAIM', pass.name, message)
  }
  return Object.freeze(pass)
}
