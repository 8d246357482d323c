export type { ConditionalVerdict, Rule, RuleSet, Section } from './rule-set.ts'
export {
  all,
  ALWAYS,
  any,
  argument,
  argumentTests,
  holds,
  isAlways,
  isNever,
  LOW_WORD,
  NEVER,
  not,
  predicateKey,
  WHOLE_ARGUMENT,
} from './predicate.ts'
export type { AllOf, AnyOf, ArgumentTest, Predicate } from './predicate.ts'
export {
  canonical,
  complement,
  contains,
  difference,
  intersection,
  sameSet,
  U32,
  U64,
  union,
} from './range.ts'
export type { Domain, Range, RangeSet } from './range.ts'
export { rangesReader } from './range-shape.ts'
export { cellsOf, cellStarts, numbersOf } from './cells.ts'
export { deciding, rangeAt } from './deciding.ts'
export type { DecidingRules } from './deciding.ts'
export { commonValue } from './common-value.ts'
export { conflicts } from './conflicts.ts'
export type { Conflicts } from './conflicts.ts'
export { gather } from './gather.ts'
export { mapSections } from './map-sections.ts'
export { meaning } from './meaning.ts'
export { MAX_PREDICATE_DEPTH, ruleSet, verify } from './verify.ts'
export { print, printPredicate, printTest } from './print.ts'
export type { ConditionOptions, MaskedValues, PrintRulesOptions, TestedNames, TestOptions } from './print.ts'
export { size } from './size.ts'
export { MAX_STRICTEST_PAIRS, strictest } from './strictest.ts'
export { witnesses } from './witnesses.ts'
