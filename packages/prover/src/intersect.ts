import { AUDIT_ARCH, SECCOMP_RET } from '@seccompile/abi'
import { combine } from '@seccompile/diagram'
import { isAlways, ruleSet } from '@seccompile/rules'
import type { Rule, RuleSet, Section } from '@seccompile/rules'
import { fromRules } from './from-rules.ts'
import type { Subject } from './leveled.ts'
import { decided, question } from './question.ts'
import type { ProveOptions, Undecided } from './question.ts'
import { sectionReader } from './read-sections.ts'
import { regionsOf } from './regions.ts'
import type { ArchRegion, NumberRegion } from './regions.ts'
import { strictest } from './strength.ts'

/** The rules that are as strict as two IRs together, or why there are none. */
export type Intersection =
  | { readonly kind: 'rules'; readonly rules: RuleSet }
  | {
      readonly kind: 'inexpressible'
      /** What the result depends on that rules cannot say: the instruction pointer, or ranges of `arch`. */
      readonly reason: string
    }
  | Undecided

/** Most sections that a range of arch values is written out as. */
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
 * The strictest of `older` and `newer` for every call, as rules that compile: what the kernel makes of both filters where
 * `newer` was installed later. The stronger action wins, KILL_PROCESS over all; of equal actions with different data,
 * that of `newer`.
 *
 * With `within`, calls that are not asked about are killed.
 * @throws Error where the rules do not mean what they were made from, which would be a fault of ours
 */
export function intersect(older: Subject, newer: Subject, options: ProveOptions = {}): Intersection {
  return decided<Intersection>(() => {
    const { store, diagramOf, confine } = question(options)
    const both = combine(store, diagramOf(older), diagramOf(newer), strictest)
    const root = confine(both, store.terminal(SECCOMP_RET.KILL_PROCESS))
    const sections = regionsOf(sectionReader(store), root, undefined)
    const reason = inexpressible(sections)
    if (reason !== undefined) return { kind: 'inexpressible', reason }
    const badArch = sections.find(({ rest }) => rest)!.otherwise // one of the groups is the widest
    const named = sections.filter(({ rest }) => !rest).flatMap(sectionsOf)
    // A rule set has a section at least, and where arch does not matter any will do.
    const whatever = { arch: AUDIT_ARCH.X86_64, rules: [], otherwise: badArch }
    const rules = ruleSet({
      sections: named.length > 0 ? named.toSorted((a, b) => a.arch - b.arch) : [whatever],
      badArch,
    })
    if (fromRules(store, rules) !== root) throw new Error('the strictest of both is not what its rules say')
    return { kind: 'rules', rules }
  })
}
