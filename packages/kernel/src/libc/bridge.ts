/*
 * A bridge to the C library: how JavaScript calls its functions.
 *
 * Two functions are enough. `syscall` makes any system call, and `__errno_location` says where the error of the last
 * failed call is kept. Both have these names in glibc and in musl. Each runtime has its own interface to foreign
 * functions (FFI), and the package koffi is one for those that have none. The files beside this one adapt them.
 *
 * @see syscall(2), errno(3)
 */

/** The name of a bridge: the FFI of the runtime itself, or the package koffi. */
export type BridgeName = 'ffi' | 'koffi'

/** The bridges, in the order in which they are tried. */
export const BRIDGES: readonly BridgeName[] = ['ffi', 'koffi']

/**
 * The name by which the C library is opened. It is that of glibc on every machine. musl takes every name that begins with
 * `libc.` for itself, and opens no file. @see musl ldso/dynlink.c: load_library()
 */
export const C_LIBRARY = 'libc.so.6'

/** The parts of a bridge that differ between runtimes. */
export interface Foreign {
  /** syscall(2) with six arguments. It yields -1 where the call fails. */
  readonly syscall: (
    nr: bigint,
    ...args: readonly [bigint, bigint, bigint, bigint, bigint, bigint]
  ) => number | bigint
  /** The error of the last call that failed. */
  readonly errno: () => number
  /** The address of the first of `bytes`. */
  readonly addressOf: (bytes: Uint8Array) => bigint
  /** The memory at an address. */
  readonly view: (address: bigint, length: number) => ArrayBuffer
}

/** The two functions, as a runtime's FFI yields them; `errnoAddress` is `__errno_location`. */
export interface ForeignFunctions extends Pick<Foreign, 'syscall' | 'addressOf' | 'view'> {
  readonly errnoAddress: () => bigint
}

/** Memory at a known address. It stays as long as the bridge. */
export interface CMemory {
  readonly address: bigint
  readonly bytes: Uint8Array
}

/** Calls of the kernel through the C library, from the thread that opened the bridge. */
export interface Bridge {
  readonly name: BridgeName
  /**
   * Makes a system call; -1 where it fails, and `errno()` then says why. Arguments are numbers and addresses; those left
   * out are 0.
   */
  readonly syscall: (nr: number, ...args: readonly (number | bigint)[]) => number
  /** A function that makes a system call whose arguments are always the same. It takes less time than `syscall`. */
  readonly prepare: (nr: number, ...args: readonly (number | bigint)[]) => () => number
  readonly errno: () => number
  /** New memory, full of zeros. */
  readonly allocate: (length: number) => CMemory
  readonly view: (address: bigint, length: number) => Uint8Array
}

/** Why there is no bridge, and what to do, as clauses. */
export interface NoBridge {
  readonly why: string
  readonly toDo: string
}

/** A bridge, or why there is none. */
export type OpenedBridge =
  { readonly kind: 'open'; readonly bridge: Bridge } | ({ readonly kind: 'none' } & NoBridge)

/** The bridge over the parts of a runtime. */
export function bridgeOver(name: BridgeName, foreign: Foreign): OpenedBridge {
  const { errno, addressOf, view } = foreign
  // A garbage collector does not see addresses, so the bridge keeps the memory whose addresses it gave away.
  const kept: Uint8Array[] = []
  const prepare: Bridge['prepare'] = (nr, a = 0, b = 0, c = 0, d = 0, e = 0, f = 0) => {
    const words = [BigInt(a), BigInt(b), BigInt(c), BigInt(d), BigInt(e), BigInt(f)] as const
    const number = BigInt(nr)
    return () => Number(foreign.syscall(number, ...words))
  }
  const bridge: Bridge = {
    name,
    syscall: (nr, ...args) => prepare(nr, ...args)(),
    prepare,
    errno,
    allocate: (length) => {
      const bytes = new Uint8Array(new ArrayBuffer(length)) // a buffer of its own, which no runtime moves
      kept.push(bytes)
      return { address: addressOf(bytes), bytes }
    },
    view: (address, length) => new Uint8Array(view(address, length)),
  }
  return { kind: 'open', bridge }
}

/** The reason why the FFI of `runtime` opens no bridge: `error`, thrown where the C library was opened. */
export function noLibrary(runtime: string, error: unknown): OpenedBridge {
  const message = error instanceof Error ? error.message : String(error)
  return {
    kind: 'none',
    why: `the FFI of ${runtime} does not open the C library: ${message.split('\n', 1)[0]}`,
    toDo: 'use koffi',
  }
}

/** The bridge over the FFI of a runtime. */
export function bridgeOverFfi(functions: ForeignFunctions): OpenedBridge {
  const { errnoAddress, view } = functions
  const kept = new Int32Array(view(errnoAddress(), 4))
  return bridgeOver('ffi', { ...functions, errno: () => kept[0] ?? 0 })
}
