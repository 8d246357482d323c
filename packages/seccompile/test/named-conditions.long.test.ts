/*
 * Conditions by name against an oracle that reads a C value.
 *
 * The oracle takes the six registers, extracts the argument as the entry code of the kernel does, and compares with
 * arithmetic of BigInt. It shares no code with the policy package: no ranges, no masks of tests. The oracle has its
 * own definition of a value that is wider than the argument: a flag beyond the argument's bits is not set, and the
 * argument equals no number outside its type.
 */
import { errno, resolve } from '@seccompile/policy'
import type { Condition, NamedCondition, NamedOperator, Policy } from '@seccompile/policy'
import { seccompData } from '@seccompile/abi'
import { compile } from '@seccompile/compiler'
import { meaning as programMeaning } from '@seccompile/interpreter'
import { meaning } from '@seccompile/rules'
import { argumentOf, signedAbiTable } from '@seccompile/signatures'
import type { CallArgument } from '@seccompile/signatures'
import { numberOf } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'

const REFUSED = 0x0005_0001
const ABIS = ['x86_64', 'x32', 'arm', 'mips', 's390'] as const

/** Arguments of every width and sign: 16 bits, int, unsigned, long, unsigned long, an address, and split ones. */
const ARGUMENTS = [
  ['fchmod', 'mode'],
  ['openat', 'dfd'],
  ['ioctl', 'cmd'],
  ['io_submit', 'nr'],
  ['mremap', 'old_len'],
  ['sendto', 'addr'],
  ['pread64', 'pos'],
  ['fanotify_mark', 'mask'],
] as const

/** The C value of the argument in the registers of a call. */
function readC({ index, high, width, signed }: CallArgument, args: readonly bigint[]): bigint {
  const whole =
    high === undefined
      ? args[index]!
      : BigInt.asUintN(32, args[index]!) + BigInt.asUintN(32, args[high]!) * 2n ** 32n
  return signed ? BigInt.asIntN(width, whole) : BigInt.asUintN(width, whole)
}

/** Whether the comparison holds for the C value `c`. */
function holds({ op, mask, values }: NamedCondition, c: bigint, { width }: CallArgument): boolean {
  const numbers = values.map((value) => BigInt(value as number | bigint))
  const size = 2n ** BigInt(width)
  // The 64 bits of `value` in two's complement, as the kernel has them. `own` has no bits beyond the argument.
  const bits = (value: bigint): bigint => ((value % 2n ** 64n) + 2n ** 64n) % 2n ** 64n
  const own = bits(c) % size
  // A negative number has the argument's width. A number outside the argument's type is no value of the argument.
  const pattern = (value: bigint): bigint =>
    value < 0n && value >= -size / 2n ? ((value % size) + size) % size : bits(value)
  const kept = mask === undefined ? size - 1n : bits(BigInt(mask as number | bigint))
  const equals = (value: bigint): boolean => (own & kept) === pattern(value)
  const flags = numbers.reduce((sum, value) => sum | pattern(value), 0n)
  const [first = 0n, last = 0n] = [numbers[0], numbers.at(-1)]
  const table: Readonly<Record<NamedOperator, () => boolean>> = {
    eq: () => equals(first),
    in: () => numbers.some(equals),
    ne: () => !equals(first),
    notIn: () => !numbers.some(equals),
    lt: () => c < first,
    le: () => c <= first,
    gt: () => c > first,
    ge: () => c >= first,
    between: () => c >= first && c <= last,
    hasAny: () => (own & flags) !== 0n,
    hasNone: () => (own & flags) === 0n,
    hasAll: () => (own & flags) === flags,
    hasOnly: () => (own & ~flags) === 0n,
  }
  return table[op]()
}

/** Numbers at the edges of every width. */
const EDGES = [16n, 31n, 32n, 64n].flatMap((width) => [2n ** (width - 1n), 2n ** width - 1n, 2n ** width])
const NUMBERS = [0n, 1n, -1n, -100n, -(2n ** 15n), -(2n ** 31n), -(2n ** 63n), 0x1_0000_0001n, ...EDGES]

/** Registers around a value: its neighbours, other high halves, and single bits. */
function registersAround(
  { index, high }: CallArgument,
  values: readonly bigint[],
): readonly (readonly bigint[])[] {
  const near = values.flatMap((value) => [value - 1n, value, value + 1n, value ^ 0x8000_0000n])
  const words = [...new Set([...near, 0n, -1n, 2n ** 63n].map((value) => BigInt.asUintN(64, value)))]
  return words.flatMap((word) => {
    const highs = high === undefined ? [word >> 32n, 0xffff_ffffn, 0x1234n] : [0n, 0xffff_ffffn]
    return highs.map((above) => {
      const args = [0n, 0n, 0n, 0n, 0n, 0n]
      args[index] = (above << 32n) | BigInt.asUintN(32, word)
      if (high !== undefined) args[high] = (above << 32n) | (word >> 32n)
      return args
    })
  })
}

function policyWith(call: string, when: Condition): Policy {
  const action = errno(1)
  return {
    defaultAction: { action: 'ALLOW', data: 0 },
    rules: [{ names: [{ name: call }], action, args: [], when }],
  }
}

