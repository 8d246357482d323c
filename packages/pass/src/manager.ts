/*
 * The manager calls passes, and calls the hooks of instruments before and after each. It does nothing else.
 * Code that looks at IR between passes is an instrument (after MLIR's pass instrumentation).
 */
import type { Program } from '@seccompile/abi'
import { program } from '@seccompile/cbpf'
import { callback, expectObject, listOf, optional, read, record, unread } from '@seccompile/shape'
import { CONTEXT_FIELDS, runContext } from './context.ts'
import type { PartialContext, RunContext } from './context.ts'
import { createMemo } from './memo.ts'
import type { Memo } from './memo.ts'
import { passFailure } from './failure.ts'
import type { PassError, ProgramLength } from './pass-error.ts'
import type { AnyPass, IrByLevel, Level, Pass, PassContext } from './pass.ts'

/**
 * The argument of a hook: the pass, its depth in nested pipelines, the IR before it, and the settings of the
 * run.
 */
export interface PassEvent extends RunContext {
  readonly pass: AnyPass
  /** 0 for the pass that `runPass` was called with, 1 for its parts, and so on. */
  readonly depth: number
  readonly before: IrByLevel[Level]
}

/** A {@link PassEvent} of a pass that has run. */
export interface PassedEvent extends PassEvent {
  readonly after: IrByLevel[Level]
}

/**
 * An object with hooks that watch passes run. A hook that throws stops the run. A `PassError` counts as a
 * failure of the pass; `runPass` throws any other error unchanged.
 */
export interface Instrument {
  /**
   * Whether to leave a pass out: its input becomes its output, and the other hooks are not called for it.
   * `skip` is called only for passes that stay on their level, are not made of others and are not `required`.
   */
  readonly skip?: (event: PassEvent) => boolean
  readonly before?: (event: PassEvent) => void
  readonly after?: (event: PassedEvent) => void
  /**
   * Called for the pass that failed, and then for each pass that it is a part of. `error` is the error of the
   * pass, or the `PassError` of a hook. The manager throws it, wrapped in a `PassError` if it is none.
   */
  readonly failed?: (event: PassEvent, error: unknown) => void
}

/** The options of a run. */
export interface PassRunOptions extends PartialContext {
  /** Instruments whose hooks are called for every pass, in this order both before and after it. */
  readonly instruments?: readonly Instrument[] | undefined
  /** The memo of other runs on the same rules; an empty one if left out. */
  readonly memo?: Memo | undefined
}

const runOptions = record<PassRunOptions>({
  ...CONTEXT_FIELDS,
  instruments: optional(listOf(unread())),
  memo: optional(callback()),
})

/** Whether `pass` may be left out of a pipeline. */
function isOptional({ from, to, required, parts }: AnyPass): boolean {
  return from === to && required !== true && parts === undefined
}

const isPassError = (error: unknown): error is PassError =>
  error instanceof Error && error.name === 'PassError'

/**
 * The output of `pass` on `ir`.
 * @throws PassError with the pass and its input, whatever the pass threw; and every error of a hook, unchanged
 * @throws TypeError, RangeError where an option is wrong or unknown; IrError where `ir` is a program with a
 * field that does not fit (P0)
 */
export function runPass<From extends Level, To extends Level>(
  pass: Pass<From, To>,
  ir: IrByLevel[From],
  given: PassRunOptions = {},
): IrByLevel[To] {
  expectObject(pass, 'pass', 'name', 'from', 'to', 'run')
  const { instruments = [], memo = createMemo(), ...told } = read(runOptions, given, 'options')
  const shared = runContext(told, memo)

  // An error of a hook itself, such as a file that cannot be written: it is no failure of the pass.
  let stop: { readonly error: unknown } | undefined
  const tell = (hook: (instrument: Instrument) => void): void => {
    for (const instrument of instruments)
      try {
        hook(instrument)
      } catch (error) {
        if (!isPassError(error)) stop = { error }
        throw error
      }
  }

  const runAt = <F extends Level, T extends Level>(
    depth: number,
    inner: Pass<F, T>,
    before: IrByLevel[F],
  ): IrByLevel[T] => {
    const event: PassEvent = { ...shared, pass: inner, depth, before }
    const context: PassContext = { ...shared, memo, run: (part, value) => runAt(depth + 1, part, value) }
    try {
      if (isOptional(inner)) {
        let skipped = false
        // Every instrument is asked, even after one said yes: an instrument may count.
        tell((instrument) => (skipped = instrument.skip?.(event) === true || skipped))
        if (skipped) return before as IrByLevel[T] // an optional pass stays on its level
      }
      tell((instrument) => instrument.before?.(event))
      const after = inner.run(before, context)
      const passed: PassedEvent = { ...event, after }
      tell((instrument) => instrument.after?.(passed))
      return after
    } catch (error) {
      if (stop?.error === error) throw error
      tell((instrument) => instrument.failed?.(event, error))
      if (isPassError(error)) throw error
      const reason = error instanceof Error ? error.message : String(error)
      throw passFailure(inner.name, reason, before, error)
    }
  }
  // Through the gate, so that passes and `encode` see the same program.
  const gated = pass.from === 'program' ? (program(ir as Program) as IrByLevel[From]) : ir // `pass.from` is the level of `ir`
  const after = runAt(0, pass, gated)
  // Where nothing changed, the caller gets the same object back, even if the gate made a copy of it.
  return after === gated ? (ir as IrByLevel[To]) : after // `after` is the input, so both levels are the same
}

/** The outcome of a run of a pass. Where it has an `error`, {@link runPass} throws this error instead. */
export type PassOutcome<To extends Level> =
  | { readonly kind: 'passed'; readonly ir: IrByLevel[To] }
  | { readonly kind: 'declined'; readonly error: PassError }
  /** The length of a program that no filter holds. */
  | ({ readonly kind: 'too-long'; readonly error: PassError } & ProgramLength)

/**
 * The outcome of `pass` on `ir`. What a caller expects to happen is a value: a pass that declines, a program that is too long.
 * @throws every error of {@link runPass} except `E_DECLINED` and `E_TOO_LONG`
 */
export function tryPass<From extends Level, To extends Level>(
  pass: Pass<From, To>,
  ir: IrByLevel[From],
  options: PassRunOptions = {},
): PassOutcome<To> {
  try {
    return { kind: 'passed', ir: runPass(pass, ir, options) }
  } catch (error) {
    if (!isPassError(error)) throw error
    if (error.code === 'E_DECLINED') return { kind: 'declined', error }
    if (error.length === undefined) throw error
    return { kind: 'too-long', ...error.length, error }
  }
}
