/*
 * Compares a filter with rules, number by number.
 *
 * The diagram of a whole filter can exceed its bounds where the diagrams of its single calls do not: each of three
 * calls may have a hundred masks. So the calls are divided into parts by `arch` and number. Each number with a
 * condition is a part, and so are the numbers between two of them. A part is a question with a store of its own. The
 * range of `arch` and of the number is known at the first instruction, so the walk over the program visits only the
 * instructions that calls of the part execute. The parts cover all calls: where every part is equal, the filter means
 * the rules. There is no digest, since no store holds the whole diagram.
 */
import { SECCOMP_RET, WORD_ARCH, WORD_COUNT, WORD_NR } from '@seccompile/abi'
import type { Word } from '@seccompile/abi'
import { combine, differingWords, wordAtLeast } from '@seccompile/diagram'
import type { Node, Store } from '@seccompile/diagram'
import { isAlways, U32 } from '@seccompile/rules'
import type { Range, RuleSet } from '@seccompile/rules'
import { fromProgram } from './from-program.ts'
import { fromRules } from './from-rules.ts'
import type { Different } from './prove.ts'
import { decided, question } from './question.ts'
import type { ProveOptions, UndecidedAnswer } from './question.ts'
import { strictest } from './strength.ts'
import { meaningOf, subject } from './subject.ts'
import type { Subject } from './subject.ts'
import { dataInOrder, placeOf } from './word-order.ts'

/** A set of calls that is one question. */
interface NumberPart {
  readonly arch: Range<number>
  readonly numbers: Range<number>
}

/** The answer of {@link equalByNumbers}. */
export type EqualByNumbers = { readonly kind: 'equal'; readonly parts: number } | Different | UndecidedAnswer

/** The ranges between `starts`, which are ascending, from 0 to the last value of a word. */
function rangesFrom(starts: Iterable<number>): readonly Range<number>[] {
  const sorted = [...new Set([0, ...starts])].filter((start) => start <= U32.max).toSorted((a, b) => a - b)
  return sorted.map((lo, i) => ({ lo, hi: (sorted[i + 1] ?? U32.max + 1) - 1 }))
}

/** All calls, divided into parts. */
function partsOf({ sections }: RuleSet): readonly NumberPart[] {
  const arches = rangesFrom(sections.flatMap(({ arch }) => [arch, arch + 1]))
  return arches.flatMap((arch) => {
    const rules = sections.find((section) => arch.lo === section.arch)?.rules ?? []
    const conditional = rules.filter(({ when }) => !isAlways(when)).flatMap(({ numbers }) => numbers)
    return rangesFrom(conditional.flatMap(({ lo, hi }) => [lo, hi + 1])).map((numbers) => ({ arch, numbers }))
  })
}

const meets = (a: Range<number>, b: Range<number>): boolean => a.lo <= b.hi && b.lo <= a.hi

/** The rules that calls of the part can match, without the others. */
const rulesOf = ({ sections, badArch }: RuleSet, { arch, numbers }: NumberPart): RuleSet => ({
  badArch,
  sections: sections
    .filter((section) => meets({ lo: section.arch, hi: section.arch }, arch))
    .map((section) => ({
      ...section,
      rules: section.rules.filter((rule) => rule.numbers.some((range) => meets(range, numbers))),
    })),
})

/** The predicate that a word is in `range`. */
function within(store: Store, word: Word, { lo, hi }: Range<number>): Node {
  const from = (value: number): Node =>
    value > U32.max ? store.never : wordAtLeast(store, placeOf(word), U32.max, value)
  return store.ite(from(hi + 1), store.never, from(lo))
}

type NumberOptions = Omit<ProveOptions, 'within'>

/** The answer for the calls of a part. */
function equalIn(
  part: NumberPart,
  rules: RuleSet,
  other: Subject,
  options: NumberOptions,
): Different | 'equal' {
  const { store, endianness, diagramOf } = question(options)
  const known = new Map([
    [placeOf(WORD_ARCH), part.arch],
    [placeOf(WORD_NR), part.numbers],
  ])
  const read = (filter: Subject): Node => {
    if (filter.level === 'program') return fromProgram(store, filter.ir, endianness, known)
    if (filter.level !== 'stack') return diagramOf(filter)
    // Like stackVerdict(), the newest filter first.
    const none = store.terminal(SECCOMP_RET.ALLOW)
    return filter.ir.reduceRight<Node>((newer, older) => combine(store, read(older), newer, strictest), none)
  }
  const inside = store.ite(
    within(store, WORD_ARCH, part.arch),
    within(store, WORD_NR, part.numbers),
    store.never,
  )
  const only = (node: Node): Node => store.ite(inside, node, store.never)
  const [a, b] = [only(fromRules(store, rulesOf(rules, part))), only(read(other))]
  const words = differingWords(store, a, b, WORD_COUNT)
  if (words === undefined) return 'equal'
  const data = dataInOrder(words)
  const left = meaningOf({ level: 'rules', ir: rules }, data, endianness)
  const right = meaningOf(other, data, endianness)
  if (left === right) throw new Error('a difference was found that running both does not confirm')
  return { kind: 'different', data, left, right }
}

/**
 * Whether `filter` gives every call the verdict of `rules`; in the answer, `rules` are `left`. The bounds of
 * `options` apply to each part alone. The first part that is different or undecided gives the answer.
 *
 * @throws IrError where an IR is none of its level, or a program that the kernel would refuse; TypeError, RangeError where
 * an option is wrong or unknown
 * @throws Error where running the filter does not confirm a difference; our fault
 */
export function equalByNumbers(rules: RuleSet, filter: Subject, options: NumberOptions = {}): EqualByNumbers {
  const left = subject({ level: 'rules', ir: rules })
  const right = subject(filter)
  if (left.level !== 'rules') throw new Error('rules are of the level "rules"') // the gate keeps the level
  const parts = partsOf(left.ir)
  return decided<EqualByNumbers>(() => {
    for (const part of parts) {
      const answer = equalIn(part, left.ir, right, options)
      if (answer !== 'equal') return answer
    }
    return { kind: 'equal', parts: parts.length }
  })
}
