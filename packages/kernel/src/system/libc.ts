/*
 * The few functions of the C library that Node does not offer, called through koffi.
 *
 * koffi is an optional dependency. This file does not name its types, so that the package can be built and
 * checked without koffi. It is looked up when a function is first needed.
 */
import { ftruncateSync } from 'node:fs'
import { createRequire } from 'node:module'
import { errnoName } from './errno.ts'
import { KernelError } from './kernel-error.ts'
import { machineEndianness, nativeAbi } from './native-abi.ts'

/** The part of koffi that this file uses. @see https://koffi.dev/ */
interface Koffi {
  /** `load(null)` yields the symbols of this process, and so those of its C library. */
  load(path: null): KoffiLibrary
  struct(fields: Readonly<Record<string, string>>): unknown
  pointer(type: unknown): unknown
  alloc(type: string, length: number): unknown
  address(memory: unknown): bigint
  view(memory: unknown, length: number): ArrayBuffer
  errno(): number
}

interface KoffiLibrary {
  func(
    name: string,
    result: string,
    parameters: readonly unknown[],
  ): (...values: readonly unknown[]) => number
}

/** Functions of the C library. Those that fail yield -1, and `errno()` then says why. */
export interface Libc {
  readonly errno: () => number
  readonly prctl: (option: number, value: number) => number
  /** `syscall(nr, operation, flags, prog)`; without bytes the pointer is `NULL`. */
  readonly seccomp: (nr: number, operation: number, flags: number, program: Uint8Array | undefined) => number
  readonly fcntl: (fd: number, command: number, value: number) => number
  /** Marks all descriptors from `first` on with FD_CLOEXEC; false where the kernel cannot (before Linux 5.11). */
  readonly closeRangeOnExec: (first: number) => boolean
  /** Gives a signal its default action. */
  readonly defaultSignal: (signal: number) => void
  /** Unblocks all signals in the calling thread. */
  readonly unblockSignals: () => void
  /**
   * A function that replaces the process. It returns only where the kernel refuses. All memory for the call is
   * laid out beforehand, so the function makes no other call than `execve`.
   */
  readonly prepareExec: (
    path: Uint8Array,
    args: readonly Uint8Array[],
    env: readonly Uint8Array[] | undefined,
  ) => () => void
  /**
   * Ends the process by `exit_group` alone. Node makes other calls at its end, such as `write`, which a filter may
   * refuse.
   */
  readonly exit: (status: number) => never
  readonly netlinkSocket: (protocol: number, groups: number) => number
  /** The number of bytes received from a socket; 0 or less where there are none. The call does not wait. */
  readonly receive: (socket: number, into: Uint8Array) => number
  readonly close: (fd: number) => number
  /** A descriptor of a new file in memory, full of zeros; -1 where the kernel or the C library has no such files. */
  readonly memoryFile: (bytes: number) => number
  /**
   * The first `bytes` of a file as memory that all processes with this mapping share; `undefined` where mapping
   * fails.
   */
  readonly sharedMemory: (fd: number, bytes: number) => Uint8Array | undefined
}

const SIG_SETMASK = process.arch.startsWith('mips') ? 3 : 2
const AF_NETLINK = 16
const SOCK_RAW_CLOEXEC = 3 | 0o2000000
const MSG_DONTWAIT = 0x40
const MFD_CLOEXEC = 1
const CLOSE_RANGE_CLOEXEC = 4
const PROT_READ_WRITE = 3
const MAP_SHARED = 1

function loadKoffi(): Koffi {
  try {
    // The only place that gives koffi its type: see `Koffi`.
    return createRequire(import.meta.url)('koffi') as Koffi
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException // `require` throws errors with a code
    const why = code === 'MODULE_NOT_FOUND' ? 'is not installed' : `cannot be loaded: ${message}`
    throw new KernelError(
      'E_NO_LIBC',
      `the package koffi, by which the C library is called, ${why}; run: npm install koffi`,
      { requirement: 'koffi', cause },
    )
  }
}

