export type {
  NotFor,
  Overlaps,
  Policy,
  PolicyName,
  PolicyRule,
  Requirement,
  SubArchitectures,
} from './data/policy.ts'
export { ALLOW, DENIED, errno, KILL_PROCESS, KILL_THREAD, LOG, NOTIFY, trace, TRAP } from './data/action.ts'
export type { Action } from './data/action.ts'
export { arg } from './data/condition.ts'
export type {
  ArgCondition,
  ArgConditions,
  ArgIndex,
  CompareCondition,
  Comparison,
  MaskedCondition,
  SetCondition,
} from './data/condition.ts'
export { all, any, not } from './data/named-condition.ts'
export type { ArgumentValue, Condition, NamedCondition, NamedOperator } from './data/named-condition.ts'
export { policyAbis, policyTables } from './data/abis.ts'
export { policyOf } from './data/policy-shape.ts'
export type { Multiplexing, ResolveOptions, Target, UnknownAction, Widths } from './data/target.ts'
export { PolicyError } from './data/policy-error.ts'
export type { PolicyErrorCode } from './data/policy-error.ts'
export type { Source } from './data/source.ts'
export type { Finding, Severity, ShownCall, ShownSides, Warning, WarningName } from './data/warning.ts'
export { WARNINGS } from './data/warning-table.ts'
export type { WarningFacts } from './data/warning-table.ts'
export { CAPABILITIES, CONTAINER_CAPS, parseCapability } from './data/capability.ts'
export type { Capability } from './data/capability.ts'
export { formatKernelVersion, NEWEST_KERNEL, parseKernelVersion } from '@seccompile/syscalls'
export type { KernelRange, KernelText, KernelVersion } from '@seccompile/syscalls'
export { variantNames, variants, variantsOf } from './data/variants.ts'
export type { VariantName } from './data/variants.ts'
export { printCondition } from './data/print-condition.ts'
export { printPolicy } from './data/print-policy.ts'
export { policySource } from './data/policy-source.ts'
export type { RuleComments, SourceComments } from './data/source-comments.ts'
export { policy, PolicyBuilder } from './builder/builder.ts'
export type { PolicyOptions } from './builder/builder.ts'
export { RuleList } from './builder/rule-writer.ts'
export type { Argument, MaskedArgument } from './builder/argument.ts'
export type { ArgumentsOf } from './builder/call-arguments.ts'
export { resolve } from './resolution/resolve.ts'
export type { Resolution } from './resolution/resolve.ts'
export type { AbsentNames } from './resolution/resolve-messages.ts'
