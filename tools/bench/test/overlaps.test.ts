/*
 * Overlapping rules of a profile against libseccomp: its recorded answers for every pair of comparisons, and the
 * answers of the library of this machine for random rules.
 */
import { seccompData } from '@seccompile/abi'
import type { SeccompData } from '@seccompile/abi'
import { run } from '@seccompile/interpreter'
import { parseProfile } from '@seccompile/oci'
import { resolve } from '@seccompile/policy'
import { meaning } from '@seccompile/rules'
import { abiTable } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { overlapCases } from '@seccompile/vectors'
import type { OverlapCondition } from '@seccompile/vectors'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasLibseccomp } from '@seccompile/vectors/libseccomp'
import { libseccompPrograms } from '../src/libseccomp.ts'
import { DEFAULT_ERRNO, matching, resolved, syscalls, verdictOfErrno } from './libseccomp-rules.ts'
import type { TestRule } from './libseccomp-rules.ts'

const NAME = 'dup3'

const call = (abi: AbiTable, args: readonly bigint[]): SeccompData =>
  seccompData({ nr: abi.numbers.get(NAME)!, arch: abi.auditArch, args })

describe('overlapping rules, as libseccomp 2.6.0 was seen to read them', () => {
  const cases = overlapCases().map((one) => ({
    ...one,
    table: abiTable(one.abi),
    asked: one.rules.map((conditions, i): TestRule => ({ name: NAME, errno: i + 1, conditions })),
  }))

  it('get the verdicts of libseccomp, where they are not refused', () => {
    const wrong = cases.flatMap(({ table, asked, calls = [], errnos = [] }) => {
      const rules = resolved(asked, table)
      if (rules === undefined) return []
      return calls.flatMap((numbers, i) => {
        const args = numbers.map(BigInt)
        const [ours, theirs] = [meaning(rules, call(table, args)), verdictOfErrno(errnos[i]!)]
        return ours === theirs ? [] : [{ abi: table.token, asked, args, ours, theirs }]
      })
    })
    expect(wrong).toEqual([])
  })

  it('are refused where it has no one answer, and two of one comparison each only there', () => {
    const refused = (asked: readonly TestRule[], table: AbiTable): boolean =>
      resolved(asked, table) === undefined
    const unstable = cases.filter(({ errnos }) => errnos === undefined)
    expect(unstable.length).toBeGreaterThan(100)
    expect(unstable.filter(({ asked, table }) => !refused(asked, table))).toEqual([])
    const pairs = cases.filter(({ rules, errnos }) => rules.flat().length === 2 && errnos !== undefined)
    expect(pairs.length).toBeGreaterThan(300)
    const dropped = pairs.filter(({ asked, table }) => refused(asked, table))
    const isBound = ([, op]: OverlapCondition): boolean => /^[LG]/.test(op)
    // Bounds that differ in the high word are refused: their order depends on other rules.
    const differ = (pair: readonly OverlapCondition[]): boolean =>
      new Set(pair.map(([, , value]) => value < 2 ** 32)).size === 2
    expect(
      dropped
        .filter(({ rules }) => !rules.flat().every(isBound) || !differ(rules.flat()))
        .map(({ rules }) => rules),
    ).toEqual([])
  })
})

it('overlaps are refused where NE stands after another comparison, and another rule is EQ of that value alone', () => {
  const rules = (value: number): readonly TestRule[] => [
    { name: NAME, errno: 1, conditions: [[0, 'GE', 8, 0]] },
    { name: NAME, errno: 2, conditions: [[2, 'EQ', value, 0]] },
    { name: NAME, errno: 0, conditions: [[0, 'EQ', 16, 0], [2, 'NE', 16, 0]] }, // prettier-ignore
  ]
  expect(resolved(rules(16), abiTable('x86_64'))).toBeUndefined()
  expect(resolved(rules(15), abiTable('x86_64'))).toBeDefined()
})

