export { attach } from './attach/attach.ts'
export type { Attachment, AttachOptions } from './attach/attach.ts'
export { dump } from './oracle/dump.ts'
export { againstInterpreter } from './oracle/against.ts'
export type { Agreement, Disagreement } from './oracle/against.ts'
export { kernelAccepts, oracle } from './oracle/oracle.ts'
export type { Oracle, OracleAbi, OracleBatch } from './oracle/oracle.ts'
export { ORACLE_ABI } from './oracle/oracle-helper.ts'
export { KernelError } from './system/kernel-error.ts'
export type { KernelErrorCode, KernelErrorFacts } from './system/kernel-error.ts'
export { chooseLauncher } from './launch/choose-launcher.ts'
export type { LaunchNeeds } from './launch/choose-launcher.ts'
export type { CommandWord } from './launch/command-bytes.ts'
export { filterBytes } from './attach/filters.ts'
export type { Filters } from './attach/filters.ts'
export type { AttachFlags } from './attach/flags.ts'
export { hasOwnOptions, launch } from './launch/launch.ts'
export type { LaunchOptions, RunOptions } from './launch/start-options.ts'
export {
  BWRAP_SAME_ROOT,
  bwrapArgs,
  crunAnnotation,
  crunArgs,
  crunConfig,
  LAUNCHERS,
  OTHER_LAUNCHERS,
  setprivArgs,
} from './launch/launch-words.ts'
export type {
  CrunAnnotation,
  CrunCommand,
  CrunContainer,
  LauncherName,
  OtherLauncherName,
} from './launch/launch-words.ts'
export type { AnyLauncherName } from './launch/other-launcher.ts'
export { probe } from './probe/probe.ts'
export type { Offer } from './probe/offer.ts'
export type { Probe } from './probe/probe.ts'
export { BRIDGES } from './libc/bridge.ts'
export type { BridgeName } from './libc/bridge.ts'
export type { LoggedCall, LoggedCalls, RecordedCall, RefusedCall } from './launch/refused-call.ts'
export { refusedLaunch } from './launch/refused-launch.ts'
export { thisUser } from './launch/this-user.ts'
export type { LaunchMachine } from './launch/refused-launch.ts'
export { run } from './launch/run.ts'
export type { RunReport } from './launch/run.ts'
export { runReportFacts, runReportLines } from './launch/run-report.ts'
export type { CommandEnd, RunStdio, SignalText } from './launch/ended.ts'
export type { StopSignal } from './system/stop-signal.ts'
