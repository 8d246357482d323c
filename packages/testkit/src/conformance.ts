/*
 * What every pass has to keep, as a test suite that a pass registers by one call.
 *
 * Each check has one reason to fail, and the kit's own tests break a pass on purpose for each. Equality of meaning
 * is sampled here: on the witnesses of the input and of the output, so that a bound that the pass moved, dropped or
 * invented is stood upon from both sides.
 */
import type { Endianness } from '@seccompile/abi'
import { arbitraryProgram } from '@seccompile/cbpf/arbitrary'
import { longestPath } from '@seccompile/decision'
import { arbitraryDecision } from '@seccompile/decision/arbitrary'
import { run } from '@seccompile/interpreter'
import { levelFunctions, pipelineOf, runPass } from '@seccompile/pass'
import type { AnyPass, IrByLevel, Level, Pass } from '@seccompile/pass'
import { arbitraryRuleSet } from '@seccompile/rules/arbitrary'
import fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deepFreeze } from './deep-freeze.ts'
import { edgesOf } from './edges.ts'
import { explain } from './explain.ts'
import { disagreement } from './meaning.ts'
import type { Leveled } from './meaning.ts'

/** How to test a pass. */
export interface ConformanceOptions<From extends Level> {
  /** Inputs; unless told, any well-formed IR of the pass's level. */
  readonly arbitrary?: Arbitrary<IrByLevel[From]>
  /** Passes to run first, so that what the pass needs holds. */
  readonly prepare?: readonly AnyPass[]
  /** Random inputs for each check; 100 unless told. */
  readonly runs?: number
}

/** Any well-formed IR of `level`. */
function arbitraryOf<L extends Level>(level: L): Arbitrary<IrByLevel[L]> {
  const all = { rules: arbitraryRuleSet(), decision: arbitraryDecision(), program: arbitraryProgram() }
  return all[level] as Arbitrary<IrByLevel[L]> // keyed by the level itself
}

const ENDIANNESS: Arbitrary<Endianness> = fc.constantFrom('little', 'big')

/** The most instructions, or tests, that one of the witnesses of `before` meets in `ir`. */
function worst(before: Leveled, { level, ir }: Leveled, endianness: Endianness): number {
  if (level === 'decision') return longestPath(ir as IrByLevel['decision'])
  const calls = levelFunctions(before.level).witnesses(before.ir, endianness)
  return Math.max(0, ...calls.map((data) => run(ir as IrByLevel['program'], data, endianness).steps))
}

/**
 * Registers the tests that every pass must pass, in a `describe` block of its own: it keeps meaning, yields
 * well-formed IR, leaves its input alone, is deterministic, survives the edges of its level, and keeps what it
 * claims in `cost`.
 *
 * @example conformance(mergeRanges, { prepare: [dedupe, sort] })
 */
export function conformance<From extends Level, To extends Level>(
  pass: Pass<From, To>,
  options: ConformanceOptions<From> = {},
): void {
  const { prepare = [], runs: numRuns = 100, arbitrary = arbitraryOf(pass.from) } = options
  const ready = (ir: IrByLevel[From], endianness: Endianness): IrByLevel[From] =>
    // Preparing passes lead from the pass's level to itself; pipelineOf checks that they meet.
    prepare.length === 0
      ? ir
      : (runPass(pipelineOf('prepare', prepare), ir, { endianness }) as IrByLevel[From])
  const apply = (ir: IrByLevel[From], endianness: Endianness): IrByLevel[To] =>
    runPass(pass, ir, { endianness })

  const expectSameMeaning = (ir: IrByLevel[From], endianness: Endianness): void => {
    const before: Leveled = { level: pass.from, ir }
    const after: Leveled = { level: pass.to, ir: apply(ir, endianness) }
    const found = disagreement(before, after, endianness)
    if (found !== undefined) expect.fail(explain(pass.name, before, after, found, endianness))
  }
  const expectWellFormed = (ir: IrByLevel[From], endianness: Endianness): void => {
    expect(levelFunctions(pass.to).verify(apply(ir, endianness))).toEqual([])
  }
  const check = (property: (ir: IrByLevel[From], endianness: Endianness) => void): void => {
    const body = (ir: IrByLevel[From], endianness: Endianness): void => {
      property(ready(ir, endianness), endianness)
    }
    fc.assert(fc.property(arbitrary, ENDIANNESS, body), { numRuns })
  }

  describe(`conformance of ${pass.name}`, () => {
    it('keeps what the filter means', () => {
      check(expectSameMeaning)
    })

    it('yields well-formed IR', () => {
      check(expectWellFormed)
    })

    it('leaves its input alone', () => {
      check((ir, endianness) => {
        const text = levelFunctions(pass.from).print(ir, endianness)
        apply(deepFreeze(ir), endianness)
        expect(levelFunctions(pass.from).print(ir, endianness)).toBe(text)
      })
    })

    it('is deterministic', () => {
      const print = (ir: IrByLevel[To], endianness: Endianness): string =>
        levelFunctions(pass.to).print(ir, endianness)
      check((ir, endianness) => {
        expect(print(apply(ir, endianness), endianness)).toBe(
          print(apply(structuredClone(ir), endianness), endianness),
        )
      })
    })

    describe.each(Object.entries(edgesOf(pass.from)))('on %s', (_, ir) => {
      it('keeps what the filter means and yields well-formed IR', () => {
        for (const endianness of ['little', 'big'] as const) {
          expectSameMeaning(ready(ir, endianness), endianness)
          expectWellFormed(ready(ir, endianness), endianness)
        }
      })
    })

    if (pass.cost?.idempotent === true)
      it('has nothing left to do on its own output', () => {
        check((ir, endianness) => {
          const once = apply(ir, endianness)
          // An idempotent pass stays on its level, so its output is an input.
          expect(apply(once as IrByLevel[Level] as IrByLevel[From], endianness)).toBe(once)
        })
      })

    if (pass.cost?.insns === 'never-more')
      it('never makes it larger', () => {
        check((ir, endianness) => {
          const size = levelFunctions(pass.to).size(apply(ir, endianness))
          expect(size).toBeLessThanOrEqual(levelFunctions(pass.from).size(ir))
        })
      })

    if (pass.cost?.longestPath === 'never-longer')
      it('never makes a call execute more', () => {
        check((ir, endianness) => {
          const before: Leveled = { level: pass.from, ir }
          const after: Leveled = { level: pass.to, ir: apply(ir, endianness) }
          expect(worst(before, after, endianness)).toBeLessThanOrEqual(worst(before, before, endianness))
        })
      })
  })
}
