import type { Program } from '@seccompile/abi'
import type { Decision } from '@seccompile/decision'
import type { RuleSet } from '@seccompile/rules'
import { expectObject } from '@seccompile/shape'
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

/** Claims of a pass that compare its output with its input. The tests of every pass check them. */
export interface CostClaims {
  /** The output has no more instructions (at other levels: no larger `size`). */
  readonly insns?: 'never-more'
  /**
   * No call executes more instructions (tests, at decision level) than before. Only a pass that stays on
   * decision or program IR can claim this: rules execute nothing, and a number of tests does not compare with a
   * number of instructions.
   */
  readonly longestPath?: 'never-longer'
  /** Run on its own output, the pass returns the very object it was given. */
  readonly idempotent?: true
}

/** The context that all passes of one run share. */
export interface PassContext extends RunContext {
  /** Results that several passes compute of one IR, such as the outcomes of rules; each is computed once. */
  readonly memo: Memo
  /** Runs another pass under the same context and instruments. A pass made of passes runs its parts with it. */
  readonly run: <From extends Level, To extends Level>(
    pass: Pass<From, To>,
    ir: IrByLevel[From],
  ) => IrByLevel[To]
}

/**
 * One step of a compilation: a plain object with a function that takes an IR and yields one that means the same.
 *
 * `run` never changes its input, and returns the same object when there is nothing to do.
 */
export interface Pass<From extends Level = Level, To extends Level = From, Name extends string = string> {
  /** Verb-object in kebab-case; the same on the command line, in dumps and in golden files. */
  readonly name: Name
  readonly from: From
  readonly to: To
  /** One line for people. */
  readonly summary: string
  readonly cost?: CostClaims
  /** The pass is never skipped, because no pipeline works without it. */
  readonly required?: true
  /**
   * The pass may decline a well-formed input: it throws a `PassError` with code `E_DECLINED` and the reason in
   * the message. A pass that stays on its level returns its input instead.
   */
  readonly declines?: true
  /** The passes that this one is made of, for a pipeline or a fixpoint. */
  readonly parts?: readonly AnyPass[]
  /** The pass is a fixpoint: its parts run again until a round changes nothing. */
  readonly repeats?: true
  // A method, not a property: its parameter is bivariant, so that every `Pass` is also an `AnyPass`.
  run(ir: IrByLevel[From], context: PassContext): IrByLevel[To]
}

/** A pass between any two levels, the item type of lists of passes. */
export type AnyPass = Pass<Level, Level>

/** Whether the path of a call can be compared before and after a pass. */
const hasPaths = ({ from, to }: { readonly from: Level; readonly to: Level }): boolean =>
  from === to && from !== 'rules'

/**
 * `pass`, frozen, with its name and levels in its type.
 * @throws PassError `E_PASS_CLAIM` where the pass claims `longestPath` but has no paths to compare
 */
export function definePass<From extends Level, To extends Level, const Name extends string>(
  pass: Pass<From, To, Name>,
): Pass<From, To, Name> {
  expectObject(pass, 'pass', 'name', 'from', 'to', 'run')
  if (pass.cost?.longestPath !== undefined && !hasPaths(pass)) {
    const message = `claims "longestPath", and leads from ${pass.from} to ${pass.to} IR; claim it of a pass that stays on decision or program IR`
    throw new PassError('E_PASS_CLAIM', pass.name, message)
  }
  return Object.freeze(pass)
}
