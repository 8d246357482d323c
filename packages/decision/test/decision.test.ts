import { AUDIT_ARCH, dataWords, seccompData, verdictOf, WORD_ARCH, WORD_NR } from '@seccompile/abi'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decisionBuilder,
  longestPath,
  meaning,
  passes,
  print,
  size,
  topological,
  verify,
  WHOLE_WORD,
  witnesses,
} from '@seccompile/decision'
import type { Decision, Test } from '@seccompile/decision'
import { arbitraryDecision } from '@seccompile/decision/arbitrary'

const ALLOW = verdictOf('ALLOW')
const EPERM = verdictOf('ERRNO', 1)
const whole = (word: Test['word'], op: Test['op'], k: number): Test => ({ word, mask: WHOLE_WORD, op, k })

function sample(): Decision {
  const b = decisionBuilder()
  const deny = b.verdict(EPERM)
  const numbers = b.test(whole(WORD_NR, 'ge', 10), deny, b.verdict(ALLOW))
  return b.test(whole(WORD_ARCH, 'eq', AUDIT_ARCH.X86_64), numbers, deny)
}

describe('tests', () => {
  it.each<[Test['op'], readonly boolean[]]>([
    ['eq', [false, true, false]],
    ['gt', [false, false, true]],
    ['ge', [false, true, true]],
  ])('%s compares unsigned', (op, expected) => {
    const k = 0x8000_0000
    expect([k - 1, k, k + 1].map((value) => passes(whole(WORD_NR, op, k), value))).toEqual(expected)
  })

  it('compare under their mask', () => {
    expect(passes({ mask: 0xff, op: 'eq', k: 0x34 }, 0x1234)).toBe(true)
    expect(passes({ mask: 0xff00_0000, op: 'set', k: 0x8000_0000 }, WHOLE_WORD)).toBe(true)
    expect(passes({ mask: 0x00ff, op: 'set', k: 0xff00 }, WHOLE_WORD)).toBe(false)
  })
})

describe('the builder', () => {
  it('makes each distinct node once', () => {
    const b = decisionBuilder()
    const ask = (): Decision => b.test(whole(WORD_NR, 'eq', 1), b.verdict(ALLOW), b.verdict(EPERM))
    expect(ask()).toBe(ask())
    expect(b.test(whole(WORD_NR, 'eq', 1), b.verdict(EPERM), b.verdict(ALLOW))).not.toBe(ask())
  })

  it('asks nothing where both ways are one', () => {
    const b = decisionBuilder()
    expect(b.test(whole(WORD_NR, 'eq', 1), b.verdict(ALLOW), b.verdict(ALLOW))).toBe(b.verdict(ALLOW))
  })

  it('refuses a child of another builder', () => {
    const b = decisionBuilder()
    const stranger = decisionBuilder().verdict(ALLOW)
    expect(() => b.test(whole(WORD_NR, 'eq', 1), stranger, b.verdict(EPERM))).toThrow('intern()')
  })

  it('interns a graph as itself', () => {
    fc.assert(
      fc.property(arbitraryDecision(), (root) => {
        const own = decisionBuilder().intern(root)
        expect(print(own)).toBe(print(root))
      }),
    )
  })
})

describe('the graph', () => {
  it('is listed parents first', () => {
    fc.assert(
      fc.property(arbitraryDecision(), (root) => {
        const order = topological(root)
        const at = new Map(order.map((node, i) => [node, i]))
        expect(order[0]).toBe(root)
        for (const node of order)
          if (node.kind === 'test') {
            expect(at.get(node.then)!).toBeGreaterThan(at.get(node)!)
            expect(at.get(node.else)!).toBeGreaterThan(at.get(node)!)
          }
      }),
    )
  })

  it('may be thousands of nodes deep', () => {
    const b = decisionBuilder()
    let root = b.verdict(EPERM)
    for (let nr = 0; nr < 20_000; nr += 1) root = b.test(whole(WORD_NR, 'eq', nr), b.verdict(ALLOW), root)
    expect(size(root)).toBe(20_002)
    expect(longestPath(root)).toBe(20_000)
    expect(verify(root)).toEqual([])
  })

  it('prints a node a line', () => {
    expect(print(sample())).toBe(
      ['n0: arch == X86_64 ? n1 : n3', 'n1: nr >= 10 ? n3 : n2', 'n2: ALLOW', 'n3: ERRNO(1)', ''].join('\n'),
    )
  })

  it('decides by walking', () => {
    const at = (nr: number, arch: number): number => meaning(sample(), seccompData({ nr, arch }))
    expect([at(9, AUDIT_ARCH.X86_64), at(10, AUDIT_ARCH.X86_64), at(9, 0)]).toEqual([ALLOW, EPERM, EPERM])
  })
})

