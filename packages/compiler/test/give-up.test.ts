import { verdictOf } from '@seccompile/abi'
import { size } from '@seccompile/decision'
import { createMemo, runPass } from '@seccompile/pass'
import type { Instrument } from '@seccompile/pass'
import { bst } from '@seccompile/pass-bst'
import { lower } from '@seccompile/pass-lower'
import { ALWAYS } from '@seccompile/rules'
import { is, rule, rules } from '@seccompile/rules/test-makers'
import { describe, expect, it } from 'vitest'
import { GivenUp, giveUp, SeenDecisions } from '../src/compile/give-up.ts'
import { leastDecision } from '../src/compile/least-decision.ts'
import { pipelines, withArgumentsAt } from '../src/compile/pipelines.ts'

const EPERM = verdictOf('ERRNO', 1)
const made = rules(
  rule(0),
  rule(3, 3, is(0, 5n)),
  rule(5, 5, is(1, 7n, 0xffn)),
  rule(9, 9, ALWAYS, verdictOf('ERRNO', 38)),
)
const simple = rules(rule(0), rule(3, 3, ALWAYS, EPERM), rule(7))

describe('leastDecision', () => {
  it('has one test for each part that asks arguments, and no fewer instructions are possible', () => {
    const root = runPass(bst, made)
    const least = leastDecision(root)
    expect(size(least)).toBeLessThan(size(root))
    expect(runPass(lower, least).length).toBeLessThanOrEqual(runPass(pipelines.size.pass, made).length)
    // ld, jeq for each of the two parts, beside the same tests of numbers
    expect(runPass(lower, least).filter(({ code }) => code === 0x20)).toHaveLength(4)
  })

  it('is the decision itself where no argument is asked', () => {
    const root = runPass(bst, simple)
    expect(runPass(lower, leastDecision(root))).toEqual(runPass(lower, root))
  })
})

describe('giveUp', () => {
  const run = (of: typeof made, instrument: Instrument, insnCost = 0): number =>
    runPass(pipelines.speed.pass, of, { instruments: [instrument], insnCost }).length

  it('lets a run finish whose decision is new and costs little', () => {
    expect(
      run(
        made,
        giveUp(new SeenDecisions(), () => false),
      ),
    ).toBeGreaterThan(0)
  })

  it('ends a run whose least program costs too much', () => {
    const told: number[] = []
    const costsTooMuch = (program: { readonly length: number }): boolean => told.push(program.length) > 0
    expect(() => run(made, giveUp(new SeenDecisions(), costsTooMuch))).toThrow(GivenUp)
    expect(told).toEqual([runPass(lower, leastDecision(runPass(bst, made))).length])
  })

  it('ends a run whose decision became a program before', () => {
    const seen = new SeenDecisions()
    run(simple, giveUp(seen))
    expect(() => run(simple, giveUp(seen), 1e-3)).toThrow(GivenUp)
    expect(run(made, giveUp(seen))).toBeGreaterThan(0)
  })

  it('asks no cost of a decision from which another layout of arguments comes', () => {
    const seen = new SeenDecisions()
    const memo = createMemo()
    const weigh = (): number => 1
    const how = { memo, weigh, insnCost: 2 ** -11 }
    runPass(pipelines.speed.pass, made, { ...how, instruments: [giveUp(seen)] })
    const again = { ...how, instruments: [giveUp(seen, () => true)] }
    // The decision of the search is the same object; the arguments come out the same.
    expect(() => runPass(withArgumentsAt(2 ** -3, 'speed'), made, again)).toThrow(GivenUp)
    expect(seen.searched.size).toBe(1)
  })
})
