/*
 * The manager calls passes, and tells instruments what it does. It knows nothing else; whatever wants to look at
 * IR between passes is an instrument (after MLIR's pass instrumentation).
 */
import type { Program } from '@seccompile/abi'
import { callback, listOf, optional, read, record, unread } from '@seccompile/abi/shape'
import { program } from '@seccompile/cbpf'
import { CONTEXT_FIELDS, runContext } from './context.ts'
import type { PartialContext, RunContext } from './context.ts'
import { createMemo } from './memo.ts'
import type { Memo } from './memo.ts'
import { PassError } from './pass-error.ts'
import type { AnyPass, IrByLevel, Level, Pass, PassContext } from './pass.ts'

/** What an instrument is told: a pass, how deep it is nested in pipelines, and the IR before and after. */
export interface PassEvent extends RunContext {
  readonly pass: AnyPass
  /** 0 for the pass that was asked for, 1 for its parts, and so on. */
  readonly depth: number
  readonly before: IrByLevel[Level]
}

/** A {@link PassEvent} of a pass that has run. */
export interface PassedEvent extends PassEvent {
  readonly after: IrByLevel[Level]
}

/**
 * Watches passes run. A hook that throws stops the run: a `PassError` is taken for a failure of the pass, and anything
 * else comes out of `runPass` as it is.
 */
export interface Instrument {
  /**
   * Whether to leave a pass out: its input becomes its output, and the other hooks hear nothing of it. Asked of passes
   * that stay on their level, are not made of others and are not `required`.
   */
  readonly skip?: (event: PassEvent) => boolean
  readonly before?: (event: PassEvent) => void
  readonly after?: (event: PassedEvent) => void
  /**
   * Told of the pass that failed, and then of each that it is a part of. `error` is what the pass threw, or what a hook
   * said of it; the manager throws it on, wrapped in a `PassError` where it is none.
   */
  readonly failed?: (event: PassEvent, error: unknown) => void
}

/** What a run needs beside the pass and its input. */
export interface RunOptions extends PartialContext {
  /** Told of every pass, in this order before it and after it. */
  readonly instruments?: readonly Instrument[] | undefined
  /** What other runs on the same rules have made already; nothing unless told. */
  readonly memo?: Memo | undefined
}

const runOptions = record<RunOptions>({
  ...CONTEXT_FIELDS,
  instruments: optional(listOf(unread())),
  memo: optional(callback()),
})

/** Whether a pipeline works without `pass`. */
function isOptional({ from, to, required, parts }: AnyPass): boolean {
  return from === to && required !== true && parts === undefined
}

const isPassError = (error: unknown): boolean => error instanceof Error && error.name === 'PassError'

/**
 * The output of `pass` on `ir`.
 * @throws PassError with the pass and the IR it was given, whatever the pass threw; and what a hook of an instrument
 * threw, as it is
 * @throws TypeError, RangeError where an option is wrong or unknown; IrError where `ir` is a program with a field that does
 * not fit (P0)
 */
export function runPass<From extends Level, To extends Level>(
  pass: Pass<From, To>,
  ir: IrByLevel[From],
  given: RunOptions = {},
): IrByLevel[To] {
  const { instruments = [], memo = createMemo(), ...told } = read(runOptions, given, 'options')
  const shared = runContext(told)

  // What a hook threw of its own, such as a file that cannot be written: no pass is to blame for it.
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
        // Each is asked, also after one has said yes: an instrument may count.
        tell((instrument) => (skipped = instrument.skip?.(event) === true || skipped))
        if (skipped) return before as IrByLevel[T] // an optional pass stays on its level
      }
      tell((instrument) => instrument.before?.(event))
      const after = inner.run(before, context)
      tell((instrument) => instrument.after?.({ ...event, after }))
      return after
    } catch (error) {
      if (stop?.error === error) throw error
      tell((instrument) => instrument.failed?.(event, error))
      if (isPassError(error)) throw error
      const reason = error instanceof Error ? error.message : String(error)
      throw new PassError('E_PASS', inner.name, reason, { before, cause: error })
    }
  }
  // Past the gate, so that no pass reads a program that is another one when it is encoded.
  const gated = pass.from === 'program' ? (program(ir as Program) as IrByLevel[From]) : ir // by its level
  const after = runAt(0, pass, gated)
  // Where nothing changed, whoever asked gets the very object back, also where the gate made a copy of it.
  return after === gated ? (ir as IrByLevel[To]) : after // one object is of one level
}