/** Podman's rules for `socket` in a container without CAP_AUDIT_WRITE: AF_VSOCK is refused, and audit of AF_NETLINK. */
it("Podman's rules for socket get the verdicts that libseccomp gives them", () => {
  const socket = (action: string, ...args: readonly object[]): object => ({ names: ['socket'], action, args })
  const is = (index: number, value: number): object => ({ index, value, op: 'SCMP_CMP_EQ' })
  const isNot = (index: number, value: number): object => ({ index, value, op: 'SCMP_CMP_NE' })
  const rules = [
    { ...socket('SCMP_ACT_ERRNO', is(0, 40)), errnoRet: 1 },
    { ...socket('SCMP_ACT_ERRNO', is(0, 16), is(2, 9)), errnoRet: 22 },
    socket('SCMP_ACT_ALLOW', is(0, 16), isNot(2, 9)),
    socket('SCMP_ACT_ALLOW', isNot(0, 16)),
  ]
  for (const syscallRules of [rules, rules.toReversed()])
    for (const token of ['x86_64', 'x86', 'aarch64', 's390x'] as const) {
      const profile = { defaultAction: 'SCMP_ACT_ERRNO', defaultErrnoRet: 38, syscalls: syscallRules }
      const { policy } = parseProfile(JSON.stringify(profile), { file: 'podman.json' })
      const abi = abiTable(token)
      const resolution = resolve(policy, { abis: [abi] })
      const at = (...args: readonly bigint[]): number =>
        meaning(resolution.rules, seccompData({ nr: abi.numbers.get('socket')!, arch: abi.auditArch, args }))
      expect([at(40n), at(40n, 0n, 9n), at(16n, 0n, 9n), at(16n), at(2n), at(2n, 0n, 9n)]).toEqual(
        [1, 1, 22, 0, 0, 0].map(verdictOfErrno),
      )
    }
})

const reason = hasLibseccomp() ? undefined : 'it or Python is missing'
if (reason !== undefined)
  process.stderr.write(`\n*** NOT RUN: random overlaps against libseccomp: ${reason}\n\n`)

const VALUES = [1, 2, 3, 4, 5, 8, 16]
const MASKS = [0, 1, 3, 4, 7, 0xff, 0xffff_ffff]

/** Conditions that can hold; a few have a high word on an ABI that has one. */
const condition = (index: number, is64: boolean): fc.Arbitrary<OverlapCondition> => {
  const high = is64 ? fc.constantFrom(0, 0, 0, 0, 0, 0, 2 ** 32, 5 * 2 ** 32) : fc.constant(0)
  const value = fc.tuple(high, fc.constantFrom(...VALUES)).map(([above, below]) => above + below)
  return fc.oneof(
    fc
      .tuple(fc.constantFrom('EQ', 'EQ', 'NE', 'NE', 'LT', 'LE', 'GT', 'GE'), value)
      .map(([op, given]): OverlapCondition => [index, op, given, 0]),
    fc
      .tuple(fc.constantFrom(...MASKS), high, value)
      .map(([mask, above, given]): OverlapCondition => [index, 'MASKED_EQ', above + mask, given]),
  )
}

const conditions = (is64: boolean): fc.Arbitrary<readonly OverlapCondition[]> => {
  const first = fc.constantFrom(...VALUES).map((value): OverlapCondition => [0, 'EQ', value, 0])
  const one = fc.constantFrom(0, 0, 0, 1, 2).chain((index) => condition(index, is64))
  return fc.oneof(
    { weight: 5, arbitrary: one.map((only) => [only]) },
    // The first condition is EQ: the reader refuses overlapping rules with further conditions after another
    // comparison.
    { weight: 1, arbitrary: fc.tuple(first, condition(2, is64)) },
  )
}

const ABIS = ['x86_64', 'x86', 's390x', 'arm', 'aarch64'] as const

const question = fc.constantFrom(...ABIS).chain((token) =>
  fc.record({
    token: fc.constant(token),
    rules: fc.array(
      fc.record({
        name: fc.constant(NAME),
        errno: fc.constantFrom(0, 1, 2),
        conditions: conditions(abiTable(token).wordSize === 64),
      }),
      { minLength: 2, maxLength: 4 },
    ),
  }),
)

/** Arguments at the edges of the conditions that match rules with different actions. */
function clashingArguments(
  rules: readonly TestRule[],
  { wordSize }: AbiTable,
): readonly (readonly bigint[])[] {
  const edges = [0, 1, 2].map((wanted) => {
    const constants = rules.flatMap((rule) =>
      rule.conditions.flatMap(([index, op, value, two]) =>
        index !== wanted ? [] : op === 'MASKED_EQ' ? [value, two] : [value - 1, value, value + 1],
      ),
    )
    const far = wordSize === 64 ? [7n << 32n] : []
    return [...new Set([0n, ...far, ...constants.map(BigInt)])]
  })
  const all = edges[0]!.flatMap((a) => edges[1]!.flatMap((b) => edges[2]!.map((c) => [a, b, c])))
  return all.filter((args) => new Set(matching(rules, args).map(({ errno }) => errno)).size > 1).slice(0, 40)
}

/** Whether all masks of a rule are 0, which makes it a rule without conditions. */
const asksNothing = ({ conditions: all }: TestRule): boolean =>
  all.every(([, op, mask]) => op === 'MASKED_EQ' && mask === 0)

