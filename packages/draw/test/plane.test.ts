import { verdictOf } from '@seccompile/abi'
import type { Case } from '@seccompile/prover'
import { all, ALWAYS, any, argument, holds, LOW_WORD } from '@seccompile/rules'
import type { ArgumentTest, Predicate, TestedNames } from '@seccompile/rules'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { drawPlane, planeAxes } from '@seccompile/draw'
import { verdictsAt } from '../src/plane/cases-at.ts'
import { classesOf } from '../src/plane/classes.ts'
import { rectangles } from '../src/plane/rectangles.ts'
import { HOSTILE } from './real-filters.ts'
import { elementsOf } from './well-formed.ts'

const ALLOW = verdictOf('ALLOW')
const EPERM = verdictOf('ERRNO', 1)
const KILL = verdictOf('KILL_PROCESS')
const one = (index: number, values: readonly bigint[], mask: bigint = LOW_WORD): ArgumentTest =>
  argument(index, values.map((value) => ({ lo: value, hi: value })), mask) as ArgumentTest // prettier-ignore
const named = (name: string, values: Readonly<Record<string, string>>): TestedNames => ({
  name,
  whole: LOW_WORD,
  valueName: (value) => values[String(value)],
})
const FAMILY = named('family', { 1: 'AF_UNIX', 2: 'AF_INET', 10: 'AF_INET6', 16: 'AF_NETLINK' })
const TYPE = named('type', { 1: 'SOCK_STREAM', 3: 'SOCK_RAW' })

const SOCKET: readonly Case[] = [
  { when: all([one(0, [1n, 2n, 10n]), one(1, [1n], 0xfn)]), verdict: ALLOW },
  { when: all([one(0, [16n]), one(1, [3n])]), verdict: ALLOW },
  { when: one(0, [38n, 40n]), verdict: KILL },
  { when: ALWAYS, verdict: EPERM },
]

it('draws the verdicts of two arguments', async () => {
  const svg = drawPlane({
    call: 'socket',
    cases: SOCKET,
    x: { index: 0, names: FAMILY },
    y: { index: 1, names: TYPE },
    witness: [16n, 3n, 5n],
  })
  elementsOf(svg)
  await expect(svg).toMatchFileSnapshot('golden/plane.svg')
  expect(svg).toContain('socket: ERRNO(1), KILL_PROCESS or ALLOW, by family and type</title>')
  expect(svg).toContain('● the witness: family = 0x10, type = 3, args[2] = 5')
})

it('has a step for each range that tests tell apart', () => {
  const steps = (tests: readonly ArgumentTest[]): readonly string[] =>
    classesOf(tests, FAMILY).classes.map(({ text }) => text)
  expect(steps([])).toEqual(['any value'])
  expect(steps([one(0, [1n, 2n, 10n, 16n])])).toEqual([
    '0',
    'AF_UNIX, AF_INET',
    '3 … 9',
    'AF_INET6',
    '11 … 15',
    'AF_NETLINK',
    '≥ 17',
  ])
  expect(steps([argument(0, [{ lo: 0n, hi: 0xffff_ffffn }]) as ArgumentTest])).toEqual([
    '0 … 0xffffffff',
    '≥ 0x100000000',
  ])
})

it('has a step for each answer of a test of some bits', () => {
  const tests = [one(0, [0n], 0x7e02_0000n)]
  expect(classesOf(tests, { name: 'flags' }).classes.map(({ text }) => text)).toEqual([
    '(flags & 0x7e020000) == 0',
    'other',
  ])
  const two = [...tests, one(0, [0x11n], 0xffn)]
  expect(classesOf(two, { name: 'flags' }).classes).toHaveLength(4)
})

const arbitraryTest = (index: number): fc.Arbitrary<ArgumentTest> =>
  fc
    .tuple(
      fc.constantFrom(LOW_WORD, 0xffff_ffff_ffff_ffffn, 0xf0n, 0x7e02_0000n, 1n),
      fc.array(fc.bigInt(0n, 40n), { minLength: 1, maxLength: 4 }),
    )
    .map(([mask, values]) => argument(index, values.map((value) => ({ lo: value, hi: value + 2n })), mask))
    .filter((test): test is ArgumentTest => test.kind === 'argument') // prettier-ignore

