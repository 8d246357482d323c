import { verdictOf } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { size } from '@seccompile/decision'
import { createMemo, runPass } from '@seccompile/pass'
import { argChains } from '@seccompile/pass-arg-chains'
import { bst } from '@seccompile/pass-bst'
import { lower } from '@seccompile/pass-lower'
import { ALWAYS } from '@seccompile/rules'
import { is, rule, rules } from '@seccompile/rules/test-makers'
import { describe, expect, it } from 'vitest'
import { KnownDecisions } from '../src/compile/known-decisions.ts'
import { leastDecision } from '../src/compile/least-decision.ts'
import { pipelines } from '../src/compile/pipelines.ts'

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

describe('KnownDecisions', () => {
  const searched = runPass(bst, made)
  const laidOut = runPass(argChains, searched)
  const never = (): boolean => false
  const always = (): boolean => true

  it('drops no trial whose decision is new and costs little', () => {
    const known = new KnownDecisions('little')
    expect(known.isHopeless(bst, searched, never)).toBe(false)
    expect(known.isHopeless(argChains, laidOut, never)).toBe(false)
  })

  it('drops a trial whose least program costs too much', () => {
    const told: Program[] = []
    const costsTooMuch = (program: Program): boolean => told.push(program) > 0
    expect(new KnownDecisions('little').isHopeless(bst, searched, costsTooMuch)).toBe(true)
    expect(told).toEqual([runPass(lower, leastDecision(searched))])
  })

  it('drops a trial whose decision became a program before', () => {
    const known = new KnownDecisions('little')
    expect(known.isHopeless(argChains, laidOut)).toBe(false)
    expect(known.isHopeless(argChains, runPass(argChains, runPass(bst, made)))).toBe(true)
    expect(known.isHopeless(argChains, runPass(bst, simple))).toBe(false)
  })

  it('asks no cost of a decision from which another layout of arguments comes', () => {
    const known = new KnownDecisions('little')
    const how = { memo: createMemo(), weigh: (): number => 1, insnCost: 2 ** -11 }
    expect(known.isHopeless(bst, runPass(bst, made, how), never)).toBe(false)
    // The decision of the search is the same object.
    expect(known.isHopeless(bst, runPass(bst, made, { ...how, argInsnCost: 2 ** -3 }), always)).toBe(false)
  })
})
