import { AUDIT_ARCH, verdictOf } from '@seccompile/abi'
import type { Word } from '@seccompile/abi'
import { print, size, topological, verify, WHOLE_WORD } from '@seccompile/decision'
import type { Decision, TestOp } from '@seccompile/decision'
import { arbitraryDecision } from '@seccompile/decision/arbitrary'
import { runPass } from '@seccompile/pass'
import { conformance } from '@seccompile/testkit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shareTails } from '@seccompile/pass-share-tails'

// Built by hand: unlike a builder, it makes every node an object of its own.
const verdict = (value: number): Decision => ({ kind: 'verdict', verdict: value })
const allow = (): Decision => verdict(verdictOf('ALLOW'))
const deny = (): Decision => verdict(verdictOf('ERRNO', 1))
const test = (word: Word, op: TestOp, k: number, then: Decision, otherwise: Decision): Decision => ({
  kind: 'test',
  word,
  mask: WHOLE_WORD,
  op,
  k,
  then,
  else: otherwise,
})

/** The graph under `root` as a tree: nothing is shared. Small graphs only. */
function unshared(root: Decision): Decision {
  return root.kind === 'verdict'
    ? { ...root }
    : { ...root, then: unshared(root.then), else: unshared(root.else) }
}

conformance(shareTails)
describe('on trees that share nothing', () => {
  conformance(shareTails, { arbitrary: arbitraryDecision({ maxTests: 10 }).map(unshared) })
})

describe('share-tails', () => {
  it('does to its example what it says', () => {
    const arch = test(1, 'eq', AUDIT_ARCH.X86_64, deny(), deny())
    const root = test(0, 'eq', 5, test(4, 'gt', 7, arch, allow()), allow())
    expect(print(root)).toBe(
      [
        'n0: nr == 5 ? n1 : n6',
        'n1: args[0].low > 7 ? n2 : n5',
        'n2: arch == X86_64 ? n3 : n4',
        'n3: ERRNO(1)',
        'n4: ERRNO(1)',
        'n5: ALLOW',
        'n6: ALLOW',
        '',
      ].join('\n'),
    )
    expect(print(runPass(shareTails, root))).toBe(
      ['n0: nr == 5 ? n1 : n3', 'n1: args[0].low > 7 ? n2 : n3', 'n2: ERRNO(1)', 'n3: ALLOW', ''].join('\n'),
    )
  })

  it('returns the graph it was given where nothing is there twice', () => {
    const end = deny()
    const root = test(0, 'eq', 5, allow(), test(0, 'eq', 6, end, allow()))
    const shared = runPass(shareTails, root)
    expect(shared).not.toBe(root)
    expect(runPass(shareTails, shared)).toBe(shared)
  })

  it('gives back the shape of a graph that was taken apart', () => {
    fc.assert(
      fc.property(arbitraryDecision({ maxTests: 10 }), (root) => {
        expect(print(runPass(shareTails, unshared(root)))).toBe(print(root))
      }),
    )
  })

  it('keeps apart what differs in one field', () => {
    const base = { kind: 'test', word: 4, mask: 0xff, op: 'gt', k: 7, then: allow(), else: deny() } as const
    const others: readonly Decision[] = [
      { ...base, word: 6 },
      { ...base, mask: 0xfe },
      { ...base, op: 'ge' },
      { ...base, k: 8 },
      { ...base, then: deny(), else: allow() },
    ]
    for (const other of others) {
      const shared = runPass(shareTails, test(0, 'eq', 5, base, other))
      expect(topological(shared).filter(({ kind }) => kind === 'test')).toHaveLength(3)
    }
  })

  it('drops a test above one that was dropped', () => {
    const same = (): Decision => test(4, 'eq', 1, allow(), allow())
    expect(runPass(shareTails, test(0, 'eq', 5, same(), same()))).toEqual(allow())
  })

  it('follows 20000 tests in a row', () => {
    let root = deny()
    for (let nr = 0; nr < 20_000; nr += 1) root = test(0, 'eq', nr, allow(), root)
    const shared = runPass(shareTails, root)
    expect(size(shared)).toBe(20_002)
    expect(verify(shared)).toEqual([])
  })
})
