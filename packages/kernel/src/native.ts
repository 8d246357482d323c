// Compiles, keeps and starts the C program of another package, with the errors and options of this package.
export { compileNative } from './native/compile-native.ts'
export type { CompileNativeOptions } from './native/compile-native.ts'
export { startPiped } from './native/start-piped.ts'
export { explainErrno } from './system/errno.ts'
export { KernelError } from './system/kernel-error.ts'
export { readOptions, stopSignal } from './system/option-readers.ts'
export { requireLinux } from './system/require-linux.ts'
export type { StopSignal } from './system/stop-signal.ts'
