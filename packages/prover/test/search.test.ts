import { AUDIT_ARCH, BPF, verdictOf, WORD_NR, wordOffset } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { insn, ret } from '@seccompile/abi/test-makers'
import { verify } from '@seccompile/cbpf'
import { arbitraryLoweredProgram } from '@seccompile/cbpf/arbitrary'
import { arbitraryDecision } from '@seccompile/decision/arbitrary'
import type { Rule } from '@seccompile/rules'
import { arbitraryRuleSet } from '@seccompile/rules/arbitrary'
import { rule, rules as rulesOf } from '@seccompile/rules/test-makers'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { difference, equal } from '@seccompile/prover'
import type { ProveOptions, Subject } from '@seccompile/prover'
import { searchClauses } from '../src/clause-search.ts'
import type { ClauseSet, Literal, SearchOutcome } from '../src/clause-search.ts'

/** Whether some values of the variables satisfy all clauses, by trying all values. */
function byTrying({ variables, clauses }: ClauseSet): boolean {
  for (let values = 0; values < 2 ** variables; values += 1) {
    const isTrue = (literal: Literal): boolean => ((values >> (literal >> 1)) & 1) !== (literal & 1)
    if (clauses.every((clause) => clause.some(isTrue))) return true
  }
  return false
}

/** Clauses that say that `count` + 1 things have places among `count`, each its own. They need many conflicts. */
function tooFewPlaces(count: number): ClauseSet {
  const at = (thing: number, place: number): Literal => 2 * (thing * count + place)
  const things = Array.from({ length: count + 1 }, (_, i) => i)
  const places = Array.from({ length: count }, (_, i) => i)
  return {
    variables: count * (count + 1),
    clauses: [
      ...things.map((thing) => places.map((place) => at(thing, place))),
      ...places.flatMap((place) =>
        things.flatMap((one) =>
          things.filter((other) => other > one).map((other) => [at(one, place) ^ 1, at(other, place) ^ 1]),
        ),
      ),
    ],
  }
}

describe('searchClauses', () => {
  it('finds values that satisfy all clauses exactly where there are such values', () => {
    const literal = fc.integer({ min: 0, max: 15 })
    // A clause has each variable once.
    const clause = fc.uniqueArray(literal, { minLength: 1, maxLength: 3, selector: (each) => each >> 1 })
    const seen = { found: 0, none: 0, 'gave-up': 0 }
    fc.assert(
      fc.property(fc.array(clause, { minLength: 10, maxLength: 45 }), (clauses) => {
        const set = { variables: 8, clauses }
        const outcome = searchClauses(set, Infinity)
        expect(outcome.kind).toBe(byTrying(set) ? 'found' : 'none')
        seen[outcome.kind] += 1
        if (outcome.kind === 'found') expect(clauses.every((each) => each.some(outcome.isTrue))).toBe(true)
      }),
      { numRuns: 500 },
    )
    expect(Math.min(seen.found, seen.none)).toBeGreaterThan(50)
  })

  it('proves what takes more conflicts than it remembers', () => {
    expect(searchClauses(tooFewPlaces(8), Infinity)).toEqual({ kind: 'none' })
  })

  it('gives up at the bound of steps, always at the same step', () => {
    const outcomes = [1, 2].map((): SearchOutcome => searchClauses(tooFewPlaces(8), 100_000))
    expect(outcomes[0]).toMatchObject({ kind: 'gave-up' })
    expect(outcomes[0]).toEqual(outcomes[1])
  })
})

const ARCH = AUDIT_ARCH.X86_64

/** Only constants fit this bound, so a search decides. */
const BY_SEARCH: ProveOptions = { maxNodes: 2 }

/** Checks that the search and the diagrams give one answer; yields it. */
function agreed(left: Subject, right: Subject, options: ProveOptions = {}): 'equal' | 'different' {
  const [diagram, search] = [equal(left, right, options), equal(left, right, { ...options, ...BY_SEARCH })]
  const isDifferent = search.kind === 'different'
  expect(search.kind).not.toBe('undecided')
  expect(isDifferent).toBe(diagram.kind === 'different')
  expect(difference(left, right, { ...options, ...BY_SEARCH })).toEqual(isDifferent ? search : undefined)
  return isDifferent ? 'different' : 'equal'
}

/** Counts answers, to see that each kind occurs. */
function counted(): { readonly add: (answer: 'equal' | 'different') => void; readonly least: () => number } {
  const seen = { equal: 0, different: 0 }
  return { add: (answer) => void (seen[answer] += 1), least: () => Math.min(seen.equal, seen.different) }
}

const program = (ir: Program): Subject & { readonly level: 'program' } => ({ level: 'program', ir })

