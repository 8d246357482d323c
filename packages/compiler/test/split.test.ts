import { seccompData, verdictOf } from '@seccompile/abi'
import { equal, stackVerdict } from '@seccompile/prover'
import type { FilterStack } from '@seccompile/prover'
import { all, ALWAYS, any, argument, meaning, printPredicate, ruleSet, witnesses } from '@seccompile/rules'
import type { Predicate, Rule, RuleSet } from '@seccompile/rules'
import { arbitraryRuleSet } from '@seccompile/rules/arbitrary'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutPiece, partOf, piecesOf, withoutAllowData } from '../src/stack/split.ts'
import type { EntryPiece } from '../src/stack/split.ts'

const [ALLOW, DENY] = [verdictOf('ALLOW'), verdictOf('ERRNO', 1)]
const one = (index: number, ...values: readonly number[]): Predicate =>
  argument(
    index,
    values.map((value) => ({ lo: BigInt(value), hi: BigInt(value) })),
  )
const section = (rules: readonly Rule[], otherwise = DENY): RuleSet =>
  ruleSet({ sections: [{ arch: 1, rules, otherwise }], badArch: 0 })
const at = (nr: number, when: Predicate = ALWAYS, verdict = ALLOW): Rule => ({
  numbers: [{ lo: nr, hi: nr }],
  when,
  verdict,
})

/** All pieces, each cut `depth` times. */
function finely(pieces: readonly EntryPiece[], depth: number): readonly EntryPiece[] {
  return depth === 0
    ? pieces
    : finely(
        pieces.flatMap((piece) => cutPiece(piece) ?? [piece]),
        depth - 1,
      )
}

/** The parts of `pieces`: the first `sizes[0]` pieces, the next `sizes[1]`, and so on. */
function partsOf(
  rules: RuleSet,
  pieces: readonly EntryPiece[],
  sizes: readonly number[],
): readonly RuleSet[] {
  const ends = sizes.map((_, i) => sizes.slice(0, i + 1).reduce((sum, size) => sum + size, 0))
  const bounds = [0, ...ends.filter((end) => end < pieces.length), pieces.length]
  return bounds.slice(1).map((end, i) => partOf(rules, pieces.slice(bounds[i], end)))
}

describe('parts of rules', () => {
  it('together mean the rules, for any cuts and any verdicts', () => {
    fc.assert(
      fc.property(
        arbitraryRuleSet(),
        fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 5 }),
        fc.integer({ min: 0, max: 2 }),
        fc.boolean(),
        (given, sizes, depth, backward) => {
          const rules = withoutAllowData(given)
          const lasts = rules.sections.map((s, i) => (i === 0 ? [s.rules[0]?.numbers[0]?.lo ?? 5] : []))
          const pieces = finely(piecesOf(rules, lasts), depth)
          const inOrder = partsOf(rules, pieces, sizes)
          const parts = backward ? inOrder.toReversed() : inOrder
          // One expectation serves all calls, because an expectation takes longer than an answer.
          const wrong = [...witnesses(rules), ...witnesses(given)].find(
            (data) => stackVerdict(parts.map((part) => meaning(part, data))) !== meaning(rules, data),
          )
          expect(wrong).toBeUndefined()
          const stack: FilterStack = { level: 'stack', ir: parts.map((ir) => ({ level: 'rules', ir })) }
          expect(equal({ level: 'rules', ir: rules }, stack).kind).not.toBe('different')
        },
      ),
      { numRuns: 10, includeErrorInReport: true },
    )
  })

  it('allow calls of other parts, and leave out calls that the rules allow for all arguments', () => {
    const rules = section([at(0), at(1), at(7, one(0, 5, 6))])
    const pieces = piecesOf(rules, [[]])
    // Other architectures, 2..6, 8.. and 7. The rules allow 0 and 1, so no piece has them.
    expect(pieces).toHaveLength(4)
    const [others, , , seven] = pieces
    const first = partOf(rules, [others!])
    expect([meaning(first, seccompData({ nr: 3, arch: 1 })), meaning(first, seccompData({ nr: 3, arch: 2 }))]).toEqual([ALLOW, 0]) // prettier-ignore
    const last = partOf(rules, [seven!])
    expect([3, 7].map((nr) => meaning(last, seccompData({ nr, arch: 1 })))).toEqual([ALLOW, DENY])
    expect(last.badArch).toBe(ALLOW)
  })

  it('test only values of their own pieces', () => {
    const values = Array.from({ length: 100 }, (_, i) => 10 * i)
    const rules = section([at(7, one(0, ...values))])
    const pieces = piecesOf(rules, [[]]).filter(({ box }) => box.length > 0)
    expect(pieces).toHaveLength(100)
    const [part] = partOf(rules, pieces.slice(3, 5)).sections
    expect(part?.rules.map(({ when, verdict }) => [printPredicate(when), verdict])).toEqual([
      ['args[0] not in {0x1e..0x31}', ALLOW],
      ['args[0] in {0x1e, 0x28}', ALLOW],
      ['always', DENY],
    ])
  })

  it('are cut along the argument with the most ranges of values, and then along another', () => {
    const rules = section([at(7, any([all([one(0, 3), one(1, 1, 5, 9)]), all([one(0, 4), one(1, 2)])]))])
    const whole = piecesOf(rules, [[]]).find(({ entry }) => entry.decisions.length > 0)!
    const cut = cutPiece(whole)!
    expect(cut.map(({ box }) => box.map(({ index, lo }) => [index, lo]))).toEqual(
      [0n, 1n, 2n, 5n, 9n].map((lo) => [[1, lo]]),
    )
    expect(cutPiece(cut[1]!)?.map(({ box }) => box.map(({ index, lo }) => [index, lo]))).toEqual([
      [[1, 1n], [0, 0n]],
      [[1, 1n], [0, 3n]],
    ]) // prettier-ignore
    expect(cutPiece(piecesOf(section([]), [[]])[0]!)).toBeUndefined()
  })

  it('have one entry for numbers with the same rules, also across architectures', () => {
    const same = [at(7, one(0, 5)), at(9, one(0, 5))]
    const rules = ruleSet({
      sections: [1, 2].map((arch) => ({ arch, rules: same, otherwise: DENY })),
      badArch: DENY,
    })
    const asking = piecesOf(rules, [[], []]).filter(({ entry }) => entry.decisions.length > 0)
    expect(asking).toHaveLength(1)
    expect([...asking[0]!.entry.numbers.values()]).toEqual([1, 2].map(() => same.flatMap(({ numbers }) => numbers))) // prettier-ignore
  })

  it('mark the pieces that hand calls to a listener', () => {
    const values = Array.from({ length: 100 }, (_, i) => 2 * i)
    const rules = section([at(7, one(0, 50), verdictOf('USER_NOTIF')), at(7, one(0, ...values))])
    const notifying = piecesOf(rules, [[]]).filter(({ notifies }) => notifies)
    expect(notifying.map(({ box }) => box.map(({ lo, hi }) => [lo, hi]))).toEqual([[[50n, 51n]]])
  })
})

describe('withoutAllowData', () => {
  it('removes the data from ALLOW only, and returns rules without such data as they are', () => {
    const plain = section([at(7, one(0, 5), verdictOf('TRACE', 3))])
    expect(withoutAllowData(plain)).toBe(plain)
    const given = section([at(7, ALWAYS, verdictOf('ALLOW', 3)), at(8, ALWAYS, verdictOf('LOG', 3))])
    expect(withoutAllowData(given).sections[0]?.rules.map(({ verdict }) => verdict)).toEqual([
      ALLOW,
      verdictOf('LOG', 3),
    ])
  })
})
