import { bridgeOverFfi, C_LIBRARY, noLibrary } from './bridge.ts'
import type { OpenedBridge } from './bridge.ts'

/** A pointer of Deno, which only Deno can read. */
type DenoPointer = object

/** The part of the global `Deno` that this file uses. @see https://docs.deno.com/runtime/fundamentals/ffi/ */
interface DenoFfi {
  dlopen(path: string, functions: Readonly<Record<string, object>>): { readonly symbols: DenoFunctions }
  readonly permissions: {
    querySync(asked: { readonly name: 'ffi' }): { readonly state: string }
  }
  readonly UnsafePointer: {
    of(bytes: Uint8Array): DenoPointer
    value(pointer: DenoPointer): bigint
    create(address: bigint): DenoPointer
  }
  readonly UnsafePointerView: { getArrayBuffer(pointer: DenoPointer, length: number): ArrayBuffer }
}

interface DenoFunctions {
  readonly syscall: (...values: readonly bigint[]) => bigint
  readonly __errno_location: () => DenoPointer
}

/**
 * The bridge over the FFI of Deno. Deno asks nobody for the permission: without it, there is no bridge. The permission
 * has to be for all libraries: Deno takes the name of the C library for a file, and looks for it in the current folder.
 */
export function openDenoFfi(): OpenedBridge {
  const deno = Reflect.get(globalThis, 'Deno') as DenoFfi // the only place that gives `Deno` its type: see `DenoFfi`
  if (deno.permissions.querySync({ name: 'ffi' }).state !== 'granted')
    return {
      kind: 'none',
      why: 'Deno forbids FFI here',
      toDo: 'start Deno with --allow-ffi for all libraries',
    }
  const { UnsafePointer, UnsafePointerView } = deno
  const long = 'i64'
  try {
    const { syscall, __errno_location } = deno.dlopen(C_LIBRARY, {
      syscall: { parameters: Array.from({ length: 7 }, () => long), result: long },
      __errno_location: { parameters: [], result: 'pointer' },
    }).symbols
    return bridgeOverFfi({
      syscall,
      errnoAddress: () => UnsafePointer.value(__errno_location()),
      addressOf: (bytes) => UnsafePointer.value(UnsafePointer.of(bytes)),
      view: (address, length) => UnsafePointerView.getArrayBuffer(UnsafePointer.create(address), length),
    })
  } catch (error) {
    return noLibrary('Deno', error)
  }
}
