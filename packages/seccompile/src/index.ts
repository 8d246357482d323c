export {
  compileRules,
  cost,
  DEFAULT_PIPELINE,
  isObjectiveKind,
  isPipelineName,
  longestPath,
  objectiveOf,
  OBJECTIVES,
  optimize,
  passes,
  pipelines,
  weighKnownCalls,
} from '@seccompile/compiler'
export type {
  AbiCost,
  CallCost,
  Certificate,
  Compilation,
  CompileOptions,
  CompileRulesOptions,
  CompileStackOptions,
  Cost,
  CostOptions,
  GroupCost,
  Objective,
  ObjectiveBound,
  ObjectiveKind,
  ObjectiveOptions,
  ObjectiveValue,
  MeanCost,
  Optimization,
  OptimizeAttempt,
  OptimizeGoal,
  OptimizeOptions,
  OptimizeOrigin,
  NamedPipeline,
  PipelineName,
  StackCompilation,
  StackedFilter,
  UncachedReason,
  UncachedGroup,
} from '@seccompile/compiler'
export { callName } from '@seccompile/syscalls'
export { compile, compileStack, resolve } from './compile.ts'
export type { Abi, WithAbis } from './compile.ts'
export {
  all,
  ALLOW,
  any,
  arg,
  CONTAINER_CAPS,
  DENIED,
  errno,
  KILL_PROCESS,
  KILL_THREAD,
  LOG,
  not,
  NOTIFY,
  parseKernelVersion,
  policy,
  PolicyBuilder,
  policySource,
  printPolicy,
  trace,
  TRAP,
  variants,
} from '@seccompile/policy'
export { bwrapArgs, crunAnnotation, setprivArgs } from '@seccompile/kernel/launch-words'
export type { CrunAnnotation } from '@seccompile/kernel/launch-words'
export { groupOf, groups, GROUPS, groupsOf } from '@seccompile/groups'
export type { Group, GroupName } from '@seccompile/groups'
export { presetOf, presetPolicy, presets, PRESETS, presetsOf } from '@seccompile/presets'
export type { KeptCall, Preset, PresetName, PresetNames, ThreatNote } from '@seccompile/presets'
export type {
  Action,
  Argument,
  ArgumentsOf,
  ArgumentValue,
  Capability,
  Condition,
  KernelVersion,
  Policy,
  PolicyOptions,
  PolicyRule,
  Resolution,
  Target,
  Warning,
} from '@seccompile/policy'
// eslint-disable-next-line no-restricted-syntax -- that module is 2,500 names, and a test holds the two alike
export * from '@seccompile/constants/every-constant'
export { bits } from '@seccompile/constants'
export type { Bits, Constant } from '@seccompile/constants'
export type { AbiToken, SyscallName } from '@seccompile/syscalls'
