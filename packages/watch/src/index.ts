export { watch } from './watch.ts'
export type { Watching } from './watch.ts'
export { record } from './record.ts'
export type { Recorded } from './record.ts'
export { recordByStrace } from './record-by-strace.ts'
export type {
  RecordByStraceOptions,
  RecordOptions,
  RecordProgress,
  WatchedCommandOptions,
  WatchOptions,
} from './options.ts'
export type { WatchLimits, WatchReport } from './start-watching.ts'
export type { WatchedCalls } from './call-namer.ts'
export type { CountedCalls } from './seen.ts'
export type { ProgramWithoutRights } from './without-rights.ts'
