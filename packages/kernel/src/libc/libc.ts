/* The calls of the kernel that no runtime of JavaScript offers. They are made over a bridge: see bridge.ts. */
import { errnoName } from '../system/errno.ts'
import { isWide, machineEndianness, nativeAbi } from '../system/native-abi.ts'
import type { Bridge, BridgeName } from './bridge.ts'
import { copied, setPointer, stringVector, terminated } from './memory.ts'
import { openBridge } from './open-bridge.ts'

/** A netlink socket. */
export interface NetlinkSocket {
  /** The bytes that have been received; empty where there are none. The call does not wait. */
  readonly receive: () => Uint8Array
  readonly close: () => void
}

/** Calls of the kernel. Those that fail yield -1, and `errno()` then says why. */
export interface Libc {
  /** The bridge by which the calls are made. */
  readonly bridge: BridgeName
  readonly errno: () => number
  readonly prctl: (option: number, value: number) => number
  /** seccomp(2); without bytes the pointer to the program is `NULL`. */
  readonly seccomp: (operation: number, flags: number, program: Uint8Array | undefined) => number
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
    env: readonly Uint8Array[],
  ) => () => void
  /**
   * Ends the process by `exit_group` alone. A runtime makes other calls at its end, such as `write`, which a filter may
   * refuse.
   */
  readonly exit: (status: number) => never
  /** A netlink socket that is bound to `groups`; `undefined` where the kernel gives none. */
  readonly netlinkSocket: (protocol: number, groups: number) => NetlinkSocket | undefined
  readonly close: (fd: number) => number
  /** At most `bytes` bytes of a file, from its offset on; empty where none can be read. */
  readonly read: (fd: number, bytes: number) => Uint8Array
  /** A descriptor of a new file in memory, full of zeros; -1 where the kernel has no such files. */
  readonly memoryFile: (bytes: number) => number
  /**
   * The first `bytes` of a file as memory that all processes with this mapping share; `undefined` where mapping
   * fails.
   */
  readonly sharedMemory: (fd: number, bytes: number) => Uint8Array | undefined
}

const SIG_SETMASK = 2
/** The size of the kernel's set of signals, in bytes. */
const SIGSET_BYTES = 8
/** At least the size of the kernel's `struct sigaction`, in bytes. All zeros stand for SIG_DFL and no flags. */
const SIGACTION_BYTES = 64
const AF_NETLINK = 16
const SOCK_RAW_CLOEXEC = 3 | 0o2000000
const MSG_DONTWAIT = 0x40
const MFD_CLOEXEC = 1
const CLOSE_RANGE_CLOEXEC = 4
const PROT_READ_WRITE = 3
const MAP_SHARED = 1
/** The most bytes of a message of netlink that are received. */
const MESSAGE_BYTES = 16 * 1024

/**
 * The calls of this process.
 * @param names - the bridges to try, in their order; by default all
 * @throws KernelError `E_NO_LIBC` where none of the bridges is here
 */
export function loadLibc(names?: readonly BridgeName[]): Libc {
  return libcOver(openBridge(names))
}

/** The calls of this process; `undefined` where no bridge is here. */
export function tryLibc(): Libc | undefined {
  try {
    return loadLibc()
  } catch {
    return undefined
  }
}

