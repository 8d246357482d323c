/*
 * Rules as search trees.
 *
 * The first match decides, so for each number there is a list of rules that can decide it. The outcome of that
 * list is a verdict, or a condition on arguments. Neighbouring numbers with one outcome are a cell. Each
 * section has a tree of comparisons that finds the cell of a number. A tree for `arch` stands before the trees
 * of all sections.
 *
 *   before   0 -> ALLOW                      after   n0: arch == X86_64 ? n1 : n6
 *            1 -> ALLOW                              n1: nr >= 2 ? n2 : n5
 *            2 -> ERRNO(38)                          n2: nr == 2 ? n4 : n3
 *            otherwise -> ERRNO(1)                   n3: ERRNO(1)   n4: ERRNO(38)   n5: ALLOW   n6: KILL_THREAD
 *
 * The weight of a cell is that of its calls. A value with much of the weight of its cell is a cell of its own.
 * An outcome that asks arguments becomes a row of rules, made once for all cells that share the outcome.
 * `arg-chains` lays these rows out.
 */
import { WORD_ARCH, WORD_NR } from '@seccompile/abi'
import { decisionBuilder, WHOLE_WORD } from '@seccompile/decision'
import type { Decision } from '@seccompile/decision'
import { definePass } from '@seccompile/pass'
import type { Fate, Pass, PassContext } from '@seccompile/pass'
import type { RuleSet } from '@seccompile/rules'
import { ruleOutcomes } from '@seccompile/outcomes'
import type { Outcomes } from '@seccompile/outcomes'
import { cutOut, depthOf, improved, inAtoms, search } from '@seccompile/search'
import type { Search, SearchEffort, SearchLimits, WeightedCell } from '@seccompile/search'
import { archCells, weighedSections } from '@seccompile/cells'
import type { WeighedSection } from '@seccompile/cells'
import { build } from '@seccompile/layout'
import { conditionRow } from './condition-row.ts'
import { SEARCH_EFFORTS } from '@seccompile/cells'
import { restsOf } from './rests.ts'

/**
 * The least weight of a cell, added to that of its known calls, so that a cell without known calls counts too. A cell
 * that denies gets a thousandth of what the others get. Both weights are powers of two: sums of such numbers are
 * exact.
 */
const LEAST: Readonly<Record<Fate, number>> = { allow: 2 ** -30, ask: 2 ** -30, deny: 2 ** -40 }
/** The unit of prices. Sums of its multiples are exact, so trees of equal cost compare as equal. */
const UNIT = 2 ** -40
/** The instructions of a load. One load stands before the tests of a word. */
const LOAD = 1

/** A value with this share of the weight of its cell, or more, becomes a cell of its own by default. */
const HEAVY = 0.4
/**
 * The effort of the search among atoms, some tenths of a second. The search finds a cheaper tree than the one before
 * it, or none.
 */
const ATOMS: SearchEffort = { cells: 128, work: 2 ** 17 }
/** A cell with less than this share of the weight of its section stays whole. */
const LIGHT = 2 ** -12

/** The length of a condition that is longer than any path of a search tree, in instructions. */
const DEEP = 64

/**
 * The best tree within `limits`. Where no tree has paths so short, the result is one of the trees with the
 * shortest paths. Where the condition after some cell is longer than `limits.longest` and than {@link DEEP}, no
 * tree helps. The result is then the best tree with paths of any length.
 */
function searchWithin(cells: readonly WeightedCell[], limits: SearchLimits, effort: SearchEffort): Search {
  const deepest = cells.reduce((most, { rest = 0 }) => Math.max(most, rest), 0)
  if (deepest > Math.max(limits.longest, DEEP)) return search(cells, { ...limits, longest: Infinity }, effort)
  for (let longest = Math.max(limits.longest, deepest); ; longest += 1) {
    const found = search(cells, { ...limits, longest }, effort)
    if (found.cost !== Infinity) return found
  }
}

/**
 * The largest weight of a condition: the sum of the weights of its cells. It is 0 where no cell has a condition.
 * The price of an instruction in a condition is measured by this weight.
 */
function mostAsked({ isDecided }: Outcomes, sections: readonly WeighedSection[]): number {
  const asked = new Map<number, number>()
  for (const { cells } of sections)
    for (const { to, weight } of cells) if (!isDecided(to)) asked.set(to, (asked.get(to) ?? 0) + weight)
  let most = 0
  for (const weight of asked.values()) most = Math.max(most, weight)
  return most
}

/** A section, and its cells after every heavy value became a cell of its own. */
interface CutSection extends WeighedSection {
  readonly cut: readonly WeightedCell[]
  /**
   * The cells as atoms: the cheapest tree of atoms is the cheapest tree of all. Absent where the effort does not
   * allow that search.
   */
  readonly atoms: readonly WeightedCell[] | undefined
}

