export { compile } from './compile/compile.ts'
export { compileRules } from './compile/compile-rules.ts'
export { MAX_INSN_COST } from './compile/options.ts'
export type { Certificate } from './compile/certify.ts'
export type { Compilation } from './compile/compile.ts'
export type { CompileOptions, CompileRulesOptions } from './compile/options.ts'
export { compileStack } from './stack/compile-stack.ts'
export type { CompileStackOptions } from './compile/options.ts'
export type { StackCompilation, StackedFilter } from './stack/compile-stack.ts'
export { DEFAULT_PIPELINE, isPipelineName, pipelines } from './compile/pipelines.ts'
export type { NamedPipeline, PipelineName } from './compile/pipelines.ts'
export { optimize } from './optimize/optimize.ts'
export type {
  Optimization,
  OptimizeAttempt,
  OptimizeGoal,
  OptimizeOptions,
  OptimizeOrigin,
} from './optimize/optimize.ts'
export { passes } from './compile/passes.ts'
export { BITMAP_KERNEL } from './objective/default-objective.ts'
export { isObjectiveKind, OBJECTIVES } from './objective/options.ts'
export type { ObjectiveKind, ObjectiveOptions } from './objective/options.ts'
export { objectiveOf } from './objective/objective.ts'
export type { Objective, ObjectiveBound, ObjectiveValue } from './objective/objective.ts'
export { longestPath } from './compile/longest-path.ts'
export { cost } from './cost/cost.ts'
export type { AbiCost, CallCost, Cost, CostOptions, Uncached, UncachedGroup } from './cost/cost.ts'
export type { GroupCost, MeanCost } from './cost/cost-group.ts'
export { provedDifference } from './compile/step-keeper.ts'
export { insnsNeeded } from './compile/too-large.ts'
export { weighKnownCalls } from './objective/weigh.ts'
