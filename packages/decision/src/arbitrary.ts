/** Random decision graphs for property tests; needs fast-check. */
import { AUDIT_ARCH, verdictOf, WORD_ARCH, WORD_COUNT, WORD_NR } from '@seccompile/abi'
import type { Word } from '@seccompile/abi'
import fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import { decisionBuilder } from './builder.ts'
import { WHOLE_WORD } from '@seccompile/abi'
import type { Decision, Test } from './node.ts'

function arbitraryTest(): Arbitrary<Test> {
  const word = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom<Word>(WORD_NR, WORD_ARCH, 4, 5) },
    { weight: 1, arbitrary: fc.nat(WORD_COUNT - 1).map((w) => w as Word) },
  )
  const k = fc.oneof(
    { weight: 3, arbitrary: fc.nat(20) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<number>(
        AUDIT_ARCH.X86_64,
        0x4000_0000,
        0x8000_0000,
        WHOLE_WORD,
        WHOLE_WORD - 1,
      ),
    },
    { weight: 1, arbitrary: fc.nat(WHOLE_WORD) },
  )
  const mask = fc.oneof(
    { weight: 3, arbitrary: fc.constant(WHOLE_WORD) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: WHOLE_WORD }) },
  )
  return fc.record({ word, mask, op: fc.constantFrom('eq', 'gt', 'ge', 'set'), k })
}

/**
 * A well-formed graph of at most `maxTests` tests (40 if left out) with shared subgraphs. Tests may contradict
 * each other, as they do in graphs that passes get.
 */
export function arbitraryDecision(options: { readonly maxTests?: number } = {}): Arbitrary<Decision> {
  const verdicts = [
    verdictOf('ALLOW'),
    verdictOf('ERRNO', 1),
    verdictOf('KILL_THREAD'),
    verdictOf('TRACE', 3),
  ]
  // Each step makes a test whose children are two nodes made before it, so the graph has no cycle.
  const step = fc.tuple(arbitraryTest(), fc.nat(), fc.nat())
  return fc.array(step, { maxLength: options.maxTests ?? 40 }).map((steps) => {
    const builder = decisionBuilder()
    const made: Decision[] = verdicts.map((verdict) => builder.verdict(verdict))
    for (const [test, a, b] of steps) {
      // One child is a recent node. Otherwise most nodes would not be under the root.
      const recent = made.slice(-6)
      made.push(builder.test(test, recent[a % recent.length]!, made[b % made.length]!))
    }
    return made.at(-1)!
  })
}