function libcOver(bridge: Bridge): Libc {
  const { syscall, errno } = bridge
  const { calls } = nativeAbi()
  return {
    bridge: bridge.name,
    errno,
    prctl: (option, value) => syscall(calls.prctl, option, value),
    seccomp: (operation, flags, program) =>
      syscall(calls.seccomp, operation, flags, program === undefined ? 0 : filterProgram(bridge, program)),
    fcntl: (fd, command, value) => syscall(calls.fcntl, fd, command, value),
    closeRangeOnExec: (first) => {
      // A range that ends before it begins is an error to the kernel. Any other answer comes from a filter already
      // attached to this process.
      if (syscall(calls.close_range, 1, 0, 0) >= 0 || errnoName(errno()) !== 'EINVAL') return false
      return syscall(calls.close_range, first, 0xffff_ffff, CLOSE_RANGE_CLOEXEC) === 0
    },
    defaultSignal: (number) => {
      const action = bridge.allocate(SIGACTION_BYTES)
      syscall(calls.rt_sigaction, number, action.address, 0, SIGSET_BYTES)
    },
    unblockSignals: () => {
      const none = bridge.allocate(SIGSET_BYTES)
      syscall(calls.rt_sigprocmask, SIG_SETMASK, none.address, 0, SIGSET_BYTES)
    },
    prepareExec: (path, args, env) => {
      const { address: file } = terminated(bridge, path)
      const { address: argv } = stringVector(bridge, args)
      const { address: envp } = stringVector(bridge, env)
      return () => void syscall(calls.execve, file, argv, envp)
    },
    exit: (status) => {
      syscall(calls.exit_group, status)
      throw new Error('exit_group came back') // a filter answers exit_group with ERRNO
    },
    netlinkSocket: (protocol, groups) => netlinkSocket(bridge, protocol, groups),
    close: (fd) => syscall(calls.close, fd),
    read: (fd, bytes) => {
      const into = bridge.allocate(bytes)
      return into.bytes.subarray(0, Math.max(0, syscall(calls.read, fd, into.address, bytes)))
    },
    memoryFile: (bytes) => {
      const name = terminated(bridge, Buffer.from('seccompile'))
      const fd = syscall(calls.memfd_create, name.address, MFD_CLOEXEC)
      // 0 to 2 are open in every runtime: such an answer comes from a filter already attached to this process.
      if (fd <= 2) return -1
      if (syscall(calls.ftruncate, fd, bytes) === 0) return fd
      syscall(calls.close, fd)
      return -1
    },
    sharedMemory: (fd, bytes) => {
      // On s390x mmap(2) finds its arguments in memory. There the call fails, and a failure is told by other means.
      const at = syscall(calls.mmap, 0, bytes, PROT_READ_WRITE, MAP_SHARED, fd, 0)
      if (at === -1) return undefined
      return bridge.view(isWide() ? BigInt(at) : BigInt(at >>> 0), bytes)
    },
  }
}

/** The address of a `struct sock_fprog { unsigned short len; struct sock_filter *filter; }`. @see linux/filter.h */
function filterProgram(bridge: Bridge, program: Uint8Array): bigint {
  const fprog = bridge.allocate(16)
  new Uint16Array(fprog.bytes.buffer)[0] = program.length / 8
  setPointer(fprog, isWide() ? 8 : 4, copied(bridge, program).address)
  return fprog.address
}

function netlinkSocket(bridge: Bridge, protocol: number, groups: number): NetlinkSocket | undefined {
  const { calls } = nativeAbi()
  const fd = bridge.syscall(calls.socket, AF_NETLINK, SOCK_RAW_CLOEXEC, protocol)
  if (fd < 0) return undefined
  const close = (): void => void bridge.syscall(calls.close, fd)
  // struct sockaddr_nl { family, pad, pid, groups } of include/uapi/linux/netlink.h
  const { address, bytes } = bridge.allocate(12)
  bytes[machineEndianness() === 'little' ? 0 : 1] = AF_NETLINK
  new Uint32Array(bytes.buffer)[2] = groups
  if (bridge.syscall(calls.bind, fd, address, bytes.length) !== 0) {
    close()
    return undefined
  }
  const into = bridge.allocate(MESSAGE_BYTES)
  return {
    receive: () => {
      const size = bridge.syscall(calls.recvfrom, fd, into.address, MESSAGE_BYTES, MSG_DONTWAIT)
      return into.bytes.subarray(0, Math.max(0, size))
    },
    close,
  }
}