it('puts every value into a step with the same answers', () => {
  fc.assert(
    fc.property(
      fc.array(arbitraryTest(0), { minLength: 1, maxLength: 4 }),
      fc.oneof(fc.bigInt(0n, 64n), fc.bigInt(0n, 2n ** 64n - 1n)),
      (tests, value) => {
        const { classes, isComplete, classAt } = classesOf(tests, { name: 'x' })
        expect(isComplete).toBe(true)
        const at = classAt(value)
        expect(at).toBeDefined()
        for (const test of tests)
          expect(holds(test, [classes[at!]!.sample])).toBe(holds(test, [value]))
      },
    ),
    { numRuns: 500 },
  )
}) // prettier-ignore

const range = (index: number, lo: bigint, hi: bigint, mask?: bigint): ArgumentTest =>
  argument(index, [{ lo, hi }], mask) as ArgumentTest // between two values, so a test

it('shows the values that two masks leave together: neither end of the range is odd', () => {
  const tests = [range(0, 6n, 10n), one(0, [1n], 1n)]
  expect(classesOf(tests, { name: 'x' }).classes).toEqual([
    { sample: 0n, text: 'other' },
    { sample: 1n, text: '(x & 1) == 1 and x not in {6..0xa}' },
    { sample: 6n, text: '(x & 1) == 0 and x in {6..0xa}' },
    { sample: 7n, text: '(x & 1) == 1 and x in {6..0xa}' },
  ])
})

it('shows what the low word decides above 2^32', () => {
  const when = all([range(0, 2n ** 32n, 2n ** 64n - 1n), one(0, [5n])])
  const cases = [
    { when, verdict: ALLOW },
    { when: ALWAYS, verdict: EPERM },
  ]
  const witness = [2n ** 32n + 5n]
  const svg = drawPlane({ call: 'dup2', cases, x: { index: 0 }, y: { index: 1 }, witness })
  expect(svg).toContain('dup2: ERRNO(1) or ALLOW, by args[0]</title>')
  expect(svg).toContain('(args[0] &amp; 0xffffffff) == 5 and args[0] &gt;= 0x100000000; args[1]: any value; ALLOW')
}) // prettier-ignore

it('says of each step what no other has', () => {
  const tests = [range(0, 1n, 2n, 0xfn), one(0, [1n], 0xfn)]
  expect(classesOf(tests, { name: 'type' }).classes.map(({ text }) => text)).toEqual([
    'other',
    '(type & 0xf) == 1',
    '(type & 0xf) == 2',
  ])
})

it('shows the class of the witness beside the first ones', () => {
  const values = Array.from({ length: 60 }, (_, i) => BigInt(10 * i + 5))
  const cases = [{ when: one(0, values), verdict: ALLOW }, { when: ALWAYS, verdict: EPERM }]
  const svg = drawPlane({ call: 'dup2', cases, x: { index: 0 }, y: { index: 1 }, witness: [595n] })
  const right = /<rect class="t-allow" x="([\d.]+)"[^>]*>(?:<title>|\n)[^<]*/g
  expect(svg).toContain('<title>args[0]: 595; args[1]: any value; ALLOW</title>')
  expect(svg).not.toContain('args[0]: 195;')
  const dot = Number(/<circle class="ground" cx="([\d.]+)"/.exec(svg)![1])
  expect(Number([...svg.matchAll(right)].at(-1)![1])).toBeLessThan(dot)
  expect(svg).toContain('81 classes are not shown')
}) // prettier-ignore

