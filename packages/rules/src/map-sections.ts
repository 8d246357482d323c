import { expectFunction, expectObject } from '@seccompile/shape'
import type { RuleSet, Section } from './rule-set.ts'

/** `rules`, with each section replaced by the result of `f`; `rules` itself where `f` returns every section unchanged. */
export function mapSections(rules: RuleSet, f: (section: Section) => Section): RuleSet {
  expectObject(rules, 'rules', 'sections', 'badArch')
  expectFunction(f, 'f')
  const sections = rules.sections.map((section) => f(section))
  return sections.every((section, i) => section === rules.sections[i]) ? rules : { ...rules, sections }
}
