export { compile, compileRules, MAX_INSN_COST } from './compile.ts'
export type { Certificate, Compilation, CompileOptions, CompileRulesOptions } from './compile.ts'
export { compileStack } from './compile-stack.ts'
export type { CompileStackOptions, StackCompilation, StackedFilter } from './compile-stack.ts'
export { DEFAULT_PIPELINE, isPipelineName, pipelines } from './pipelines.ts'
export type { NamedPipeline, PipelineName } from './pipelines.ts'
export { optimize } from './optimize.ts'
export type {
  Optimization,
  OptimizeAttempt,
  OptimizeGoal,
  OptimizeOptions,
  OptimizeOrigin,
} from './optimize.ts'
export { passes } from './passes.ts'
export { isObjectiveKind, OBJECTIVES } from './objective/options.ts'
export type { ObjectiveKind, ObjectiveOptions } from './objective/options.ts'
export { objectiveOf } from './objective/objective.ts'
export type { Objective, ObjectiveBound, ObjectiveValue } from './objective/objective.ts'
export { longestPath } from './longest-path.ts'
export { cost } from './cost.ts'
export type { AbiCost, CallCost, Cost, CostOptions, Uncached, UncachedGroup } from './cost.ts'
export type { GroupCost, MeanCost } from './cost-group.ts'
export { provedDifference } from './step-keeper.ts'
export { insnsNeeded } from './too-large.ts'
export { weighKnownCalls } from './objective/weigh.ts'
