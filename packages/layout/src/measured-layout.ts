/*
 * What a layout of a word costs, as a program has it: parts that are one layout are there once, and each call takes one way.
 *
 * The costs by which a layout is chosen are sums over its parts. They count a shared part as often as it is reached. That is
 * near enough for a search, whose parts differ, and far off for a word that is divided by its bits.
 */
import type { Word } from '@seccompile/abi'
import { preparationInsns, WHOLE_WORD } from '@seccompile/decision'
import { testsIn } from '@seccompile/search'
import type { SearchTree } from '@seccompile/search'
import type { PricedWord, WordLayout } from './priced-word.ts'
import type { WordContext } from './word-context.ts'
import type { Sample } from './word-samples.ts'

/** The bits that a test of `layout` compares. */
const wantedBy = (layout: Exclude<WordLayout, { kind: 'exit' }>): number =>
  layout.kind === 'cube' && layout.value === 0 ? WHOLE_WORD : layout.mask

/** The tests that a value executes in `tree`. */
function testsOn(tree: SearchTree, value: number): number {
  let tests = 0
  for (let at = tree; at.kind !== 'found'; tests += 1)
    at = (at.kind === 'ge' ? value >= at.k : value === at.k) ? at.then : at.else
  return tests
}

/** The instructions before a test that looks at `word` through `wanted`, where A holds `word & held`. */
export function insnsBefore(word: Word, held: number, wanted: number): number {
  return held === wanted ? 0 : preparationInsns({ word, mask: held }, { word, mask: wanted })
}

/** `layout` of `word`, which A holds, with its cost and its instructions, each of them counted once. */
export function measured(
  { price, weigh }: Pick<WordContext, 'price' | 'weigh'>,
  word: Word,
  layout: WordLayout,
  samples: readonly Sample[],
): PricedWord {
  const stepsOf = (value: number): number => {
    let at = layout
    let held = WHOLE_WORD
    let steps = 0
    for (; at.kind === 'cube'; at = (value & at.mask) >>> 0 === at.value ? at.then : at.else) {
      const wanted = wantedBy(at)
      steps += 1 + insnsBefore(word, held, wanted)
      held = wanted
    }
    if (at.kind === 'exit') return steps
    return steps + insnsBefore(word, held, wantedBy(at)) + testsOn(at.tree, (value & at.mask) >>> 0)
  }

  /** The instructions that A holding `word & held` reaches, those counted before left out. */
  const counted = new Map<number, Set<WordLayout>>()
  const insnsOf = (at: WordLayout, held: number): number => {
    if (at.kind === 'exit') return 0
    const known = counted.get(held) ?? new Set()
    if (known.has(at)) return 0
    counted.set(held, known.add(at))
    const wanted = wantedBy(at)
    const own = insnsBefore(word, held, wanted)
    if (at.kind === 'search') return own + testsIn(at.tree)
    return own + 1 + insnsOf(at.then, wanted) + insnsOf(at.else, wanted)
  }

  const insns = insnsOf(layout, WHOLE_WORD)
  let steps = 0
  for (const sample of samples) steps += weigh(sample) * stepsOf(sample.value)
  return { layout, cost: steps + price * insns, insns }
}
