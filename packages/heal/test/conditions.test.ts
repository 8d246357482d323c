/* The conditions of added rules, and the steps that are taken: the nearest shape, every register, and no more than needed. */
import { ALLOW, arg, errno, policy, resolve } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { addedConditions, allowingSeen, assembled, effectKey, WITHOUT_TEXT } from '@seccompile/heal'
import type { PolicyForm, RefusedValues } from '@seccompile/heal'
import { holds, LOW_WORD, U64 } from '@seccompile/rules'
import { signedAbiTable } from '@seccompile/signatures'
import { numberOf } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { findSteps } from '../src/edit/find-steps.ts'
import type { Judge } from '../src/edit/find-steps.ts'
import { nearestTests, selectedTests } from '../src/edit/tests.ts'
import { registersOf, samePredicate } from '../src/seen/registers.ts'
import type { KnownValues } from '../src/seen/seen-calls.ts'

const BY_INDEX: PolicyForm = { ...WITHOUT_TEXT, style: 'index', canJoin: () => true }
const closed = policy({ default: 'deny' }).allow('read')

const known = (...values: readonly bigint[]): KnownValues =>
  new Map(values.map((value, index) => [index, { value, mask: U64.max }]))

const seen = (name: string, values: KnownValues, abi: AbiToken = 'x86_64', isTold = true): RefusedValues => ({
  abi,
  name,
  nr: numberOf(signedAbiTable(abi), name)!,
  values,
  isTold,
})

/** A target that refuses nothing once `allows` holds for the edited policy. */
const judge = (allows: (edited: Policy) => boolean): Judge => ({
  outcome: (edited) => (allows(edited) ? 'allowed' : 'refused'),
  tests: () => false,
})

const rulesFor = (edited: Policy, name: string): readonly Policy['rules'][number][] =>
  edited.rules.filter(({ names }) => names.some((each) => each.name === name))

/** The conditions of the steps for calls of ioctl, of which the policy has to have a rule for all. */
function conditionsFor(refused: readonly RefusedValues[], rules: number): readonly unknown[] {
  const steps = findSteps(
    closed,
    { name: 'ioctl', refused },
    BY_INDEX,
    judge((edited) => rulesFor(edited, 'ioctl').length >= rules),
  )
  return (steps ?? []).map((step) => (step.kind === 'allow' ? step.condition.args : step))
}

const ioctls = (count: number): readonly RefusedValues[] =>
  Array.from({ length: count }, (_, i) => seen('ioctl', new Map([[1, { value: BigInt(i), mask: U64.max }]])))

describe('the shape of a condition', () => {
  const { rules } = closed
    .allow('socket', arg(0).eq(1), arg(1).eq(1), arg(2).eq(1))
    .allow('socket', arg(0).eq(2), arg(1).eq(1))
    .allow('socket', arg(0).eq(1), arg(1).eq(2))
  const shapes = rules.filter(({ names }) => names.some(({ name }) => name === 'socket'))

  it('is that of the rule of which the fewest comparisons fail, wherever it stands', () => {
    for (const order of [shapes, shapes.toReversed()])
      expect(nearestTests({ abi: 'x86_64', name: 'socket' }, order, known(2n, 3n, 0n))).toMatchObject({
        kept: [{ op: 'EQ', index: 0, value: 2n }],
        equal: [{ index: 1, value: 3n }],
      })
  })

  it('keeps no comparison that holds for one register of two', () => {
    const kill = closed.allow('kill', arg(0).le(0xffff_ffff), arg(1).eq(9)).rules.slice(1)
    const tests = nearestTests({ abi: 'x86_64', name: 'kill' }, kill, known(0xffff_ffffn, 15n))
    expect(tests?.kept).toEqual([])
    expect(tests?.equal.map(({ mask }) => mask)).toEqual([LOW_WORD, U64.max])
  })

  it('tests flags in the bits that the kernel reads', () => {
    const masks = (abi: AbiToken): readonly unknown[] =>
      selectedTests({ abi, name: 'unshare' }, [known(0x400n)]).map(({ equal }) => equal[0]?.mask)
    expect(masks('x86')).toEqual([LOW_WORD ^ 0x400n])
  })

  it('compares the bits of a value that a notation can write', () => {
    const tests = [{ kept: [], equal: [{ index: 0, mask: U64.max, value: 0x1_0000_0001n }] }]
    const form = { style: 'index', valueBits: LOW_WORD } as const
    expect(addedConditions({ abi: 'x86_64', name: 'read' }, tests, form)).toEqual([
      { args: [{ op: 'MASKED_EQ', index: 0, value: LOW_WORD, valueTwo: 1n }] },
    ])
  })
})