/** The sections of `rules` by the weights of `context`. */
function cutSections(rules: RuleSet, { effort, memo, weigh }: PassContext): readonly CutSection[] {
  const sections = weighedSections(
    memo(ruleOutcomes, rules),
    rules,
    (arch, numbers, fate) => weigh(arch, numbers, fate) + LEAST[fate],
  )
  return sections.map((section) => {
    const { cells, weight, weightOf } = section
    const cut = cutOut(cells, weightOf, HEAVY, weight * LIGHT)
    return { ...section, cut, atoms: effort === 'max' ? inAtoms(cells, weightOf) : undefined }
  })
}

/** The decision of `rules`, whose sections are `sections`. */
function decide(rules: RuleSet, sections: readonly CutSection[], context: PassContext): Decision {
  const { effort, insnCost, maxPath, memo } = context
  const builder = decisionBuilder()
  const known = memo(ruleOutcomes, rules).outcomes
  const total = sections.reduce((heaviest, { weight }) => Math.max(heaviest, weight), 0)
  const price = Math.round((insnCost * total) / UNIT) * UNIT
  const most = mostAsked(known, sections)
  const rows = new Map<number, Decision>()
  const nodeOf = (to: number): Decision => {
    if (known.isDecided(to)) return builder.verdict(known.store.valueOf(to))
    const row = rows.get(to) ?? conditionRow(builder, known.listed(to))
    rows.set(to, row)
    return row
  }
  // A row is longer than its layout by `arg-chains`. Where paths are bounded, the length of the layout
  // counts.
  const options = { price: most === 0 ? 0 : price / most, effort }
  const outcomes = (): readonly number[] => [
    ...new Set(sections.flatMap(({ cells }) => cells.map(({ to }) => to))),
  ]
  const restOf = maxPath === Infinity ? (): number => 0 : restsOf(builder, options, outcomes().map(nodeOf))

  const arches = archCells(sections, known.store.terminal(rules.badArch))
  const archTree = search(arches, { price, longest: Infinity }, SEARCH_EFFORTS[effort]).tree
  /** Instructions left for a section after the tests that find its `arch`. */
  const left = (to: number): number => maxPath - LOAD - depthOf(archTree, to) - LOAD
  const sectionOf = (to: number): Decision => {
    const section = sections[to]
    if (section === undefined) return builder.verdict(rules.badArch)
    const withRests = (cells: readonly WeightedCell[]): readonly WeightedCell[] =>
      maxPath === Infinity ? cells : cells.map((cell) => ({ ...cell, rest: restOf(nodeOf(cell.to)) }))
    const limits = { price, longest: left(to) }
    const found = searchWithin(withRests(section.cut), limits, SEARCH_EFFORTS[effort])
    const { tree } =
      section.atoms === undefined
        ? found
        : improved({ ...found, exact: false }, withRests(section.atoms), limits, ATOMS)
    return build(builder, { word: WORD_NR, mask: WHOLE_WORD }, tree, nodeOf)
  }
  return build(builder, { word: WORD_ARCH, mask: WHOLE_WORD }, archTree, sectionOf)
}

/** The context of a run, and the decision that it yielded. */
type BstRun = Pick<PassContext, 'effort' | 'insnCost' | 'maxPath' | 'weigh'> & {
  readonly sections: readonly CutSection[]
  readonly decision: Decision
}

/**
 * A function that yields the decision of `rules` for a context. It remembers all of its results, since few contexts
 * share a memo.
 */
function decisionsOf(rules: RuleSet): (context: PassContext) => Decision {
  const made: BstRun[] = []
  return (context) => {
    const { effort, insnCost, maxPath, weigh } = context
    const known = made.find(
      (each) =>
        each.insnCost === insnCost &&
        each.weigh === weigh &&
        each.effort === effort &&
        each.maxPath === maxPath,
    )
    if (known !== undefined) return known.decision
    const alike = made.find((each) => each.weigh === weigh && each.effort === effort)
    const sections = alike?.sections ?? cutSections(rules, context)
    const decision = decide(rules, sections, context)
    made.push({ effort, insnCost, maxPath, weigh, sections, decision })
    return decision
  }
}

/**
 * Lays rules out as search trees over cells: neighbouring numbers with one outcome. Conditions stay rows of
 * rules. Runs with one memo and one context have one decision.
 */
export const bst: Pass<'rules', 'decision', 'bst'> = definePass({
  name: 'bst',
  from: 'rules',
  to: 'decision',
  summary: 'lays out rules as weighted search trees over cells of numbers with one outcome',
  run: (rules, context) => context.memo(decisionsOf, rules)(context),
})
