export {
  baseline,
  BASELINE_NAMES,
  BASELINE_TOOLS,
  POLICY_NAMES,
  resolvedPolicy,
  syscallFrequencies,
} from './vectors.ts'
export type {
  BaselineName,
  BaselineTool,
  PolicyName,
  ResolvedAction,
  ResolvedCondition,
  ResolvedPolicy,
  ResolvedRule,
} from './vectors.ts'
