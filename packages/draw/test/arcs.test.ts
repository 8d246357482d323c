import { BPF, verdictOf } from '@seccompile/abi'
import { insn, op, ret, RET_A } from '@seccompile/abi/test-makers'
import { arbitraryLoweredProgram } from '@seccompile/cbpf/arbitrary'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { drawArcs } from '@seccompile/draw'
import { heldBefore } from '../src/arcs/held.ts'
import { LONGEST, NAMES, SMALL_PROGRAM } from './filters.ts'
import { elementsOf } from './well-formed.ts'

it('draws a small filter', async () => {
  const svg = drawArcs(SMALL_PROGRAM, { names: NAMES, title: 'Five calls' })
  elementsOf(svg)
  await expect(svg).toMatchFileSnapshot('golden/arcs.svg')
})

it('says what A holds before each instruction', () => {
  expect(heldBefore(SMALL_PROGRAM, 'little').slice(0, 10)).toEqual([
    '0',
    'arch',
    'arch',
    'nr',
    'nr',
    'nr',
    'nr',
    'nr',
    'args[0].low',
    'args[0].low & 0xff', // prettier-ignore
  ])
  expect(heldBefore(SMALL_PROGRAM, 'big')[8]).toBe('args[0].high')
})

it('does not say what A holds where ways differ, or where no way leads', () => {
  const program = [
    op(BPF.LD_ABS, 0),
    insn(BPF.JEQ_K, 1, 1, 0),
    op(BPF.LD_ABS, 4),
    op(BPF.NEG),
    ret(verdictOf('ALLOW')),
    RET_A,
  ]
  expect(heldBefore(program, 'little')).toEqual(['0', 'nr', 'nr', undefined, undefined, undefined])
})

it('has an arc for each jump over an instruction', () => {
  const arcsOf = (svg: string): number => [...svg.matchAll(/marker-end/g)].length
  expect(arcsOf(drawArcs(SMALL_PROGRAM))).toBe(7)
  const over = drawArcs([op(BPF.JA, 1), ret(0), ret(verdictOf('ALLOW'))])
  expect(arcsOf(over)).toBe(1)
  expect(over).toContain('<title>goto of pc 0 (k) to 2</title>')
})

it('has one polarity: an arc to the right is the goto of its line, one to the left the else goto', () => {
  const svg = drawArcs(SMALL_PROGRAM, { names: NAMES })
  const lines = new Map(
    [...svg.matchAll(/>(\d{4})<\/text>\n(?:<g>[^]*?)?<text[^>]*>(?:<title>[^<]*<\/title>)?([^<]*)/g)].map(
      ([, pc, text]) => [Number(pc), text!],
    ),
  )
  const arcs = [
    ...svg.matchAll(/<path class="(yes|no)" [^>]*><title>(goto|else goto) of pc (\d+) \((jt|jf)\) to (\d+)/g),
  ]
  expect(arcs).toHaveLength(7)
  for (const [, side, kind, from, , to] of arcs) {
    expect([kind, side]).toEqual([kind, kind === 'goto' ? 'yes' : 'no'])
    expect(lines.get(Number(from))).toMatch(
      new RegExp(`${kind === 'goto' ? '\\)' : 'else'} goto 0*${to!}\\b`),
    )
  }
})

it('says what A holds in the words of the listing', () => {
  const svg = drawArcs(SMALL_PROGRAM, { names: NAMES })
  expect(svg).toContain('A holds family before pc 8')
  expect(svg).toContain('A holds family &amp; 0xff before pc 9')
  expect(svg).toContain('A holds sys_number before pc 3 to 7')
  expect(svg).not.toContain('args[0]')
})

it('is bounded, and says what is left out', () => {
  const svg = drawArcs(LONGEST)
  elementsOf(svg)
  expect(svg).toContain('3,584 instructions are not shown')
  expect(svg.length).toBeLessThan(500_000)
  elementsOf(drawArcs(LONGEST, { maxInsns: 4096 }))
})

it('says in its legend that A is returned', () => {
  expect(drawArcs([op(BPF.LD_ABS, 0), RET_A])).toContain('>what A holds<')
  expect(drawArcs(SMALL_PROGRAM)).not.toContain('>what A holds<')
})

it('is no wider than it needs for a long heading, which is cut', () => {
  const svg = drawArcs(SMALL_PROGRAM, { title: 'y'.repeat(500) })
  expect(Number(/ width="(\d+)"/.exec(svg)![1])).toBe(1100)
  expect(svg).toMatch(/<text class="head"[^>]*>y{50,150}…</)
})

it('draws any program', () => {
  fc.assert(
    fc.property(arbitraryLoweredProgram(), (program) => void elementsOf(drawArcs(program))),
    { numRuns: 50 },
  )
})
