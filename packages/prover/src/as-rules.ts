/*
 * A diagram as rules that compile.
 *
 * The list that `regions` makes is nearly a rule set. Three kinds of lists have no rules with the same meaning: lists
 * with conditions on the instruction pointer, with rules for arch values that the filter does not name, or with
 * ranges of arch values that would take many sections. Such a list is declined.
 */
import { AUDIT_ARCH } from '@seccompile/abi'
import type { Node, Store } from '@seccompile/diagram'
import { isAlways, ruleSet } from '@seccompile/rules'
import type { Rule, RuleSet, Section } from '@seccompile/rules'
import { fromRules } from './from-rules.ts'
import { decided, question } from './question.ts'
import type { ProveOptions, UndecidedAnswer } from './question.ts'
import { sectionReader } from './read-sections.ts'
import { regionsOf } from './regions.ts'
import type { ArchRegion, NumberRegion } from './regions.ts'
import { subject } from './subject.ts'
import type { Subject } from './subject.ts'

/** The rules of an IR, or why there are none. */
export type RulesReading =
  | { readonly kind: 'rules'; readonly rules: RuleSet }
  | {
      readonly kind: 'inexpressible'
      /** The part of the meaning that rules cannot express: the instruction pointer, or ranges of `arch`. */
      readonly reason: string
    }
  | UndecidedAnswer

/** The most sections for a range of arch values, one for each value. */
const MAX_SECTIONS = 64

function rulesOf({ numbers, cases }: NumberRegion, otherwise: number): readonly Rule[] {
  return cases
    .filter(({ when, verdict }) => !(isAlways(when) && verdict === otherwise))
    .map(({ when, verdict }) => ({ numbers, when, verdict }))
}

function sectionsOf({ arches, regions, otherwise }: ArchRegion): readonly Section[] {
  const rules = regions.flatMap((region) => rulesOf(region, otherwise))
  return arches.flatMap(({ lo, hi }) =>
    Array.from({ length: hi - lo + 1 }, (_, i) => ({ arch: lo + i, rules, otherwise })),
  )
}

function inexpressible(sections: readonly ArchRegion[]): string | undefined {
  const asksPointer = ({ regions }: ArchRegion): boolean =>
    regions.some(({ cases }) => cases.some(({ pointer }) => pointer !== undefined))
  if (sections.some(asksPointer)) return 'the verdict depends on the instruction pointer'
  if (sections.some(({ rest, regions }) => rest && regions.length > 0))
    return 'the verdict depends on nr whatever arch is'
  const named = sections.filter(({ rest }) => !rest).flatMap(({ arches }) => arches)
  if (named.reduce((sum, { lo, hi }) => sum + hi - lo + 1, 0) > MAX_SECTIONS)
    return `more than ${MAX_SECTIONS} values of arch have sections of their own`
  return undefined
}

/**
 * The rules that mean the diagram under `root`, whose leaves are verdicts.
 * @throws UndecidedError where the list would be too long
 * @throws Error where the rules do not mean the diagram that they were made from; our fault
 */
export function rulesOfDiagram(store: Store, root: Node): RulesReading {
  const sections = regionsOf(sectionReader(store), root, undefined)
  const reason = inexpressible(sections)
  if (reason !== undefined) return { kind: 'inexpressible', reason }
  const badArch = sections.find(({ rest }) => rest)!.otherwise // one of the groups is the widest
  const named = sections.filter(({ rest }) => !rest).flatMap(sectionsOf)
  // A rule set has at least one section. Where `arch` does not matter, the section can have any `arch`.
  const whatever = { arch: AUDIT_ARCH.X86_64, rules: [], otherwise: badArch }
  const rules = ruleSet({
    sections: named.length > 0 ? named.toSorted((a, b) => a.arch - b.arch) : [whatever],
    badArch,
  })
  if (fromRules(store, rules) !== root) throw new Error('a filter is not what its rules say')
  return { kind: 'rules', rules }
}

/**
 * The meaning of `given`, as rules that compile. The rules are canonical: the same for all IRs that mean the same.
 *
 * With `within`, calls outside it get the verdict 0.
 * @throws IrError, TypeError, RangeError as `equal` does
 * @throws Error where the rules do not mean the IR that they were made from; our fault
 */
export function asRules(given: Subject, options: ProveOptions = {}): RulesReading {
  return decided<RulesReading>(() => {
    const { store, diagramOf, confine } = question(options)
    return rulesOfDiagram(store, confine(diagramOf(subject(given)), store.terminal(0)))
  })
}