describe('verify', () => {
  it('accepts every graph that the generator makes', () => {
    fc.assert(
      fc.property(arbitraryDecision(), (root) => {
        expect(verify(root)).toEqual([])
      }),
    )
  })

  const leaf: Decision = { kind: 'verdict', verdict: ALLOW }
  const deny: Decision = { kind: 'verdict', verdict: EPERM }
  const ask: Decision = { kind: 'test', ...whole(WORD_NR, 'eq', 1), then: leaf, else: deny }
  it.each<[string, Decision]>([
    ['D1', { kind: 'verdict', verdict: -1 }],
    ['D2', { ...ask, word: 16 as Test['word'] }],
    ['D3', { ...ask, mask: 0 }],
    ['D3', { ...ask, mask: -1 }],
    ['D4', { ...ask, k: 2 ** 32 }],
    ['D5', { ...ask, else: leaf }],
    ['D6', { ...ask, else: { kind: 'test', ...whole(WORD_NR, 'eq', 2), then: { ...leaf }, else: deny } }],
  ])('reports %s', (invariant, root) => {
    expect(verify(root).map((problem) => problem.invariant)).toEqual([invariant])
  })

  it('reports a way that leads back to its node, in a deep graph too (D8)', () => {
    const testOf = (k: number, next: Decision) =>
      ({ kind: 'test', ...whole(WORD_NR, 'eq', k), then: leaf, else: next }) as const
    const knot: { else: Decision } & Decision = testOf(0, deny)
    knot.else = knot
    expect(verify(knot)).toEqual([
      { invariant: 'D8', where: 'n0', message: 'leads back to n0; a decision has no cycle' },
    ])
    const last: { else: Decision } & Decision = testOf(0, deny)
    let root: Decision = last
    for (let k = 1; k < 100_000; k += 1) root = testOf(k, root)
    expect(verify(root)).toEqual([])
    last.else = root
    expect(verify(root).map(({ invariant, where }) => [invariant, where])).toEqual([['D8', 'n99999']])
  })
})

describe('witnesses', () => {
  it('take every test both ways in a graph without contradictions', () => {
    const taken = new Set<string>()
    const order = topological(sample())
    for (const call of witnesses(sample())) {
      const words = dataWords(call)
      for (let node = order[0]!; node.kind === 'test';) {
        const way = passes(node, words[node.word]!)
        taken.add(`${order.indexOf(node)} ${way}`)
        const next: Decision = way ? node.then : node.else
        node = order.find((other) => print(other) === print(next))!
      }
    }
    expect([...taken].sort()).toEqual(['0 false', '0 true', '1 false', '1 true'])
  })

  it('stand on the constant and beside it', () => {
    const numbers = new Set(
      witnesses(sample())
        .filter((w) => w.arch === AUDIT_ARCH.X86_64)
        .map(({ nr }) => nr),
    )
    for (const nr of [9, 10, 11]) expect(numbers).toContain(nr)
  })

  it('tell a test from its neighbours', () => {
    const b = decisionBuilder()
    const graph = (op: Test['op'], k: number): Decision =>
      b.test(whole(5, op, k), b.verdict(ALLOW), b.verdict(EPERM))
    for (const other of [graph('gt', 7), graph('ge', 8), graph('eq', 7), graph('set', 7)])
      expect(witnesses(graph('ge', 7)).some((w) => meaning(other, w) !== meaning(graph('ge', 7), w))).toBe(
        true,
      )
  })

  it('exist even for a graph that asks nothing', () => {
    expect(witnesses(decisionBuilder().verdict(ALLOW))).toHaveLength(1)
  })
})

describe('a decision with a cycle', () => {
  const leaf = decisionBuilder().verdict(0)
  /** A row of `length` tests, the last of which leads back to the test at `back`. */
  const circle = (length: number, back: number): Decision => {
    const nodes = Array.from({ length }, (_, k) => ({
      kind: 'test' as const,
      word: 0 as const,
      mask: 0xffff_ffff,
      op: 'eq' as const,
      k: k + 1,
      then: leaf,
      else: leaf,
    }))
    for (const [i, node] of nodes.entries()) node.else = nodes[i + 1] ?? nodes[back]!
    return nodes[0]!
  }
  const call = seccompData({ nr: 0, arch: 0 })

  it('has no meaning for a call whose way leads in a circle (D8)', () => {
    for (const [length, back] of [[1, 0], [2, 0], [2, 1], [7, 3], [100, 0], [100, 99]] as const)
      expect(() => meaning(circle(length, back), call), `${length} ${back}`).toThrow(
        'decision:root: the way of this call leads in a circle; a decision has no cycle (D8)',
      )
    expect(meaning(circle(7, 3), seccompData({ nr: 5, arch: 0 }))).toBe(0)
  })

  it('has no longest path', () => {
    expect(longestPath(circle(7, 3))).toBe(Infinity)
  })

  it('is told from what is no node', () => {
    const broken = { ...circle(1, 0), else: undefined } as unknown as Decision
    expect(() => meaning(broken, call)).toThrow('expected a node of a decision, of the kind test or verdict; got undefined')
    for (const each of [size, longestPath, verify, print, witnesses])
      expect(() => each(broken)).toThrow('else: expected a node of a decision')
  })
}) // prettier-ignore
