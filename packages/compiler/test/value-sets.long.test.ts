/*
 * Policies that allow calls for many values of an argument (issue 34).
 */
import { call } from '@seccompile/abi/test-makers'
import { compile, longestPath } from '@seccompile/compiler'
import { run } from '@seccompile/interpreter'
import { arg, errno, policy } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { abiTable, calls, isSyscallName } from '@seccompile/syscalls'
import { expect, it } from 'vitest'

const abi = abiTable('x86_64')
const abis = [abi]
const [IOCTL, FCNTL, PRCTL] = [16, 72, 157]

/** Distinct values below `2 ** bits`, by a linear congruence. */
function strewn(count: number, bits: number): readonly bigint[] {
  const found = new Set<bigint>()
  let state = 1n
  while (found.size < count) {
    state = (state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) % 2n ** 64n
    found.add(state >> BigInt(64 - bits))
  }
  return [...found]
}

const five = policy({ default: errno(1) }).allow('read', 'write', 'close', 'exit_group')
const forty = policy({ default: errno(1) }).allow(
  ...calls(abi)
    .map(({ name }) => name)
    .filter(isSyscallName)
    .filter((name, at) => at % 9 === 0 && !['ioctl', 'fcntl', 'prctl'].includes(name))
    .slice(0, 40),
)
const [requests, many, wide] = [strewn(30, 16), strewn(300, 16), strewn(40, 64)]
const [sixty, ten, twenty] = [strewn(60, 16), strewn(10, 10), strewn(20, 6)]

type Data = ReturnType<typeof call>
const first = (nr: number) => (value: bigint) => call(nr, value)
const second = (nr: number) => (value: bigint) => call(nr, 0n, value)

/** The policies, their calls with listed values, and the instructions of `speed` before issue 34. */
const rows: readonly (readonly [string, Policy, readonly Data[], number])[] = [
  [
    'ioctl, 30 values, beside forty calls',
    forty.allow('ioctl', arg(1).in(...requests)),
    requests.map(second(IOCTL)),
    93,
  ],
  [
    'ioctl, 30 values, beside four calls',
    five.allow('ioctl', arg(1).in(...requests)),
    requests.map(second(IOCTL)),
    45,
  ],
  ['ioctl, 300 values', forty.allow('ioctl', arg(1).in(...many)), many.map(second(IOCTL)), 371],
  ['40 values of 64 bits', forty.allow('ioctl', arg(1).in(...wide)), wide.map(second(IOCTL)), 181],
  [
    'ioctl, fcntl and prctl',
    forty
      .allow('ioctl', arg(1).in(...sixty))
      .allow('fcntl', arg(1).in(...ten))
      .allow('prctl', arg(0).in(...twenty)),
    [...sixty.map(second(IOCTL)), ...ten.map(second(FCNTL)), ...twenty.map(first(PRCTL))],
    157,
  ],
]

it.each(rows)('executes about as few instructions as at price 0: %s', (_, source, listed, before) => {
  const measured = (insnCost?: number) => {
    const { program } = compile(source, {
      abis,
      prove: false,
      ...(insnCost === undefined ? {} : { insnCost }),
    })
    const steps = listed.map((data) => run(program, data).steps)
    const mean = steps.reduce((sum, own) => sum + own, 0) / listed.length
    return { insns: program.length, mean, worst: longestPath(program) }
  }
  const [speed, free] = [measured(), measured(0)]
  expect(speed.mean).toBeLessThanOrEqual(free.mean + 0.5)
  expect(speed.worst).toBeLessThanOrEqual(1.2 * free.worst)
  expect(speed.insns).toBeLessThanOrEqual(free.insns)
  expect(speed.insns).toBeLessThanOrEqual(1.16 * before)
})

it.each<readonly [string, Policy]>([
  ['ioctl, 300 values', rows[2]![1]],
  ['40 values of 64 bits', rows[3]![1]],
  ['30 refused values', policy({ default: 'allow' }).rule(errno(1), 'ioctl', arg(1).in(...requests))],
])('fits the longest path of the layout at price 0: %s', (_, source) => {
  const free = longestPath(compile(source, { abis, prove: false, insnCost: 0 }).program)
  expect(longestPath(compile(source, { abis, prove: false, maxPath: free }).program)).toBeLessThanOrEqual(
    free,
  )
})

it('refuses no bound above the shortest path that it finds, and names the call of the longest one', () => {
  const [, source] = rows[1]!
  const longestWithin = (maxPath?: number): number =>
    longestPath(
      compile(source, { abis, prove: false, ...(maxPath === undefined ? {} : { maxPath }) }).program,
    )
  let least = longestWithin()
  expect(() => {
    for (;;) least = longestWithin(least - 1)
  }).toThrow('the longest path, one of ioctl, executes')
  expect(() => longestWithin(least - 1)).toThrow(
    `executes ${least} instructions, 1 more than the ${least - 1} allowed; raise the bound to ${least}, or test fewer values of arguments`,
  )
})

it.each([1, 2, 3])(
  'refuses a longest path of %i instructions by name of a bound that would do',
  (maxPath) => {
    expect(() => compile(five, { abis, prove: false, maxPath })).toThrow(
      /^the longest path executes \d+ instructions, .*; raise the bound to \d+, or /,
    )
  },
)
