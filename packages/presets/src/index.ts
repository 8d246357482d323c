export { containerDefault } from './container-default.ts'
export type { KeptCall, Preset, PresetName, ThreatNote } from './preset.ts'
export { presetNames, presetOf, presetPolicy, presets, PRESETS, presetsOf } from './presets.ts'
