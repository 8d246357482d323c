import { AUDIT_ARCH, verdictOf, WHOLE_WORD, WORD_ARCH, WORD_NR } from '@seccompile/abi'
import { decisionBuilder } from '@seccompile/decision'
import { arbitraryDecision } from '@seccompile/decision/arbitrary'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { drawTree } from '@seccompile/draw'
import { columnsOf } from '../src/tree/columns.ts'
import { icicle } from '../src/tree/icicle.ts'
import { meaning } from '@seccompile/decision'
import { call } from '@seccompile/abi/test-makers'
import { list, NAMES, SMALL } from './filters.ts'
import { elementsOf } from './well-formed.ts'

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

it('has boxes that fill the boxes above them', () => {
  const columns = columnsOf(SMALL, AUDIT_ARCH.X86_64)!
  for (const joins of [false, true]) {
    const boxes = icicle(
      columns,
      columns.map(() => 1),
      joins,
    )
    expect(boxes[0]).toMatchObject({ from: 0, to: 1, row: 0, lo: 0, hi: WHOLE_WORD })
    for (const box of boxes.filter(({ isEnd }) => !isEnd)) {
      const below = boxes.filter(
        ({ row, from, to }) => row === box.row + box.rows && from >= box.from && to <= box.to,
      )
      expect(below.reduce((sum, { from, to }) => sum + to - from, 0)).toBeCloseTo(box.to - box.from)
      if (joins) expect(below.length > 1 || below[0]!.isEnd).toBe(true)
    }
  }
})

it('makes a column as wide as its calls, or as their weight', () => {
  const widthOf = (svg: string): number =>
    Number(/width="([\d.]+)"[^>]*><title>0 read … 1 write[^<]*ALLOW/.exec(svg)?.[1])
  const even = widthOf(drawTree(SMALL, { names: NAMES }))
  const heavy = widthOf(drawTree(SMALL, { names: NAMES, weigh: (_, { lo }) => (lo === 0 ? 1 : 0) }))
  expect(even).toBeLessThan(300)
  expect(heavy).toBeGreaterThan(1000)
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
