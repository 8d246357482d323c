/*
 * A pass under test: how the checks make inputs for it, run it on one input, and report what it broke.
 */
import type { Endianness, SeccompData, Verdict } from '@seccompile/abi'
import { arbitraryProgram } from '@seccompile/cbpf/arbitrary'
import { arbitraryDecision } from '@seccompile/decision/arbitrary'
import { leveledIr, levelFunctions, pipelineOf, runPass, verifyEach } from '@seccompile/pass'
import type { AnyPass, Instrument, IrByLevel, Level, LeveledIr, Pass } from '@seccompile/pass'
import type { Equality, ProveLimits } from '@seccompile/prover'
import { arbitraryRuleSet } from '@seccompile/rules/arbitrary'
import fc from 'fast-check'
import type { Arbitrary } from 'fast-check'

/** The meaning that the output of a pass has to have, where the pass changes the meaning on purpose. */
export interface ChangedMeaning {
  /** The verdict on `data` after the pass, where `verdict` is that before it. */
  readonly verdict: (verdict: Verdict, data: SeccompData) => Verdict
  /** The proof, for all calls, that the output has this meaning. It does not use the pass. */
  readonly prove: (
    before: LeveledIr,
    after: LeveledIr,
    endianness: Endianness,
    limits: ProveLimits,
  ) => Equality
}

/** The options of the tests of a pass. */
export interface ConformanceOptions<From extends Level> {
  /** The inputs; any well-formed IR of the pass's level if left out. */
  readonly arbitrary?: Arbitrary<IrByLevel[From]>
  /** Passes to run first, where the pass needs their output. */
  readonly prepare?: readonly AnyPass[]
  /** The meaning of the output; that of the input if left out. */
  readonly meaning?: ChangedMeaning
  /** Random inputs for each check; 100 if left out. */
  readonly runs?: number
  /** The seed of the random inputs, an int32; a new one in each run if left out. */
  readonly seed?: number
}

/** One rule that a pass has to keep. */
export interface ConformanceCheck {
  /** The rule as a statement about the pass, in the present tense: `keeps what the filter means`. */
  readonly title: string
  /** @throws Error that shows an input, shrunk, on which the pass breaks the rule */
  readonly run: () => void
}

/** One run of the pass, with its input and its output. */
export interface PassRun {
  /** The name of the pass. */
  readonly pass: string
  readonly before: LeveledIr
  readonly after: LeveledIr
  readonly endianness: Endianness
  /** The meaning that the output has to have; that of the input where it is absent. */
  readonly meaning?: ChangedMeaning | undefined
}

/** A pass with the inputs that test it. */
export interface PassTrial {
  readonly pass: AnyPass
  /** Inputs, before the preparing passes. */
  readonly inputs: Arbitrary<readonly [IrByLevel[Level], Endianness]>
  /** The number of inputs that fast-check draws for a check, and the seed. */
  readonly drawn: { readonly numRuns: number; readonly seed?: number }
  /**
   * The output for an input that the preparing passes have made.
   * @throws PassError where the pass fails or yields no IR
   */
  readonly apply: (ir: IrByLevel[Level], endianness: Endianness) => LeveledIr
  /** The run on `ir` after the preparing passes; `undefined` where a pass with `declines` declines the input. */
  readonly tried: (ir: IrByLevel[Level], endianness: Endianness) => PassRun | undefined
  /** The check that `body` does not throw for the run on any input. */
  readonly onAny: (title: string, body: (run: PassRun) => void) => ConformanceCheck
}

/** Any well-formed IR of `level`. */
function arbitraryOf<L extends Level>(level: L): Arbitrary<IrByLevel[L]> {
  const all = { rules: arbitraryRuleSet(), decision: arbitraryDecision(), program: arbitraryProgram() }
  return all[level] as Arbitrary<IrByLevel[L]> // `all[level]` draws IRs of `level`
}

/**
 * Whether `error` says that a pass declines its input. The name decides: the class may be that of another copy of the
 * package.
 */
function isDeclined(error: unknown): boolean {
  return (
    error instanceof Error && error.name === 'PassError' && 'code' in error && error.code === 'E_DECLINED'
  )
}

/** Whether `error` is about an IR that breaks invariants, and not about an output that is no IR. */
function isMalformed(error: unknown): boolean {
  return error instanceof Error && error.cause instanceof Error && error.cause.name === 'IrError'
}

/** An instrument that throws where a pass yields no IR. Another check looks for IRs that break invariants. */
function yieldsIr(): Instrument {
  const { after } = verifyEach()
  return {
    after: (event) => {
      try {
        after?.(event)
      } catch (error) {
        if (!isMalformed(error)) throw error
      }
    },
  }
}

/** The trial of `pass`. */
export function trialOf<From extends Level, To extends Level>(
  pass: Pass<From, To>,
  options: ConformanceOptions<From>,
): PassTrial {
  const { prepare = [], runs: numRuns = 100, arbitrary = arbitraryOf(pass.from), seed, meaning } = options
  const drawn = seed === undefined ? { numRuns } : { numRuns, seed }
  const inputs = fc.tuple(arbitrary, fc.constantFrom<Endianness[]>('little', 'big'))

  const apply = (ir: IrByLevel[Level], endianness: Endianness): LeveledIr =>
    leveledIr(pass.to, runPass<Level, Level>(pass, ir, { endianness, instruments: [yieldsIr()] }))
  const ready = (ir: IrByLevel[Level], endianness: Endianness): LeveledIr =>
    // The preparing passes stay on the level of the pass; pipelineOf checks that they meet.
    leveledIr(
      pass.from,
      prepare.length === 0 ? ir : runPass(pipelineOf('prepare', prepare), ir, { endianness }),
    )
  const tried = (ir: IrByLevel[Level], endianness: Endianness): PassRun | undefined => {
    const before = ready(ir, endianness)
    try {
      return { pass: pass.name, before, after: apply(before.ir, endianness), endianness, meaning }
    } catch (error) {
      if (pass.declines === true && isDeclined(error)) return undefined
      throw error
    }
  }
  const onAny = (title: string, body: (run: PassRun) => void): ConformanceCheck => ({
    title,
    run: () => {
      const property = fc.property(inputs, ([ir, endianness]) => {
        const run = tried(ir, endianness)
        if (run !== undefined) body(run)
      })
      fc.assert(property, { ...drawn, includeErrorInReport: true })
    },
  })
  return { pass, inputs, drawn, apply, tried, onAny }
}

/**
 * Whether the pass returned its input, as it has to keep the meaning. That leaves nothing to compare. Another check catches writes to
 * the input.
 */
export const isHandedBack = ({ before, after, meaning }: PassRun): boolean =>
  before.ir === after.ir && meaning === undefined

/** An error with `message` and the IRs before and after the pass. */
export function failure(message: string, { before, after, endianness }: Omit<PassRun, 'pass'>): Error {
  const show = ({ level, ir }: LeveledIr): string => levelFunctions(level).print(ir, endianness)
  return new Error(
    `${message}\n--- before (${before.level})\n${show(before)}\n--- after (${after.level})\n${show(after)}`,
  )
}
