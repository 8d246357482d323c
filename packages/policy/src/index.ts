export type {
  NotFor,
  Overlaps,
  Policy,
  PolicyName,
  PolicyRule,
  Requirement,
  SubArchitectures,
} from './policy.ts'
export {
  actionName,
  actionOn,
  actionVerdict,
  ALLOW,
  DENIED,
  errno,
  KILL_PROCESS,
  KILL_THREAD,
  LOG,
  NOTIFY,
  sameAction,
  trace,
  TRAP,
} from './action.ts'
export type { Action } from './action.ts'
export { arg, conditionPredicate, printCondition } from './condition.ts'
export { isExactList } from './exact-lists.ts'
export { libseccompCondition } from './libseccomp-conditions.ts'
export type {
  ArgCondition,
  ArgConditions,
  ArgIndex,
  CompareCondition,
  Comparison,
  MaskedCondition,
  SetCondition,
  U64Like,
  ValueOrRange,
} from './condition.ts'
export type { Argument, MaskedArgument, NumberOrConstantOf } from './argument.ts'
export { all, any, not } from './named-condition.ts'
export type { ArgumentValue, Condition, NamedCondition, NamedOperator } from './named-condition.ts'
export { printExpression, printNamed } from './print-condition.ts'
export { printPolicy, printRule } from './print-policy.ts'
export { policySource } from './policy-source.ts'
export { variantNames, variants, variantsOf } from './variants.ts'
export type { VariantName } from './variants.ts'
export type {
  AnyName,
  ArgumentsOf,
  ArgumentsOfCall,
  ArgumentTest,
  ConditionOr,
  KnownItem,
  Mistake,
  NoAction,
  NoArguments,
  NothingInCommon,
  OtherName,
  RuleItem,
} from './call-arguments.ts'
export { policy, PolicyBuilder } from './builder.ts'
export type { DefaultWord, PolicyOptions } from './builder.ts'
export { RuleList } from './rule-writer.ts'
export { overlapTooOften } from './pairs.ts'
export { policyOf } from './policy-shape.ts'
export { resolve } from './resolve.ts'
export type { Resolution } from './resolve.ts'
export type { Multiplexing, ResolveOptions, Target } from './target.ts'
export type { AbsentNames } from './resolve-messages.ts'
export type { UnknownAction } from './unknown-calls.ts'
export { abiNumbers } from './abi-numbers.ts'
export { policyAbis, policyTables } from './abis.ts'
export { PolicyError, readPolicy } from './policy-error.ts'
export { quote } from '@seccompile/shape'
export type { PolicyErrorCode } from './policy-error.ts'
export { formatSource } from './source.ts'
export type { Source } from './source.ts'
export { SEVERITIES, warning } from './warning.ts'
export type { Finding, Severity, ShownCall, ShownSides, Warning, WarningName } from './warning.ts'
export { firstArgument } from './first-argument.ts'
export { otherAbisOf } from './warnings/machines.ts'
export { WARNINGS } from './warning-table.ts'
export type { WarningFacts } from './warning-table.ts'
export type { Widths } from './argument-width.ts'
export { CAPABILITIES, CONTAINER_CAPS, parseCapability } from './capability.ts'
export type { Capability } from './capability.ts'
export { formatKernelVersion, isAtLeast, NEWEST_KERNEL, parseKernelVersion } from './kernel-version.ts'
export type { KernelText, KernelVersion } from './kernel-version.ts'
