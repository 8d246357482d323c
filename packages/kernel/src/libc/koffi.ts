/*
 * The bridge over koffi, for runtimes without FFI. koffi is an optional peer: this file does not name its types, so that
 * the package can be built and checked without it.
 */
import { createRequire } from 'node:module'
import { bridgeOver } from './bridge.ts'
import type { OpenedBridge } from './bridge.ts'

/** The part of koffi that this file uses. @see https://koffi.dev/ */
interface Koffi {
  /** `load(null)` yields the symbols of this process, and so those of its C library. */
  load(path: null): KoffiLibrary
  address(bytes: Uint8Array): bigint
  view(address: bigint, length: number): ArrayBuffer
  errno(): number
}

interface KoffiLibrary {
  func(
    name: string,
    result: string,
    parameters: readonly string[],
  ): (...values: readonly bigint[]) => number | bigint
}

/** The bridge over koffi. After a call, koffi keeps errno itself, so `__errno_location` is not asked. */
export function openKoffi(): OpenedBridge {
  try {
    // The only place that gives koffi its type: see `Koffi`.
    const koffi = createRequire(import.meta.url)('koffi') as Koffi
    const parameters = Array.from({ length: 7 }, () => 'long')
    return bridgeOver('koffi', {
      syscall: koffi.load(null).func('syscall', 'long', parameters),
      errno: () => koffi.errno(),
      addressOf: (bytes) => koffi.address(bytes),
      view: (address, length) => koffi.view(address, length),
    })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException // `require` throws errors with a code
    const isMissing = code === 'MODULE_NOT_FOUND'
    // Otherwise koffi is installed without its binary, or with the binary of another machine.
    const why = isMissing ? 'koffi is not installed' : `koffi cannot be loaded: ${message.split('\n', 1)[0]}`
    return { kind: 'none', why, toDo: isMissing ? 'run "npm install koffi"' : 'install koffi again' }
  }
}
