import { AUDIT_ARCH, verdictOf, WHOLE_WORD, WORD_ARCH, WORD_NR } from '@seccompile/abi'
import { decisionBuilder } from '@seccompile/decision'
import { arbitraryDecision } from '@seccompile/decision/arbitrary'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { drawTree } from '@seccompile/draw'
import { columnsOf } from '../src/tree/columns.ts'
import { divided, icicle } from '../src/tree/icicle.ts'
import { widthsByWeight } from '../src/tree/widths.ts'
import type { IcicleBox } from '../src/tree/icicle.ts'
import { textWidth } from '../src/svg/text-width.ts'
import { meaning } from '@seccompile/decision'
import type { Decision } from '@seccompile/decision'
import { compile } from '@seccompile/compiler'
import { lift } from '@seccompile/pass-lift'
import { runPass } from '@seccompile/pass'
import type { Program } from '@seccompile/abi'
import { containerDefault } from '@seccompile/presets'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiTable } from '@seccompile/syscalls'
import { call } from '@seccompile/abi/test-makers'
import { list, NAMES, SMALL } from './filters.ts'
import { elementsOf } from './well-formed.ts'

const ABIS = [signedAbiTable('x86_64'), signedAbiTable('x32')]
const lifted = (program: Program): Decision => runPass(lift, program, { endianness: 'little' })

it('draws a small filter', async () => {
  const svg = drawTree(SMALL, { names: NAMES, title: 'Five calls' })
  elementsOf(svg)
  await expect(svg).toMatchFileSnapshot('golden/tree.svg')
})

it('cuts the number line where the answer changes', () => {
  const columns = columnsOf(SMALL, AUDIT_ARCH.X86_64)!
  expect(columns.map(({ lo, hi, tests, end }) => [lo, hi, tests.length, end.kind])).toEqual([
    [0, 1, 1, 'verdict'],
    [2, 40, 4, 'verdict'],
    [41, 41, 2, 'test'],
    [42, 59, 4, 'verdict'],
    [60, 60, 3, 'verdict'],
    [61, 230, 4, 'verdict'],
    [231, 231, 4, 'verdict'],
    [232, WHOLE_WORD, 4, 'verdict'],
  ])
})

it('keeps columns apart that take different ways to one end', () => {
  const b = decisionBuilder()
  const [allow, deny] = [b.verdict(verdictOf('ALLOW')), b.verdict(verdictOf('ERRNO', 1))]
  const nr = (op: 'eq' | 'ge', k: number, then: Decision, otherwise: Decision): Decision =>
    b.test({ word: WORD_NR, mask: WHOLE_WORD, op, k }, then, otherwise)
  const root = nr('ge', 10, nr('eq', 20, deny, allow), nr('eq', 5, deny, allow))
  const columns = columnsOf(root, AUDIT_ARCH.X86_64)!
  expect(columns.map(({ lo }) => lo)).toEqual([0, 5, 6, 10, 20, 21])
  // A column without weight is seen.
  const widths = widthsByWeight(columns, AUDIT_ARCH.X86_64, (_, { lo }) => (lo === 0 ? 1 : 0))
  expect(widths).toEqual([1, ...Array<number>(5).fill(1 / 40)])
})

it('decides every number as the decision does', () => {
  fc.assert(
    fc.property(arbitraryDecision(), fc.nat(), (root, salt) => {
      for (const { lo, hi, end } of columnsOf(root, AUDIT_ARCH.X86_64) ?? []) {
        if (end.kind === 'test') continue
        for (const nr of [lo, hi, lo + (salt % (hi - lo + 1))])
          expect(meaning(root, call(nr))).toBe(end.verdict)
      }
    }),
  )
})

const boxesOf = (root: Decision, width: number): readonly IcicleBox[] => {
  const columns = columnsOf(root, AUDIT_ARCH.X86_64)!
  const ends = new Set(columns.map(({ end }) => end))
  return icicle({
    columns,
    widths: columns.map(() => 1),
    width,
    least: (node) => (ends.has(node) ? 12 : 36),
    rows: 24,
  })
}

it('has boxes that fill the boxes above them', () => {
  const boxes = boxesOf(SMALL, 1000)
  expect(boxes[0]).toMatchObject({ kind: 'test', from: 0, to: 1000, row: 0, lo: 0, hi: WHOLE_WORD })
  for (const box of boxes.filter(({ kind }) => kind === 'test')) {
    const below = boxes.filter(({ row, from, to }) => row === box.row + 1 && from >= box.from && to <= box.to)
    expect(below.reduce((sum, { from, to }) => sum + to - from, 0)).toBeCloseTo(box.to - box.from)
  }
})

it.each([SMALL, list(300)])('has room for the mark of every box, and counts the ranges without room', (root) => {
  for (const width of [1160, 350, 60]) {
    const boxes = boxesOf(root, width)
    expect(boxes.filter(({ kind, from, to }) => to - from < (kind === 'end' ? 11.9 : 35.9))).toEqual([])
    const shown = boxes.filter(({ kind }) => kind !== 'test')
    expect(shown.reduce((sum, { columns }) => sum + columns, 0)).toBe(columnsOf(root, AUDIT_ARCH.X86_64)!.length)
    expect(Math.max(...boxes.map(({ row }) => row))).toBeLessThan(24)
  }
}) // prettier-ignore

it('divides a room by shares, and gives each part its least', () => {
  expect(divided([1, 1, 2], [0, 0, 0], 100)).toEqual([25, 25, 50])
  expect(divided([1, 98, 1], [20, 20, 10], 100)).toEqual([20, 70, 10])
  expect(divided([0, 1], [30, 30], 60)).toEqual([30, 30])
})