it('leaves a verdict open that another argument decides', () => {
  const cases: readonly Case[] = [
    { when: all([one(0, [1n]), one(2, [0n])]), verdict: ALLOW },
    { when: ALWAYS, verdict: EPERM },
  ]
  expect(verdictsAt(cases, [1n, 0n])).toEqual([ALLOW, EPERM])
  expect(verdictsAt(cases, [2n, 0n])).toEqual([EPERM])
  expect(verdictsAt(cases, [1n, 0n, 0n])).toEqual([ALLOW])
  const either: Predicate = any([one(0, [1n]), one(2, [0n])])
  expect(verdictsAt([{ when: either, verdict: ALLOW }, cases[1]!], [1n])).toEqual([ALLOW])
  const pointer = { when: ALWAYS, pointer: { kind: 'never' }, verdict: ALLOW } as unknown as Case
  expect(verdictsAt([pointer, cases[1]!], [1n])).toEqual([ALLOW, EPERM])
  const svg = drawPlane({ call: 'socket', cases, x: { index: 0 }, y: { index: 1 } })
  expect(svg).toContain('other arguments of the call matter too: args[2]')
  expect(svg).toContain('depends on arguments')
  const dotted = drawPlane({ call: 'socket', cases, x: { index: 0 }, y: { index: 1 }, witness: [1n, 3n, 0n, 0n] })
  expect(dotted).toContain('the witness: args[0] = 1, args[1] = 3, args[2] = 0<')
}) // prettier-ignore

it('takes the two arguments that are asked most', () => {
  expect(planeAxes(SOCKET)).toEqual([0, 1])
  expect(planeAxes([{ when: one(5, [1n]), verdict: ALLOW }])).toEqual([5, 0])
  expect(planeAxes([])).toEqual([0, 1])
})

it('joins cells of one verdict to rectangles', () => {
  expect(rectangles([['a', 'a', 'b'], ['a', 'a', 'a']])).toEqual([
    { left: 0, right: 1, top: 0, bottom: 1, key: 'a' },
    { left: 2, right: 2, top: 0, bottom: 0, key: 'b' },
    { left: 2, right: 2, top: 1, bottom: 1, key: 'a' },
  ])
}) // prettier-ignore

it('has each cell in one rectangle', () => {
  expect(rectangles([['b', 'a'], ['a', 'a']])).toEqual([
    { left: 0, right: 0, top: 0, bottom: 0, key: 'b' },
    { left: 1, right: 1, top: 0, bottom: 1, key: 'a' },
    { left: 0, right: 0, top: 1, bottom: 1, key: 'a' },
  ])
}) // prettier-ignore

it('says where the classes of many masks are not all there', () => {
  const bits = (count: number): readonly ArgumentTest[] =>
    Array.from({ length: count }, (_, i) => one(0, [1n << BigInt(i)], 1n << BigInt(i)))
  expect([10, 11].map((count) => classesOf(bits(count), { name: 'x' }).isComplete)).toEqual([true, false])
})

it('is bounded, and shows hostile names as text', () => {
  const many = Array.from({ length: 3000 }, (_, i) => BigInt(3 * i))
  const cases = [{ when: all([one(0, many), one(1, many)]), verdict: ALLOW }, { when: ALWAYS, verdict: EPERM }]
  const svg = drawPlane({ call: 'x', cases, x: { index: 0 }, y: { index: 1 } })
  elementsOf(svg)
  expect(svg).toMatch(/args\[0\]: [\d,]+ classes are not shown/)
  expect(svg.length).toBeLessThan(1_000_000)
  const names = { name: HOSTILE, valueName: () => HOSTILE, maskName: () => HOSTILE }
  elementsOf(drawPlane({ call: HOSTILE, cases: SOCKET, x: { index: 0, names }, y: { index: 1, names }, witness: [] }))
  elementsOf(drawPlane({ call: 'x', cases: [], x: { index: 0 }, y: { index: 1 } }))
}) // prettier-ignore

it('refuses one argument for both axes', () => {
  expect(() => drawPlane({ call: 'x', cases: [], x: { index: 2 }, y: { index: 2 } })).toThrow(
    'axes: expected two arguments; got argument 2 twice',
  )
})
