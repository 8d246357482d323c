import { createRequire } from 'node:module'
import { bridgeOverFfi, C_LIBRARY, noLibrary } from './bridge.ts'
import type { OpenedBridge } from './bridge.ts'

/** The part of `bun:ffi` that this file uses. @see https://bun.com/docs/api/ffi */
interface BunFfi {
  dlopen(path: string, functions: Readonly<Record<string, object>>): { readonly symbols: BunFunctions }
  ptr(bytes: Uint8Array): number
  toArrayBuffer(address: number, offset: number, length: number): ArrayBuffer
}

interface BunFunctions {
  readonly syscall: (...values: readonly bigint[]) => bigint
  readonly __errno_location: () => number
}

/** The bridge over `bun:ffi`. */
export function openBunFfi(): OpenedBridge {
  const long = 'i64'
  try {
    // The only place that gives the module its type: see `BunFfi`.
    const ffi = createRequire(import.meta.url)('bun:ffi') as BunFfi
    const { syscall, __errno_location } = ffi.dlopen(C_LIBRARY, {
      syscall: { args: Array.from({ length: 7 }, () => long), returns: long },
      __errno_location: { args: [], returns: 'ptr' },
    }).symbols
    return bridgeOverFfi({
      syscall,
      errnoAddress: () => BigInt(__errno_location()),
      addressOf: (bytes) => BigInt(ffi.ptr(bytes)),
      view: (address, length) => ffi.toArrayBuffer(Number(address), 0, length),
    })
  } catch (error) {
    return noLibrary('Bun', error)
  }
}
