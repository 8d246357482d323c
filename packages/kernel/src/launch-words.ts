// The command lines by which launchers of other projects take a raw filter. Nothing here imports Node.
export {
  BWRAP_SAME_ROOT,
  bwrapArgs,
  crunAnnotation,
  crunArgs,
  crunConfig,
  isBridge,
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