describe('a search for a difference', () => {
  it('agrees with diagrams about random rules, whole and within some calls', () => {
    const { add, least } = counted()
    const maybeSame = fc.tuple(arbitraryRuleSet(), arbitraryRuleSet(), fc.boolean(), fc.boolean())
    fc.assert(
      fc.property(maybeSame, ([one, two, isSame, isWithin]) => {
        const other = isSame ? structuredClone(one) : two
        const within = { arch: one.sections[0]!.arch, numbers: [{ lo: 0, hi: 40 }] }
        add(agreed({ level: 'rules', ir: one }, { level: 'rules', ir: other }, isWithin ? { within } : {}))
      }),
      { numRuns: 120, includeErrorInReport: true },
    )
    expect(least()).toBeGreaterThan(20)
  })

  it('agrees with diagrams about programs with one fault, in both byte orders', () => {
    const { add, least } = counted()
    const changed = fc.tuple(
      arbitraryLoweredProgram(),
      fc.nat(),
      fc.constantFrom<'k' | 'jt' | 'jf'>('k', 'jt', 'jf'),
      fc.constantFrom(1, 2, 4),
      fc.constantFrom<'little' | 'big'>('little', 'big'),
    )
    fc.assert(
      fc.property(changed, ([left, at, field, bit, endianness]) => {
        const pc = at % left.length
        const right = left.with(pc, { ...left[pc]!, [field]: (left[pc]![field] ^ bit) >>> 0 })
        if (verify(right).length === 0) add(agreed(program(left), program(right), { endianness }))
      }),
      { numRuns: 300, includeErrorInReport: true },
    )
    expect(least()).toBeGreaterThan(20)
  })

  it('agrees with diagrams about decisions and stacks', () => {
    const { add, least } = counted()
    const decision = arbitraryDecision({ maxTests: 8 })
    fc.assert(
      fc.property(decision, decision, fc.nat(2), (one, two, how) => {
        const [left, right] = [one, two].map((ir): Subject & { level: 'decision' } => ({
          level: 'decision',
          ir,
        }))
        const stack: Subject = { level: 'stack', ir: [left!, right!] }
        const others = [right!, { level: 'stack', ir: [left!, left!, right!] }, left!] as const
        add(how === 0 ? agreed(left!, right!) : agreed(stack, others[how]!))
      }),
      { numRuns: 200, includeErrorInReport: true },
    )
    expect(least()).toBeGreaterThan(20)
  })

  it('takes the first rule that matches, and the newer of two verdicts of one action', () => {
    const [first, second, third] = [rule(0, 9, 1), rule(5, 14, 2), rule(8, 20, 1)]
    const rules = (...of: readonly Rule[]): Subject => ({ level: 'rules', ir: rulesOf(...of) })
    const inOrder = rules(first, second, third)
    expect(agreed(inOrder, rules(rule(0, 9, 1), rule(10, 14, 2), rule(15, 20, 1)))).toBe('equal')
    expect(agreed(inOrder, rules(second, first, third))).toBe('different')
    const errno = (data: number): Subject & { readonly level: 'rules' } => ({
      level: 'rules',
      ir: rulesOf(rule(3, 3, verdictOf('ERRNO', data))),
    })
    const stack: Subject = { level: 'stack', ir: [errno(7), errno(8)] }
    const of = (data: number): Subject => ({ level: 'stack', ir: [errno(data)] })
    const within = { arch: ARCH, numbers: [{ lo: 3, hi: 3 }] }
    expect([agreed(stack, of(8), { within }), agreed(stack, of(7), { within })]).toEqual([
      'equal',
      'different',
    ])
  })

  it('takes clauses in proportion to the rules, where each has a verdict of its own', () => {
    const many = Array.from({ length: 1500 }, (_, nr) => rule(nr, nr, verdictOf('ERRNO', nr + 1)))
    const left: Subject = { level: 'rules', ir: rulesOf(...many) }
    const right: Subject = { level: 'rules', ir: rulesOf(...many.toReversed()) }
    expect(equal(left, right, BY_SEARCH).kind).toBe('no-difference')
  })

  it('looks only at the calls that the question is about', () => {
    const numbers = (hi: number): Subject => ({ level: 'rules', ir: rulesOf(rule(0, hi, 3)) })
    const within = (lo: number): ProveOptions => ({ within: { arch: ARCH, numbers: [{ lo, hi: 30 }] } })
    const answers = [0, 7, 8].map((lo) => agreed(numbers(5), numbers(7), within(lo)))
    expect(answers).toEqual(['different', 'different', 'equal'])
  })

  it('leaves programs that compute to diagrams', () => {
    const shifted = [insn(BPF.LD_ABS, wordOffset(WORD_NR, 'little')), insn(BPF.RSH_K, 1)]
    const tests = [insn(BPF.JEQ_K, 3, 0, 1), ret(1), ret(2)]
    const [left, right] = [
      [...shifted, ...tests],
      [insn(BPF.LD_ABS, 0), ...shifted, ...tests],
    ]
    expect(equal(program(left), program(right)).kind).toBe('equal')
    expect(equal(program(left), program(right), BY_SEARCH)).toEqual({
      kind: 'undecided',
      reason: 'pc 1: `rsh #1`: the diagram takes more than 2 nodes',
    })
  })

  it('has 0 for each word of an argument that a difference does not need', () => {
    const masked = (k: number): Program => [
      insn(BPF.LD_ABS, 16),
      insn(BPF.AND_K, 0xf0),
      insn(BPF.JEQ_K, k, 0, 3),
      insn(BPF.LD_ABS, 24),
      insn(BPF.JGE_K, 7, 0, 1),
      ret(1),
      ret(2),
    ]
    const found = equal(program(masked(0x10)), program(masked(0x20)), BY_SEARCH)
    expect(found.kind === 'different' && found.data.args.filter((arg) => arg !== 0n)).toHaveLength(2)
  })
})
