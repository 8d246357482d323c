import { bridgeOverFfi, C_LIBRARY, noLibrary } from './bridge.ts'
import type { OpenedBridge } from './bridge.ts'
import { runtimeText } from './runtime.ts'

/** The flag without which some versions of Node have no module `node:ffi`. */
export const FFI_FLAG = '--experimental-ffi'

/** The part of `node:ffi` that this file uses. @see https://nodejs.org/api/ffi.html */
interface NodeFfi {
  dlopen(path: string, functions: Readonly<Record<string, object>>): { readonly functions: NodeFunctions }
  getRawPointer(bytes: Uint8Array): bigint
  toArrayBuffer(address: bigint, length: number, copy: boolean): ArrayBuffer
}

interface NodeFunctions {
  readonly syscall: (...values: readonly bigint[]) => bigint
  readonly __errno_location: () => bigint
}

/** Whether this Node, or one started with {@link FFI_FLAG}, has FFI. */
export const nodeHasFfi = (): boolean => process.allowedNodeEnvironmentFlags.has(FFI_FLAG)

function noFfi(): OpenedBridge {
  const runtime = runtimeText()
  return nodeHasFfi()
    ? { kind: 'none', why: `${runtime} has FFI only with ${FFI_FLAG}`, toDo: `start Node with ${FFI_FLAG}` }
    : { kind: 'none', why: `${runtime} has no FFI`, toDo: 'take Node 26, Bun or Deno' }
}

/** The bridge over `node:ffi`. */
export function openNodeFfi(): OpenedBridge {
  // `process.getBuiltinModule` came with Node 20.16. The only place that gives the module its type: see `NodeFfi`.
  const ffi = process.getBuiltinModule?.('node:ffi') as NodeFfi | undefined
  if (ffi === undefined) return noFfi()
  const long = 'int64'
  try {
    const { syscall, __errno_location } = ffi.dlopen(C_LIBRARY, {
      syscall: { arguments: Array.from({ length: 7 }, () => long), return: long },
      __errno_location: { arguments: [], return: 'pointer' },
    }).functions
    return bridgeOverFfi({
      syscall,
      errnoAddress: __errno_location,
      addressOf: (bytes) => ffi.getRawPointer(bytes),
      view: (address, length) => ffi.toArrayBuffer(address, length, false),
    })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException // Node's own errors have a code
    return code === 'ERR_ACCESS_DENIED'
      ? {
          kind: 'none',
          why: 'the permission model of Node forbids FFI',
          toDo: 'start Node with --allow-ffi',
        }
      : noLibrary('Node', error)
  }
}
