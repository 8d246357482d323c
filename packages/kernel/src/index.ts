export { attach } from './attach/attach.ts'
export type { Attached, AttachOptions } from './attach/attach.ts'
export { bench } from './clock/bench.ts'
export type { BenchOptions, BenchResult, BenchRow } from './clock/bench.ts'
export { benchAttach } from './clock/bench-attach.ts'
export type { AttachResult, AttachRow } from './clock/bench-attach.ts'
export { isTimeable, NO_FILTER, RET_ALLOW } from './clock/bench-checks.ts'
export type { NativeCall } from './clock/bench-native.ts'
export type { BenchNoise } from './clock/bench-rounds.ts'
export { getppidCall, isHarmless } from './clock/bench-subject.ts'
export type { BenchCall, BenchFilter, BenchMode } from './clock/bench-subject.ts'
export { dump } from './oracle/dump.ts'
export { againstInterpreter } from './oracle/against.ts'
export type { Agreement, Disagreement } from './oracle/against.ts'
export { kernelAccepts, oracle } from './oracle/oracle.ts'
export type { Oracle, OracleAbi, OracleBatch } from './oracle/oracle.ts'
export { ORACLE_ABI } from './oracle/oracle-helper.ts'
export { KernelError } from './kernel-error.ts'
export type { KernelErrorCode, KernelErrorFacts } from './kernel-error.ts'
export type { Quantiles } from './clock/quantiles.ts'
export { chooseLauncher } from './launch/choose-launcher.ts'
export type { LaunchNeeds } from './launch/choose-launcher.ts'
export type { CommandWord } from './launch/command-bytes.ts'
export { filterBytes } from './attach/filters.ts'
export type { Filters } from './attach/filters.ts'
export type { AttachFlags } from './attach/flags.ts'
export { hasOwnOptions, launch } from './launch/launch.ts'
export type { LaunchOptions } from './launch/launch.ts'
export {
  BWRAP_SAME_ROOT,
  bwrapArgs,
  crunAnnotation,
  crunArgs,
  crunConfig,
  LAUNCHERS,
  OTHER_LAUNCHERS,
  setprivArgs,
} from './launch-words.ts'
export type {
  CrunAnnotation,
  CrunCommand,
  CrunContainer,
  LauncherName,
  OtherLauncherName,
} from './launch-words.ts'
export type { AnyLauncherName } from './launch/other-launcher.ts'
export { probe } from './probe/probe.ts'
export type { Offer, Probe } from './probe/probe.ts'
export type { LoggedCall, LoggedCalls, RecordedCall, RefusedCall } from './launch/refused-call.ts'
export { refusedLaunch } from './launch/refused-launch.ts'
export { thisUser } from './launch/this-user.ts'
export type { LaunchMachine } from './launch/refused-launch.ts'
export { run } from './launch/run.ts'
export type { RunOptions, RunReport } from './launch/run.ts'
export type { Ended, RunStdio, SignalName } from './launch/ended.ts'
export type { StopSignal } from './stop-signal.ts'
