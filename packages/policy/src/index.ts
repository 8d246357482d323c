export type {
  NotFor,
  Overlaps,
  Policy,
  PolicyName,
  PolicyRule,
  Requirement,
  SubArchitectures,
} from './data/policy.ts'
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
} from './data/action.ts'
export type { Action } from './data/action.ts'
export { arg, conditionPredicate, printCondition } from './data/condition.ts'
export { isExactList } from './resolution/calls/exact-lists.ts'
export { libseccompCondition } from './resolution/calls/libseccomp-conditions.ts'
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
} from './data/condition.ts'
export type { Argument, MaskedArgument, NumberOrConstantOf } from './builder/argument.ts'
export { all, any, not } from './data/named-condition.ts'
export type { ArgumentValue, Condition, NamedCondition, NamedOperator } from './data/named-condition.ts'
export { printExpression, printNamed } from './data/print-condition.ts'
export { printPolicy, printRule } from './data/print-policy.ts'
export { policySource } from './data/policy-source.ts'
export { variantNames, variants, variantsOf } from './data/variants.ts'
export type { VariantName } from './data/variants.ts'
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
} from './builder/call-arguments.ts'
export { policy, PolicyBuilder } from './builder/builder.ts'
export type { DefaultWord, PolicyOptions } from './builder/builder.ts'
export { RuleList } from './builder/rule-writer.ts'
export { overlapTooOften } from './resolution/calls/pairs.ts'
export { policyOf } from './data/policy-shape.ts'
export { resolve } from './resolution/resolve.ts'
export type { Resolution } from './resolution/resolve.ts'
export type { Multiplexing, ResolveOptions, Target } from './data/target.ts'
export type { AbsentNames } from './resolution/resolve-messages.ts'
export type { UnknownAction } from './data/target.ts'
export { abiNumbers } from './resolution/calls/abi-numbers.ts'
export { policyAbis, policyTables } from './data/abis.ts'
export { PolicyError, readPolicy } from './data/policy-error.ts'
export { quote } from '@seccompile/shape'
export type { PolicyErrorCode } from './data/policy-error.ts'
export { formatSource } from './data/source.ts'
export type { Source } from './data/source.ts'
export { SEVERITIES, warning } from './data/warning.ts'
export type { Finding, Severity, ShownCall, ShownSides, Warning, WarningName } from './data/warning.ts'
export { firstArgument } from './resolution/calls/first-argument.ts'
export { otherAbisOf } from './resolution/warnings/machines.ts'
export { WARNINGS } from './data/warning-table.ts'
export type { WarningFacts } from './data/warning-table.ts'
export type { Widths } from './data/target.ts'
export { CAPABILITIES, CONTAINER_CAPS, parseCapability } from './data/capability.ts'
export type { Capability } from './data/capability.ts'
export { formatKernelVersion, isAtLeast, NEWEST_KERNEL, parseKernelVersion } from './data/kernel-version.ts'
export type { KernelText, KernelVersion } from './data/kernel-version.ts'
