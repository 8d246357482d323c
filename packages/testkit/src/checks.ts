/*
 * The rules that every pass has to keep, as named checks that throw.
 *
 * Each check has one reason to fail, and the tests of this package break a pass on purpose for each. Equality
 * of meaning is checked twice. First on the witnesses of the input and of the output: they stand on both sides
 * of a bound that the pass moved, dropped or added. Then by proof, which covers all calls. The two share no
 * code.
 */
import { IrError } from '@seccompile/abi'
import type { Endianness } from '@seccompile/abi'
import { arbitraryProgram } from '@seccompile/cbpf/arbitrary'
import { arbitraryDecision } from '@seccompile/decision/arbitrary'
import { irToJson, leveledIr, levelFunctions, pipelineOf, runPass, verifyEach } from '@seccompile/pass'
import type { AnyPass, Instrument, IrByLevel, Level, LeveledIr, Pass } from '@seccompile/pass'
import { equal } from '@seccompile/prover'
import { arbitraryRuleSet } from '@seccompile/rules/arbitrary'
import fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import { deepFreeze } from './deep-freeze.ts'
import { edgesOf } from './edges.ts'
import { executed } from './executed.ts'
import { callText, explain } from './explain.ts'
import { disagreement } from './disagreement.ts'
import type { Equality } from '@seccompile/prover'

