export { difference, digest, equal } from './prove.ts'
export type { Different, Equality } from './prove.ts'
export { subset } from './subset.ts'
export type { Inclusion } from './subset.ts'
export { regions } from './regions.ts'
export type { ArchRegion, Case, NumberRegion, Regions } from './regions.ts'
export type { Direction } from './strength.ts'
export { changes } from './changes.ts'
export type { Change, Changes } from './changes.ts'
export { asRules } from './as-rules.ts'
export type { RulesReading } from './as-rules.ts'
export { inquire } from './inquire.ts'
export type {
  AnsweredCall,
  CallPair,
  CallsWhere,
  GoalCalls,
  Inquiry,
  ReadArgument,
  VerdictGoal,
} from './inquire.ts'
export { intersect } from './intersect.ts'
export type { Intersection } from './intersect.ts'
export { solve } from './solve.ts'
export type { Constraints, Solution } from './solve.ts'
export type { MaskedSet } from './value-set.ts'
export { decided, STACK_LIMITS } from './question.ts'
export type { ProveLimits, ProveOptions, UndecidedAnswer, Within } from './question.ts'
export { meaningOf, stackVerdict } from './subject.ts'
export type { FilterStack, Subject } from './subject.ts'
export type { LeveledIr } from '@seccompile/pass'
export { isUndecided, UndecidedError } from './undecided.ts'
