export { MAKERS } from './makers.ts'
export type { Maker } from './makers.ts'
export {
  baseline,
  BASELINE_NAMES,
  BASELINE_TOOLS,
  overlapCases,
  POLICY_NAMES,
  RECORDED_NAMES,
  recording,
  resolvedPolicy,
  syscallFrequencies,
  THREE_ABI_NAMES,
} from './vectors.ts'
export type {
  BaselineName,
  BaselineTool,
  OverlapCase,
  OverlapCondition,
  RecordedName,
  Recording,
  ResolvedAction,
  ResolvedCondition,
  ResolvedPolicy,
  ResolvedRule,
  ThreeAbiName,
  TracedCall,
  VectorPolicyName,
} from './vectors.ts'