/** Comparisons with the numbers at the edges, for every operator. */
function comparisons(argument: string): readonly NamedCondition[] {
  const of = (op: NamedOperator, values: readonly bigint[], mask?: bigint): NamedCondition => ({
    kind: 'argument', argument, op, values, ...(mask === undefined ? {} : { mask }),
  }) // prettier-ignore
  const ones = (
    ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'hasAny', 'hasAll', 'hasNone', 'hasOnly'] as const
  ).flatMap((op) => NUMBERS.map((value) => of(op, [value])))
  const pairs = NUMBERS.flatMap((value, i) => [
    [value, NUMBERS[(i * 7 + 3) % NUMBERS.length]!],
    [value, value + 3n],
  ])
  const several = (['between', 'in', 'notIn', 'hasAny', 'hasAll', 'hasNone', 'hasOnly'] as const).flatMap(
    (op) => pairs.map((values) => of(op, values)),
  )
  const masks = [1n, 0xf0n, 0xffff_0000n, 0x8000_0000n, 0xff_0000_0000n, 0x1_0000_00ffn, 2n ** 64n - 1n]
  const masked = masks.flatMap((mask) =>
    (['eq', 'ne', 'in', 'notIn'] as const).flatMap((op) =>
      [0n, 1n, 0x30n, 0x8000_0000n, 0x1_0000_0001n].map((value) => of(op, [value & mask], mask)),
    ),
  )
  return [...ones, ...several, ...masked]
}

const show = (condition: NamedCondition): string =>
  JSON.stringify(condition, (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value))

/** The rules of a condition; `undefined`, if the condition is refused because a value does not fit. */
function rulesOf(token: AbiToken, call: string, condition: Condition) {
  try {
    return resolve(policyWith(call, condition), { abis: [signedAbiTable(token)] }).rules
  } catch (error) {
    expect(error).toMatchObject({ name: 'PolicyError', code: 'E_NUMBER' })
    return undefined
  }
}

describe.each(ABIS)('a condition by name on %s', (token) => {
  const abi = signedAbiTable(token)

  it.each(ARGUMENTS)('on %s.%s holds where the C value meets it', (call, name) => {
    const argument = argumentOf(abi, call, name)
    if (argument === undefined) throw new Error(`${call} has no ${name}`)
    const nr = numberOf(abi, call)!
    let taken = 0
    const wrong: string[] = []
    for (const condition of comparisons(name)) {
      const rules = rulesOf(token, call, condition)
      if (rules === undefined) continue
      taken += 1
      for (const args of registersAround(argument, condition.values as readonly bigint[])) {
        const refused = meaning(rules, seccompData({ nr, arch: abi.auditArch, args })) === REFUSED
        if (refused !== holds(condition, readC(argument, args), argument))
          wrong.push(`${show(condition)} for ${args.map((word) => word.toString(16)).join()}: ${refused}`)
      }
    }
    expect(wrong.slice(0, 3)).toEqual([])
    expect(taken).toBeGreaterThan(60)
  })
})

describe('a compiled condition by name', () => {
  // Two comparisons of each of two arguments, joined in every way. The ABIs have both byte orders and both sizes of
  // registers.
  it.each(['x86_64', 'arm', 'mips', 's390x'] as const)('holds where the C values meet it on %s', (token) => {
    const abi = signedAbiTable(token)
    const nr = numberOf(abi, 'pread64')!
    const [pos, count] = ['pos', 'count'].map((name) => argumentOf(abi, 'pread64', name)!) as [
      CallArgument,
      CallArgument,
    ]
    const of = (argument: string, op: NamedOperator, ...values: bigint[]): NamedCondition => ({
      kind: 'argument', argument, op, values,
    }) // prettier-ignore
    const edges = [-(2n ** 63n), -1n, 0n, 1n, 2n ** 32n - 1n, 2n ** 32n, 2n ** 63n - 1n]
    const onPos = (['lt', 'ge', 'eq', 'ne', 'hasAny', 'hasAll', 'hasNone'] as const).flatMap((op) =>
      edges.filter((edge) => edge !== 0n).map((edge) => of('pos', op, edge)),
    )
    const onCount = [
      of('count', 'le', 4096n),
      of('count', 'in', 1n, 2n ** 31n),
      of('count', 'between', 3n, 2n ** 32n - 1n),
    ]
    for (const [i, one] of onPos.entries()) {
      const other = onCount[i % onCount.length]!
      const joined: Condition[] = [
        { kind: 'all', of: [one, other] },
        { kind: 'any', of: [one, { kind: 'not', of: other }] },
        { kind: 'not', of: { kind: 'all', of: [other, { kind: 'not', of: one }] } },
      ]
      const way = i % joined.length
      const { program, endianness } = compile(policyWith('pread64', joined[way]!), { abis: [abi] })
      for (const args of registersAround(pos, one.values as readonly bigint[]))
        for (const size of [0n, 1n, 3n, 4096n, 4097n, 2n ** 31n, 2n ** 32n + 1n]) {
          const all = args.with(count.index, size)
          const a = holds(one, readC(pos, all), pos)
          const b = holds(other, readC(count, all), count)
          const expected = [a && b, a || !b, !b || a][way]
          const got =
            programMeaning(program, seccompData({ nr, arch: abi.auditArch, args: all }), endianness) ===
            REFUSED
          if (got !== expected) expect([show(one), way, all, got]).toEqual([])
        }
    }
  })
})