describe('the registers of a value', () => {
  const kill = { abi: 'x86_64', name: 'kill' } as const

  it('are two from the least negative one on', () => {
    expect(registersOf(kill, 0, 0x7fff_ffffn)).toEqual([0x7fff_ffffn])
    expect(registersOf(kill, 0, 0x8000_0000n)).toEqual([0x8000_0000n, 0xffff_ffff_8000_0000n])
  })

  it('are one call to the kernel, whatever bits it does not read', () => {
    const where = samePredicate(kill, known(0xffff_ffffn))
    for (const register of [0xffff_ffffn, U64.max, 0x1_ffff_ffffn])
      expect(holds(where, [register, 0n, 0n, 0n, 0n, 0n]), String(register)).toBe(true)
    expect(holds(where, [1n, 0n, 0n, 0n, 0n, 0n])).toBe(false)
  })
})

describe('the steps for a call', () => {
  it('have a condition for each of the most lists, and none for one more', () => {
    expect(conditionsFor(ioctls(8), 8)).toHaveLength(8)
    expect(conditionsFor(ioctls(9), 1)).toEqual([[]])
  })

  it('test no value where those of one ABI are not told', () => {
    const [first] = ioctls(1)
    expect(conditionsFor([first!, seen('ioctl', known(), 'x86', false)], 1)).toEqual([[]])
  })

  it('are without those that are not needed', () => {
    expect(conditionsFor(ioctls(3), 1)).toHaveLength(1)
  })
})

describe('a name joins', () => {
  it('no entry that is several rules', () => {
    const rule = (name: string, index: number): Policy['rules'][number] => ({
      names: [{ name }],
      action: ALLOW,
      args: [{ op: 'EQ', index, value: 1n }],
    })
    const two = {
      defaultAction: closed.defaultAction,
      rules: [...closed.rules, rule('unshare', 0), rule('setns', 1)],
    }
    const step = {
      kind: 'allow',
      name: 'kcmp',
      condition: { args: [{ op: 'EQ', index: 0, value: 1n }] },
    } as const
    expect(assembled(two, [step], BY_INDEX).joins).toEqual([{ entry: 1, name: 'kcmp' }])
    const oneEntry = { ...BY_INDEX, entryOf: (rule: number) => Math.min(rule, 1) }
    expect(assembled(two, [step], oneEntry).joins).toEqual([])
  })

  it('no entry with another action', () => {
    expect(effectKey({ args: [], action: errno(1) })).not.toBe(effectKey({ args: [], action: errno(38) }))
    expect(effectKey({ args: [], action: ALLOW })).toBe(effectKey({ args: [] }))
  })
})

it('seen calls are allowed on their own architecture alone', () => {
  const abis = [signedAbiTable('x86_64'), signedAbiTable('x86')] as const
  const { rules } = resolve(policy({ default: 'deny', abis: ['x86_64', 'x86'] }), { abis })
  const healed = [{ name: 'kill', refused: [seen('kill', known(1n))] }]
  const counts = (given: typeof rules): readonly number[] =>
    given.sections.map((section) => section.rules.length)
  const more = counts(allowingSeen(rules, healed)).map((count, i) => count - counts(rules)[i]!)
  expect(more.toSorted()).toEqual([0, 1])
})
