/*
 * Inquiries compared with trials: running the filter confirms each call that an inquiry finds, and where it finds
 * none, no witness shows one.
 */
import { AUDIT_ARCH, letsRun, seccompData, verdictOf } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { all, argument, contains, holds, meaning, witnesses } from '@seccompile/rules'
import type { Predicate, RuleSet } from '@seccompile/rules'
import { is, rule, rules } from '@seccompile/rules/test-makers'
import { describe, expect, it } from 'vitest'
import { inquire } from '@seccompile/prover'
import type { CallsWhere, Inquiry, LeveledIr, VerdictGoal } from '@seccompile/prover'

const arch = AUDIT_ARCH.X86_64
const deny = verdictOf('ERRNO', 1)
const LOW = 0xffff_ffffn

function about(ir: RuleSet): Inquiry {
  const answer = inquire({ level: 'rules', ir })
  if (answer.kind === 'undecided') throw new Error(answer.reason)
  return answer
}

describe('an inquiry', () => {
  const filter = rules(
    rule(41, 41, argument(0, [{ lo: 2n, hi: 2n }]), deny),
    rule(41),
    rule(42, 42, is(1, 5n, LOW)),
    rule(43, 43, argument(0, [{ lo: 0xffff_ffffn, hi: 0xffff_ffffn }], LOW), deny),
    rule(43),
    rule(44, 44, is(2, 0n), verdictOf('LOG')),
  )
  const asked = about(filter)

  it('finds the easiest call that meets a goal, and none where there is none', () => {
    expect(asked.call(letsRun, { arch, nr: 42 })?.data).toEqual(seccompData({ arch, nr: 42, args: [0n, 5n] }))
    expect(asked.call(letsRun, { arch, nr: 42, args: is(1, 6n, LOW) })).toBeUndefined()
    expect(asked.call(letsRun, { arch, nr: 45 })).toBeUndefined()
    expect(asked.call(letsRun, { arch: 7 })).toBeUndefined()
    expect(asked.call((verdict) => verdict === verdictOf('LOG'))?.data.nr).toBe(44)
  })

  it('says which verdicts calls may get', () => {
    expect(asked.verdicts({ arch, nr: 41 })).toEqual([deny, verdictOf('ALLOW')])
    expect(asked.verdicts({ arch, nr: 41, args: is(0, 2n) })).toEqual([deny])
    expect(asked.verdicts({ arch, nr: 45 })).toEqual([deny])
    expect(asked.verdicts({ arch: 7 })).toEqual([verdictOf('KILL_THREAD')])
  })

  it('finds a call that runs by bits which the kernel does not read, and the call that it is to the kernel', () => {
    const gap = asked.byIgnoredBits(letsRun, { index: 0, width: 32, signed: false }, { arch, nr: 41 })
    expect(gap?.one.data.args[0]).toBe(0x1_0000_0002n)
    expect(gap?.other.data.args[0]).toBe(2n)
    expect([gap?.one.verdict, gap?.other.verdict]).toEqual([verdictOf('ALLOW'), deny])
    expect(
      asked.byIgnoredBits(letsRun, { index: 1, width: 32, signed: false }, { arch, nr: 42 }),
    ).toBeUndefined()
    expect(
      asked.byIgnoredBits(letsRun, { index: 0, width: 16, signed: false }, { arch, nr: 43 }),
    ).toBeUndefined()
  })

  it('takes a sign that is extended for the same number as one that is not', () => {
    // -1 with its sign extended is refused. 0xffffffff runs, and is the same value to a kernel that reads an int.
    const signs = about(rules(rule(50, 50, is(0, (1n << 64n) - 1n), deny), rule(50)))
    const where = { arch, nr: 50 }
    const inOneForm = signs.byIgnoredBits(letsRun, { index: 0, width: 32, signed: true }, where)
    expect([inOneForm?.one.data.args[0], inOneForm?.other.data.args[0]]).toEqual([LOW, (1n << 64n) - 1n])
    expect(signs.byIgnoredBits(letsRun, { index: 0, width: 32, signed: false }, where)).toBeUndefined()
    // A filter that lets only one of these forms run has no gap.
    for (const value of [LOW, (1n << 64n) - 1n]) {
      const listed = about(rules(rule(50, 50, is(0, value))))
      expect(listed.byIgnoredBits(letsRun, { index: 0, width: 32, signed: true }, where)).toBeUndefined()
    }
    const both = about(
      rules(rule(50, 50, is(0, (1n << 64n) - 1n), deny), rule(50, 50, is(0, 0xffff_ffffn), deny), rule(50)),
    )
    const gap = both.byIgnoredBits(letsRun, { index: 0, width: 32, signed: true }, where)
    expect((gap?.one.data.args[0] ?? 0n) & LOW).toBe(LOW)
    expect(gap?.other.data.args[0]).toBe(LOW)
  })

  it('finds a call whose verdict depends on a value', () => {
    const notNull: Predicate = argument(2, [{ lo: 1n, hi: (1n << 64n) - 1n }])
    expect(asked.otherThan(2, 1n, { arch, nr: 44, args: notNull })).toBeUndefined()
    const pair = asked.otherThan(2, 1n, { arch, nr: 44 })
    expect([pair?.one.data.args[2], pair?.other.data.args[2]]).toEqual([0n, 1n])
    expect(asked.otherThan(5, 1n, { arch, nr: 44 })).toBeUndefined()
  })

  it('answers as each witness of the filter does', () => {
    for (const data of witnesses(filter)) {
      const exactly = all(data.args.map((value, index) => is(index, value)))
      const verdict = meaning(filter, data)
      expect(holds(exactly, data.args)).toBe(true)
      expect(asked.verdicts({ arch: data.arch, nr: data.nr, args: exactly })).toEqual([verdict])
      expect(asked.call(letsRun, { arch: data.arch, nr: data.nr, args: exactly }) !== undefined).toBe(
        letsRun(verdict),
      )
    }
  })

  it('is about a set of numbers where one is named', () => {
    const numbers = [{ lo: 42, hi: 44 }]
    expect(asked.call(letsRun, { arch, numbers, args: is(1, 5n, LOW) })?.data.nr).toBe(42)
    expect(asked.call(letsRun, { arch, nr: 41, numbers })).toBeUndefined()
    expect(asked.call(letsRun, { numbers: [{ lo: 45, hi: 50 }] })).toBeUndefined()
    expect(asked.verdicts({ arch, numbers: [{ lo: 41, hi: 41 }] })).toEqual([deny, verdictOf('ALLOW')])
  })

  it('lists each call that meets a goal once, with its verdict, and no other', () => {
    const refused = (verdict: Verdict): boolean => !letsRun(verdict)
    for (const [goal, where] of [
      [letsRun, {}],
      [refused, {}],
      [letsRun, { arch, numbers: [{ lo: 41, hi: 42 }] }],
      [refused, { arch, nr: 41, args: is(1, 3n, LOW) }],
      [letsRun, { nr: 43 }],
      [refused, { arch: 7 }],
    ] as const satisfies readonly (readonly [VerdictGoal, CallsWhere])[]) {
      const ways = asked.ways(goal, where)
      const { arch: only, nr, numbers, args }: CallsWhere = where
      const wrong = witnesses(filter).find((data) => {
        const isAsked =
          (only ?? data.arch) === data.arch &&
          (nr ?? data.nr) === data.nr &&
          (numbers === undefined || contains(numbers, data.nr)) &&
          (args === undefined || holds(args, data.args))
        const verdict = meaning(filter, data)
        const found = ways.filter(
          (way) =>
            contains(way.arches, data.arch) && contains(way.numbers, data.nr) && holds(way.when, data.args),
        )
        return isAsked && goal(verdict)
          ? found.length !== 1 || found[0]!.verdict !== verdict
          : found.length !== 0
      })
      expect([goal.name, where, wrong]).toEqual([goal.name, where, undefined])
    }
    expect(asked.ways(letsRun, { arch, nr: 42 })).toEqual([
      {
        arches: [{ lo: arch, hi: arch }],
        numbers: [{ lo: 42, hi: 42 }],
        when: is(1, 5n, LOW),
        verdict: verdictOf('ALLOW'),
      },
    ])
  })

  it('counts the work of fixing an argument in the whole diagram', () => {
    const values = Array.from({ length: 500 }, (_, i) => ({ lo: 3n * BigInt(i), hi: 3n * BigInt(i) }))
    const large: LeveledIr = { level: 'rules', ir: rules(rule(41, 41, argument(0, values))) }
    const answer = inquire(large, { maxSteps: 1000 })
    if (answer.kind === 'undecided') throw new Error(answer.reason)
    // Each question takes as many steps as the diagram has nodes.
    expect(() => {
      for (let value = 0n; value < 20n; value += 1n) answer.otherThan(1, value)
    }).toThrow('the diagram takes more than 1000 steps')
  })

  it('says what is too large for it', () => {
    const answer = inquire({ level: 'rules', ir: filter }, { maxNodes: 20 })
    expect(answer.kind === 'undecided' && answer.reason).toMatch(/more than 20 nodes/)
  })
})