/** How to test a pass. */
export interface ConformanceOptions<From extends Level> {
  /** Inputs; any well-formed IR of the pass's level if left out. */
  readonly arbitrary?: Arbitrary<IrByLevel[From]>
  /** Passes to run first, where the pass needs their output. */
  readonly prepare?: readonly AnyPass[]
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

/**
 * Least share of random inputs that a pass with `declines` has to take; with fewer, the other checks test
 * little.
 */
const LEAST_TAKEN = 0.1
/**
 * The number of inputs for this share. It is large, since a pass that takes every second may decline all of
 * ten.
 */
const SHARE_OF = 200

/**
 * Most inputs drawn until the pass has changed {@link PROVED_OF}; a pass that changes fewer leaves little to
 * prove.
 */
const MOST_DRAWN = 400
/**
 * Proofs have to decide {@link LEAST_PROVED} of this number of changed inputs. Of random programs they decide
 * half.
 */
const PROVED_OF = 40
const LEAST_PROVED = 4

/** Bounds of one proof: inputs are small, and there are many. */
const PROOF_LIMITS = { maxNodes: 20_000, maxSteps: 100_000 }

const ENDIANNESS: Arbitrary<Endianness> = fc.constantFrom('little', 'big')

/** Any well-formed IR of `level`. */
function arbitraryOf<L extends Level>(level: L): Arbitrary<IrByLevel[L]> {
  const all = { rules: arbitraryRuleSet(), decision: arbitraryDecision(), program: arbitraryProgram() }
  return all[level] as Arbitrary<IrByLevel[L]> // keyed by the level itself
}

/** An error with `message` and the IRs before and after the pass. */
function failure(message: string, before: LeveledIr, after: LeveledIr, endianness: Endianness): Error {
  const show = ({ level, ir }: LeveledIr): string => levelFunctions(level).print(ir, endianness)
  return new Error(
    `${message}\n--- before (${before.level})\n${show(before)}\n--- after (${after.level})\n${show(after)}`,
  )
}

/**
 * Whether `error` says that a pass declines its input. By name: the class may be that of another copy of the
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

/**
 * An instrument that throws where a pass yields no IR. An IR that breaks invariants is the subject of another
 * check.
 */
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

/**
 * Whether the levels are the same. A function, because TypeScript rejects a comparison of the two type
 * parameters.
 */
const isSameLevel = ({ from, to }: { readonly from: Level; readonly to: Level }): boolean => from === to

/** The checks of `pass`, for `conformance` or for another test runner. */
export function conformanceChecks<From extends Level, To extends Level>(
  pass: Pass<From, To>,
  options: ConformanceOptions<From> = {},
): readonly ConformanceCheck[] {
  const { prepare = [], runs: numRuns = 100, arbitrary = arbitraryOf(pass.from), seed } = options
  const drawn = seed === undefined ? { numRuns } : { numRuns, seed }
  type Body = (before: LeveledIr, after: LeveledIr, endianness: Endianness) => void

  const apply = (ir: IrByLevel[Level], endianness: Endianness): LeveledIr =>
    leveledIr(pass.to, runPass<Level, Level>(pass, ir, { endianness, instruments: [yieldsIr()] }))
  /** {@link apply}; `undefined` where a pass with `declines` declines the input. */
  const tried = (ir: IrByLevel[Level], endianness: Endianness): LeveledIr | undefined => {
    try {
      return apply(ir, endianness)
    } catch (error) {
      if (pass.declines === true && isDeclined(error)) return undefined
      throw error
    }
  }
  const ready = (ir: IrByLevel[Level], endianness: Endianness): LeveledIr =>
    // The preparing passes stay on the level of the pass; pipelineOf checks that they meet.
    leveledIr(
      pass.from,
      prepare.length === 0 ? ir : runPass(pipelineOf('prepare', prepare), ir, { endianness }),
    )
  const onAny = (title: string, body: Body): ConformanceCheck => ({
    title,
    run: () => {
      const property = fc.property(arbitrary, ENDIANNESS, (ir, endianness) => {
        const before = ready(ir, endianness)
        const after = tried(before.ir, endianness)
        if (after !== undefined) body(before, after, endianness)
      })
      fc.assert(property, { ...drawn, includeErrorInReport: true })
    },
  })

  /**
   * Whether the pass returned its input, so that there is nothing to compare. Another check catches writes to
   * the input.
   */
  const isHandedBack = (before: LeveledIr, after: LeveledIr): boolean => before.ir === after.ir
  const meansTheSame: Body = (before, after, endianness) => {
    if (isHandedBack(before, after)) return
    const found = disagreement(before, after, endianness)
    if (found !== undefined) throw new Error(explain(pass.name, before, after, found, endianness))
  }
  const isWellFormed: Body = (before, { level, ir }) => {
    // One edge breaks D6, for passes that make equal nodes one object. Other passes may leave this problem in
    // the IR.
    const given = levelFunctions(before.level).verify(before.ir)
    const problems = levelFunctions(level)
      .verify(ir)
      .filter(({ invariant }) => !given.some((problem) => problem.invariant === invariant))
    if (problems.length > 0) throw new IrError(level, problems)
  }

  /** The answer of the prover; `undefined` for an IR that breaks an invariant, which another check reports. */
  const proof = (before: LeveledIr, after: LeveledIr, endianness: Endianness): Equality | undefined => {
    try {
      return equal(before, after, { endianness, ...PROOF_LIMITS })
    } catch (error) {
      if (error instanceof Error && error.name === 'IrError') return undefined
      throw error
    }
  }
  const provedTheSame: Body = (before, after, endianness) => {
    if (isHandedBack(before, after)) return
    const answer = proof(before, after, endianness)
    // Undecided is no failure: arithmetic can outgrow any diagram, and another check compares on the witnesses.
    if (answer?.kind === 'different') throw new Error(explain(pass.name, before, after, answer, endianness))
  }

  const checks = [
    onAny('keeps what the filter means', meansTheSame),
    onAny('is proved to keep what the filter means', provedTheSame),
    {
      title: 'can be proved on a fair share of inputs',
      run: () => {
        const [inputs] = fc.sample(fc.infiniteStream(fc.tuple(arbitrary, ENDIANNESS)), {
          ...drawn,
          numRuns: 1,
        })
        const reasons: string[] = []
        let proved = 0
        for (const [ir, endianness] of inputs!.take(MOST_DRAWN)) {
          const before = ready(ir, endianness)
          const after = tried(before.ir, endianness)
          if (after === undefined || isHandedBack(before, after)) continue
          const answer = proof(before, after, endianness)
          if (answer === undefined) continue
          if (answer.kind === 'undecided') reasons.push(answer.reason)
          else proved += 1
          if (proved === LEAST_PROVED) return
          if (proved + reasons.length === PROVED_OF)
            throw new Error(
              `proofs decide ${proved} of ${PROVED_OF} inputs that it changes, so that they say little of it: ${reasons[0]!}`,
            )
        }
      },
    },
    onAny('yields well-formed IR', isWellFormed),
    onAny('leaves its input alone', ({ ir }, _after, endianness) => {
      // A pass that writes to frozen input throws.
      apply(deepFreeze(ir), endianness)
    }),
    onAny('is deterministic', (before, after, endianness) => {
      const again = apply(before.ir, endianness)
      const print = ({ level, ir }: LeveledIr): string => levelFunctions(level).print(ir, endianness)
      if (print(again) !== print(after))
        throw failure('a second run on the same input yields another output', again, after, endianness)
    }),
    ...Object.entries(edgesOf(pass.from)).map(([name, edge]) => ({
      title: `survives an edge: ${name}`,
      run: () => {
        const seen = new Set<string>()
        for (const endianness of ['little', 'big'] as const) {
          const before = ready(edge, endianness)
          const after = tried(before.ir, endianness)
          if (after === undefined) continue
          // Only the meaning of a program depends on the byte order.
          if (pass.from !== 'program' && pass.to !== 'program') {
            const both = JSON.stringify([irToJson(before.level, before.ir), irToJson(after.level, after.ir)])
            if (seen.has(both)) continue
            seen.add(both)
          }
          meansTheSame(before, after, endianness)
          provedTheSame(before, after, endianness)
          isWellFormed(before, after, endianness)
        }
      },
    })),
  ]
  // Only a pass that stays on its level can return its input.
  if (isSameLevel(pass))
    checks.push(
      onAny('hands its input back where it changes nothing', (before, after, endianness) => {
        const text = ({ level, ir }: LeveledIr): string => JSON.stringify(irToJson(level, ir))
        if (after.ir === before.ir || text(after) !== text(before)) return
        const message = 'returns a copy for nothing, so that a fixpoint takes it for a change'
        throw failure(message, before, after, endianness)
      }),
    )
  if (pass.declines === true)
    checks.push({
      title: 'takes a fair share of inputs',
      run: () => {
        const sample = fc.sample(fc.tuple(arbitrary, ENDIANNESS), { ...drawn, numRuns: SHARE_OF })
        const taken = sample.filter(
          ([ir, endianness]) => tried(ready(ir, endianness).ir, endianness) !== undefined,
        )
        if (taken.length >= LEAST_TAKEN * SHARE_OF) return
        throw new Error(
          `declines ${SHARE_OF - taken.length} of ${SHARE_OF} inputs, so that no check says much of it`,
        )
      },
    })
  const { idempotent, insns, longestPath: path } = pass.cost ?? {}
  if (idempotent === true)
    checks.push(
      onAny('has nothing left to do on its own output', (_before, after, endianness) => {
        const again = apply(after.ir, endianness)
        if (again.ir !== after.ir)
          throw failure('a second run does not return the object it was given', after, again, endianness)
      }),
    )
  if (insns === 'never-more')
    checks.push(
      onAny('never makes it larger', (before, after, endianness) => {
        const size = ({ level, ir }: LeveledIr): number => levelFunctions(level).size(ir)
        const [was, is] = [size(before), size(after)]
        if (is > was) throw failure(`grows from ${was} to ${is}`, before, after, endianness)
      }),
    )
  if (path === 'never-longer')
    checks.push(
      onAny('never makes a call execute more', (before, after, endianness) => {
        if (isHandedBack(before, after)) return
        for (const { level, ir } of [before, after])
          for (const data of levelFunctions(level).witnesses(ir, endianness)) {
            const [was, is] = [executed(before, data, endianness), executed(after, data, endianness)]
            if (is <= was) continue
            const message = `what a call executes grows from ${was} to ${is}\n${callText(data, endianness)}`
            throw failure(message, before, after, endianness)
          }
      }),
    )
  return checks
}
