/*
 * The cost of a layout of a word as a program has it: each layout is in the program once, and each call takes one
 * way.
 *
 * The costs that choose a layout are sums over its parts, and count a shared part as often as a way reaches it. For a
 * search, whose parts differ, such a sum is close. For a word that is divided by its bits, it is far too high.
 */
import type { Word } from '@seccompile/abi'
import { preparationInsns, WHOLE_WORD } from '@seccompile/decision'
import { testsIn } from '@seccompile/search'
import type { SearchTree } from '@seccompile/search'
import type { PricedWord, WordLayout } from './priced-word.ts'
import type { WordContext } from './word-context.ts'
import type { Sample } from './word-samples.ts'

/** The bits that the first test of `layout` compares. */
const wantedBy = (layout: Exclude<WordLayout, { kind: 'exit' }>): number =>
  layout.kind === 'cube' && layout.value === 0 ? WHOLE_WORD : layout.mask

/** The number of tests that a value executes in `tree`. */
function testsOn(tree: SearchTree, value: number): number {
  let tests = 0
  for (let at = tree; at.kind !== 'found'; tests += 1)
    at = (at.kind === 'ge' ? value >= at.k : value === at.k) ? at.then : at.else
  return tests
}

/** The number of instructions before a test of `word & wanted`, where A holds `word & held`. */
export function insnsBefore(word: Word, held: number, wanted: number): number {
  return held === wanted ? 0 : preparationInsns({ word, mask: held }, { word, mask: wanted })
}

/** `layout` of `word`, with its cost and its instructions, each counted once. A holds the word before it. */
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

  /** For each set of bits that A holds, the layouts whose instructions have been counted. */
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
