export { isAbove, isModulePath, MAX_FILE_BYTES, PRESET } from './names.ts'
export type { InstallFacts, LoadedPolicy } from './notations/loaded-policy.ts'
export type {
  Notation,
  PolicyNotation,
  ProgramNotation,
  ProgramToWrite,
  ReadingOptions,
} from './notations/notation.ts'
export { NOTATIONS } from './notations/notations.ts'
export { POLICY_NOTATIONS, WRITTEN_ONLY } from './notations/policy-notations.ts'
export { PROGRAM_NOTATIONS } from './notations/program-notations.ts'
export { notationOf, readPolicyText } from './read/read-policy.ts'
export type { PolicyReading, ReadPolicy, UnreadText } from './read/read-policy.ts'
export { readFilter } from './read/read-filter.ts'
export type { FileReading, FilterReadingOptions } from './read/read-filter.ts'
export { readRawFilter, testedArches, testedOrder } from './read/raw-filter.ts'
export type { RawReading } from './read/raw-filter.ts'
export { assembled, programIn } from './read/program-text.ts'
export type { ProgramTextOptions } from './read/program-text.ts'
export { exportedPolicy } from './read/exported-policy.ts'
export { utf8 } from './read/utf8.ts'
export type { Content } from './read/utf8.ts'
export { isOnlyStricterElsewhere, opened, policyText } from './write/policy-text.ts'
export type { NoPolicyText, PolicyText } from './write/policy-text.ts'
export { writtenAbis } from './write/written-abis.ts'