/** The functions of the C library of this process. @throws KernelError `E_NO_LIBC` where koffi is not installed */
export function loadLibc(): Libc {
  const koffi = loadKoffi()
  const lib = koffi.load(null)
  // struct sock_fprog { unsigned short len; struct sock_filter *filter; } of include/uapi/linux/filter.h
  const fprog = koffi.pointer(koffi.struct({ len: 'uint16_t', filter: 'uint8_t *' }))
  const syscall = lib.func('syscall', 'long', ['long', 'ulong', 'ulong', fprog])
  const prctl = lib.func('prctl', 'int', ['int', 'ulong', 'ulong', 'ulong', 'ulong'])
  const fcntl = lib.func('fcntl', 'int', ['int', 'int', 'long'])
  const signal = lib.func('signal', 'void *', ['int', 'void *'])
  const sigmask = lib.func('pthread_sigmask', 'int', ['int', 'uint8_t *', 'void *'])
  const close = lib.func('close', 'int', ['int'])
  const exit = lib.func('_exit', 'void', ['int'])
  const errno = (): number => koffi.errno()
  return {
    errno,
    prctl: (option, value) => prctl(option, value, 0, 0, 0),
    seccomp: (nr, operation, flags, program) =>
      syscall(
        nr,
        operation,
        flags,
        program === undefined ? null : { len: program.length / 8, filter: program },
      ),
    fcntl: (fd, command, value) => fcntl(fd, command, value),
    closeRangeOnExec: (first) => {
      const closeRange = lib.func('syscall', 'long', ['long', 'ulong', 'ulong', 'ulong'])
      const { close_range: nr } = nativeAbi().calls
      // A range that ends before it begins is an error to the kernel. Any other answer comes from a filter already
      // attached to this process.
      if (closeRange(nr, 1, 0, 0) >= 0 || errnoName(errno()) !== 'EINVAL') return false
      return closeRange(nr, first, 0xffff_ffff, CLOSE_RANGE_CLOEXEC) === 0
    },
    defaultSignal: (number) => void signal(number, null),
    unblockSignals: () => void sigmask(SIG_SETMASK, new Uint8Array(128), null),
    prepareExec: (path, args, env) => {
      const vectors = [args, ...(env === undefined ? [] : [env])].map((list) => stringVector(koffi, list))
      const file = terminated(koffi, path)
      // `execv` uses `environ`, so a command without an environment of its own gets that of this process, byte for
      // byte.
      const call =
        env === undefined
          ? lib.func('execv', 'int', ['void *', 'void *'])
          : lib.func('execve', 'int', ['void *', 'void *', 'void *'])
      return () => void call(file, ...vectors)
    },
    exit: (status) => {
      exit(status)
      throw new Error('exit_group came back') // a filter answers exit_group with ERRNO
    },
    netlinkSocket: (protocol, groups) => netlinkSocket(lib, protocol, groups),
    receive: (socket, into) =>
      lib.func('recv', 'long', ['int', 'uint8_t *', 'size_t', 'int'])(
        socket,
        into,
        into.length,
        MSG_DONTWAIT,
      ),
    close: (fd) => close(fd),
    memoryFile: (bytes) => {
      try {
        const fd = lib.func('memfd_create', 'int', ['str', 'uint'])('seccompile', MFD_CLOEXEC)
        if (fd >= 0) ftruncateSync(fd, bytes)
        return fd
      } catch {
        return -1 // glibc before 2.27 has no such function
      }
    },
    sharedMemory: (fd, bytes) => {
      const mmap = lib.func('mmap', 'void *', ['void *', 'size_t', 'int', 'int', 'int', 'long'])
      const memory: unknown = mmap(null, bytes, PROT_READ_WRITE, MAP_SHARED, fd, 0)
      // A mapping begins at a page, so its address is even. MAP_FAILED, the result of a failed call, is -1 and odd.
      return koffi.address(memory) % 2n === 0n ? new Uint8Array(koffi.view(memory, bytes)) : undefined
    },
  }
}

/** A netlink socket that is bound to `groups`; -1 where the kernel gives none. */
function netlinkSocket(lib: KoffiLibrary, protocol: number, groups: number): number {
  const fd = lib.func('socket', 'int', ['int', 'int', 'int'])(AF_NETLINK, SOCK_RAW_CLOEXEC, protocol)
  if (fd < 0) return fd
  const bind = lib.func('bind', 'int', ['int', 'uint8_t *', 'uint32_t'])
  // struct sockaddr_nl { family, pad, pid, groups } of include/uapi/linux/netlink.h
  const address = Buffer.alloc(12)
  address[machineEndianness() === 'little' ? 0 : 1] = AF_NETLINK
  new Uint32Array(address.buffer, address.byteOffset, 3)[2] = groups
  if (bind(fd, address, address.length) === 0) return fd
  lib.func('close', 'int', ['int'])(fd)
  return -1
}

/** Memory that holds `text` and the 0 that ends it. */
function terminated(koffi: Koffi, text: Uint8Array): unknown {
  const memory = koffi.alloc('uint8_t', text.length + 1)
  const bytes = new Uint8Array(koffi.view(memory, text.length + 1))
  bytes.set(text)
  bytes[text.length] = 0
  return memory
}

/** Memory that holds a `char *[]` ended by `NULL`, and the texts to which it points. */
function stringVector(koffi: Koffi, texts: readonly Uint8Array[]): unknown {
  const wide = !['arm', 'ia32', 'mips', 'mipsel'].includes(process.arch)
  const size = wide ? 8 : 4
  const head = (texts.length + 1) * size
  const length = texts.reduce((sum, text) => sum + text.length + 1, head)
  const memory = koffi.alloc('uint8_t', length)
  const start = koffi.address(memory)
  const view = koffi.view(memory, length)
  const bytes = new Uint8Array(view).fill(0)
  const pointers = new DataView(view)
  const little = machineEndianness() === 'little'
  let at = head
  texts.forEach((text, index) => {
    const address = start + BigInt(at)
    if (wide) pointers.setBigUint64(index * size, address, little)
    else pointers.setUint32(index * size, Number(address), little)
    bytes.set(text, at)
    at += text.length + 1
  })
  return memory
}
