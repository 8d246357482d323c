export {
  callName,
  compile,
  compileRules,
  cost,
  DEFAULT_PRESET,
  isPresetName,
  passes,
  presets,
  weighKnownCalls,
} from '@seccompile/compiler'
export type {
  AbiCost,
  CallCost,
  Certificate,
  Compilation,
  CompileOptions,
  CompileRulesOptions,
  Cost,
  GroupCost,
  Preset,
  PresetName,
} from '@seccompile/compiler'
