import type { Endianness, Program } from '@seccompile/abi'
import { isConditional, program, verify, witnesses } from '@seccompile/cbpf'
import { arbitraryProgram, arbitrarySeccompData } from '@seccompile/cbpf/arbitrary'
import { passes } from '@seccompile/compiler'
import type { AnyPass } from '@seccompile/pass'
import { arbitraryRuleSet } from '@seccompile/rules/arbitrary'
import { conformanceChecks } from '@seccompile/testkit'
import type { ConformanceCheck } from '@seccompile/testkit'
import fc from 'fast-check'
import type { Arbitrary, IProperty } from 'fast-check'
import { throughEvaluator, throughListing, throughOtherForms, throughPipelines } from './round-trips.ts'
import { TRACE_TRIALS } from './traces/trace-trials.ts'
import { TRIALS } from './trials.ts'
import type { SoakTrial } from './trials.ts'

/** A property that must hold for random inputs. */
export interface SoakProperty {
  readonly name: string
  /** Random inputs in one run. */
  readonly cases: number
  /**
   * Tries the property on `cases` inputs drawn by `seed`, or on fewer where `most` bounds the inputs of each check.
   * @throws Error that shows the first failing input, shrunk
   */
  readonly run: (seed: number, most?: number) => void | Promise<void>
}

const ENDIANNESS: Arbitrary<Endianness> = fc.constantFrom('little', 'big')
const CALLS = fc.array(arbitrarySeccompData(), { minLength: 5, maxLength: 20 })

function soakProperty<T>(name: string, cases: number, property: IProperty<T>): SoakProperty {
  return {
    name,
    cases,
    run: (seed, most = cases) => {
      fc.assert(property, { seed, numRuns: Math.min(cases, most), includeErrorInReport: true })
    },
  }
}

/** `insns` with values in the fields that the kernel ignores. */
function cluttered(insns: Program, junk: number): Program {
  return program(
    insns.map((insn) => (isConditional(insn.code) ? insn : { ...insn, jt: junk & 0xff, jf: junk >>> 8 })),
  )
}

/** A program with one field changed, which the kernel may or may not accept. */
function damaged(): Arbitrary<Program> {
  const change = fc.oneof(
    fc.record({ code: fc.nat(0xff) }),
    fc.record({ jt: fc.nat(0xff) }),
    fc.record({ jf: fc.nat(0xff) }),
    fc.record({ k: fc.oneof(fc.nat(70), fc.nat(0xffff_ffff)) }),
  )
  return fc.tuple(arbitraryProgram(), fc.nat(), change).map(([insns, at, fields]) => {
    const pc = at % insns.length
    return program(insns.with(pc, { ...insns[pc]!, ...fields }))
  })
}

const ROUND_TRIPS: readonly SoakProperty[] = [
  soakProperty(
    'rules through every pipeline',
    4,
    fc.property(arbitraryRuleSet(), ENDIANNESS, throughPipelines),
  ),
  soakProperty(
    'many rules through every pipeline',
    1,
    fc.property(arbitraryRuleSet({ maxRules: 40 }), ENDIANNESS, throughPipelines),
  ),
  soakProperty(
    'programs through bytes, labels and text',
    200,
    fc.property(arbitraryProgram(), fc.nat(0xffff), (insns, junk) => {
      throughOtherForms(insns)
      throughOtherForms(cluttered(insns, junk))
    }),
  ),
  soakProperty(
    'programs through the evaluator',
    50,
    fc.property(arbitraryProgram(), CALLS, ENDIANNESS, (insns, calls, endianness) => {
      throughEvaluator(insns, [...calls, ...witnesses(insns, endianness)], endianness)
    }),
  ),
  soakProperty(
    'long programs through the evaluator',
    2,
    fc.property(arbitraryProgram({ maxLength: 2000 }), CALLS, ENDIANNESS, (insns, calls, endianness) => {
      throughOtherForms(insns)
      throughEvaluator(insns, calls, endianness)
    }),
  ),
  soakProperty(
    'damaged programs',
    100,
    fc.property(damaged(), CALLS, ENDIANNESS, (insns, calls, endianness) => {
      throughListing(insns, endianness)
      if (verify(insns).length > 0) return
      throughOtherForms(insns)
      throughEvaluator(insns, calls, endianness)
    }),
  ),
]

/** Inputs for each check of a pass in one run. */
const CONFORMANCE_CASES = 10

/** A property with the conformance checks of a pass, on other inputs each time. */
function conformanceOf(pass: AnyPass): SoakProperty {
  // The checks without those of edge cases, which are the same each time and run in the tests of the pass.
  const checks = (seed: number, runs: number): readonly ConformanceCheck[] =>
    conformanceChecks(pass, { seed, runs }).filter(({ title }) => !title.startsWith('survives an edge'))
  return {
    name: `conformance of ${pass.name}`,
    cases: CONFORMANCE_CASES * checks(0, CONFORMANCE_CASES).length,
    run: (seed, most = CONFORMANCE_CASES) => {
      for (const { run } of checks(seed, Math.min(CONFORMANCE_CASES, most))) run()
    },
  }
}

/** Policies through notations, and merges. */
const propertyOf = ({ name, cases, property }: SoakTrial): SoakProperty => ({
  name,
  cases,
  run: (seed, most = cases) =>
    fc.assert(
      property(() => undefined),
      { seed, numRuns: Math.min(cases, most), includeErrorInReport: true },
    ),
})

/** All properties, in the order of each round. */
export const PROPERTIES: readonly SoakProperty[] = [
  ...ROUND_TRIPS,
  ...TRACE_TRIALS.map(({ name, cases, property }) => soakProperty(name, cases, property)),
  ...passes.map(conformanceOf),
  ...TRIALS.map(propertyOf),
]
