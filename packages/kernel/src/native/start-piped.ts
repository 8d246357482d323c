import type { KernelError } from '../system/kernel-error.ts'
import { startNative } from './start-native.ts'

/**
 * The `ChildProcess` of the program at `path`, which `compileNative` has yielded, with pipes for its standard streams. An
 * `object`, so that our types can be read without those of Node. A program that is not kept is removed.
 *
 * @param onError - called when the program cannot start; `close` follows
 * @throws KernelError `E_ARGUMENT` where an argument is wrong; `E_NATIVE` where the start fails at once
 */
export function startPiped(path: string, onError: (error: KernelError) => void): object {
  return startNative(path, { stdio: ['pipe', 'pipe', 'pipe'], onError })
}