/** The profile of `rules` at both optimize levels of libseccomp. */
const variants = (rules: readonly TestRule[], { auditArch, endianness }: AbiTable) =>
  ([1, 2] as const).map((optimize) => ({
    arch: auditArch,
    endianness,
    optimize,
    defaultAction: 'SCMP_ACT_ERRNO',
    defaultErrnoRet: DEFAULT_ERRNO,
    syscalls: syscalls(rules),
  }))

describe.skipIf(reason !== undefined)('a rule that libseccomp reads otherwise than it is written', () => {
  const rule = (errno: number, ...conditions: readonly OverlapCondition[]): TestRule => ({
    name: NAME,
    errno,
    conditions,
  })

  /**
   * The verdicts of each of `lists` on each call of x86_64 or x86: ours, and libseccomp's at both levels. One process
   * of libseccomp takes all lists.
   */
  const asked = (
    lists: readonly (readonly TestRule[])[],
    token: 'x86_64' | 'x86',
    ...calls: readonly (readonly bigint[])[]
  ) => {
    const abi = abiTable(token)
    const programs = libseccompPrograms(lists.flatMap((rules) => variants(rules, abi)))
    return lists.map((rules, i) =>
      calls.map((args) => {
        const data = call(abi, args)
        const theirs = programs
          .slice(2 * i, 2 * i + 2)
          .map((program) => program && run(program, data, abi.endianness).verdict)
        return [meaning(resolved(rules, abi)!, data), ...theirs]
      }),
    )
  }

  it('is one without conditions where its masks have no bit, and then the first of these decides (issue 19)', () => {
    const zero = rule(0, [0, 'MASKED_EQ', 0, 7])
    const zeroOther = rule(2, [1, 'MASKED_EQ', 0, 0])
    const lists = [[zero, rule(1)], [rule(1), zero], [zero, zeroOther], [zeroOther, zero], [rule(3, [2, 'EQ', 5, 0]), zero, rule(1)]] // prettier-ignore
    const got = asked(lists, 'x86_64', [1n, 2n, 5n])
    expect(got).toEqual([0, 1, 0, 2, 0].map((errno) => [Array<number>(3).fill(verdictOfErrno(errno))]))
  })

  it('compares the low word of a constant where arguments have 32 bits (issue 19)', () => {
    const five = 2 ** 32 + 5
    const wide = (['EQ', 'NE', 'LT', 'LE', 'GT', 'GE'] as const).map((op) => rule(0, [0, op, five, 0]))
    const masked = [rule(0, [0, 'MASKED_EQ', 2 ** 32 + 6, five]), rule(0, [0, 'MASKED_EQ', 2 ** 33, 2 ** 33])]
    const lists = [...wide, ...masked].map((each) => [each])
    const runs = asked(lists, 'x86', [4n], [5n], [6n]).map((verdicts) =>
      verdicts.map(([ours, ...theirs]) => {
        expect(theirs).toEqual([ours, ours])
        return ours === verdictOfErrno(0)
      }),
    )
    expect(runs.map((each) => each.map(Number).join(''))).toEqual(['010', '101', '100', '110', '001', '011', '110', '111']) // prettier-ignore
  })
})

describe.skipIf(reason !== undefined)('random overlapping rules', () => {
  it('get the verdicts that libseccomp gives them in either order at either level, where not refused', () => {
    let accepted = 0
    fc.assert(
      fc.property(fc.array(question, { minLength: 400, maxLength: 400 }), (questions) => {
        const asked = questions.flatMap(({ token, rules }) => {
          const abi = abiTable(token)
          const calls = clashingArguments(rules, abi)
          // Order matters only among rules without conditions and rules whose masks are all 0.
          return [rules, rules.toReversed()].flatMap((list) => {
            const ours = resolved(list, abi)
            return ours === undefined || calls.length === 0 ? [] : [{ abi, rules: list, ours, calls }]
          })
        })
        accepted += asked.length
        const programs = libseccompPrograms(asked.flatMap(({ abi, rules }) => variants(rules, abi)))
        asked.forEach(({ abi, rules, ours, calls }, i) => {
          for (const program of programs.slice(2 * i, 2 * i + 2))
            for (const args of calls) {
              const data = call(abi, args)
              const theirs = program === undefined ? 'refused' : run(program, data, abi.endianness).verdict
              // libseccomp refuses clashing rules even where a rule without conditions decides.
              if (theirs === 'refused' && rules.some(asksNothing)) continue
              if (theirs !== meaning(ours, data))
                expect.fail(
                  `${abi.token} ${JSON.stringify(rules)} for ${args.join()}: libseccomp gives ${theirs}`,
                )
            }
        })
      }),
      { numRuns: 1, endOnFailure: true },
    )
    expect(accepted).toBeGreaterThan(200)
  })
})