it('writes into every box of a real filter, and says what stands for several ranges', () => {
  const svg = drawTree(lifted(compile(containerDefault, { abis: ABIS }).program), { names: NAMES })
  const empty = [...svg.matchAll(/<rect class="(?:node|panel|t-)[^]*?(?=<rect class="(?:node|panel|t-)|$)/g)]
  expect(empty.length).toBeGreaterThan(100)
  expect(empty.filter(([box]) => !box.includes('<text'))).toEqual([])
  expect(svg).toMatch(/>\d+ more<\/text>/)
  expect(svg.replaceAll(/<\/text>\n<text[^>]*>/g, ' ')).toContain('+5: five ranges without room')
})

it('draws x32 apart where the filter tells its numbers apart', () => {
  const heads = (svg: string): readonly string[] =>
    [...svg.matchAll(/font-weight="600" font-size="13">([^<:]*):/g)].map(([, name = '']) => name)
  const draw = (abis: readonly AbiTable[]): string =>
    drawTree(lifted(compile(containerDefault, { abis }).program), { names: NAMES })
  expect(heads(draw(ABIS))).toEqual(['x86_64', 'x32, the numbers from 0x40000000 on'])
  expect(heads(draw([signedAbiTable('x86_64')]))).toEqual(['x86_64'])
})

it('says which side of a test is yes', () => {
  const svg = drawTree(SMALL, { names: NAMES })
  expect(svg).toMatch(/>nr &gt;= 2 [^<]*<\/text>\n<text [^>]*>no<\/text>\n<text [^>]*>yes<\/text>/)
  expect(svg).not.toMatch(/>nr == [^<]*<\/text>\n<text [^>]*>no<\/text>/)
  expect(svg).toContain('==: the one number is yes')
})

it('fits its text into a narrow picture', () => {
  const svg = drawTree(SMALL, { names: NAMES, width: 350 })
  const lines = [...svg.matchAll(/<text[^>]* x="20"[^>]*>([^<]*)<\/text>/g)].map(([, line = '']) => line)
  expect(lines.length).toBeGreaterThan(4)
  for (const line of lines) expect(textWidth(line, 12)).toBeLessThan(330)
})

it('makes a column as wide as its calls, or as their weight', () => {
  const widthOf = (svg: string): number =>
    Number(/width="([\d.]+)"[^>]*><title>0 read … 1 write[^<]*ALLOW/.exec(svg)?.[1])
  const even = widthOf(drawTree(SMALL, { names: NAMES }))
  const heavy = widthOf(drawTree(SMALL, { names: NAMES, weigh: (_, { lo }) => (lo === 0 ? 1 : 0) }))
  expect(even).toBeLessThan(300)
  expect(heavy).toBeGreaterThan(3 * even)
})

it('is bounded for the longest list, and says how deep it is', () => {
  const svg = drawTree(list(4000))
  elementsOf(svg)
  expect(svg.length).toBeLessThan(3_000_000)
  expect(svg).toMatch(/at most 4,000 tests|asked too often/)
})

it('says where a number line cannot show the tests', () => {
  const b = decisionBuilder()
  const odd = { word: WORD_NR, mask: 1, op: 'eq', k: 1 } as const
  const root = b.test(odd, b.verdict(verdictOf('ALLOW')), b.verdict(verdictOf('KILL_PROCESS')))
  expect(drawTree(root)).toContain('asked too often, or bit by bit')
  const x32 = { ...odd, mask: 0x4000_0000, k: 0x4000_0000 }
  expect(columnsOf(b.test(x32, b.verdict(0), b.verdict(1)), 0)).toHaveLength(4)
})

it('has no section for an arch that the filter does not ask for', () => {
  const svg = drawTree(list(3), { names: NAMES, known: [AUDIT_ARCH.X86_64] })
  expect(svg).toContain('x86_64: at most 3 tests')
  expect(svg).toContain('does not ask for the arch')
})

it('draws each known arch where arch is compared otherwise than for equality', () => {
  const b = decisionBuilder()
  const is64 = { word: WORD_ARCH, mask: 0x8000_0000, op: 'set', k: 0x8000_0000 } as const
  const root = b.test(is64, b.verdict(verdictOf('ALLOW')), b.verdict(verdictOf('KILL_PROCESS')))
  const svg = drawTree(root, { names: NAMES, known: [AUDIT_ARCH.X86_64, AUDIT_ARCH.I386] })
  expect(svg).toContain('x86_64: ALLOW for every call')
  expect(svg).toContain('I386: KILL_PROCESS for every call')
  expect(svg).toContain('other arches is not drawn')
  expect(svg).not.toContain('does not ask for the arch')
  expect(svg).not.toContain('Any other arch')
})

it('says that arguments decide for the other arches', () => {
  const b = decisionBuilder()
  const [allow, kill] = [b.verdict(verdictOf('ALLOW')), b.verdict(verdictOf('KILL_PROCESS'))]
  const whole = { mask: WHOLE_WORD, op: 'eq' } as const
  const family = b.test({ word: 4, k: 1, ...whole }, allow, kill)
  const root = b.test({ word: WORD_ARCH, k: AUDIT_ARCH.X86_64, ...whole }, allow, family)
  expect(drawTree(root)).toContain('Any other arch: decided by arguments')
})

it('cuts a heading that is wider than the picture', () => {
  const svg = drawTree(SMALL, { title: 'y'.repeat(500) })
  expect(svg).toMatch(/<text class="head"[^>]*>y{50,150}…</)
})

it('shows hostile names as text', () => {
  const hostile = '</text><script>alert(1)</script>\u0000\u202e"'
  const svg = drawTree(SMALL, { names: { call: () => hostile, arch: () => hostile }, title: hostile })
  elementsOf(svg)
  expect(svg).not.toContain('<script')
})
