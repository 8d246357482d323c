import { endianness } from 'node:os'
import type { Endianness } from '@seccompile/abi'
import type { AbiToken } from '@seccompile/syscalls'
import { KernelError } from './kernel-error.ts'

/** The facts about an ABI that launching a command needs, with the numbers of the calls that launchers make. */
export interface NativeAbi {
  /** The name of the ABI in @seccompile/syscalls. */
  readonly token: AbiToken
  readonly auditArch: number
  readonly calls: Readonly<Record<LaunchCall, number>>
}

/** The machine's own ABI, with the numbers of all calls that this package makes. */
export interface OwnAbi extends NativeAbi {
  /** Where an ABI has `mmap2`, `mmap` is its number: at the beginning of a file both are the same. */
  readonly calls: Readonly<Record<OwnCall, number>>
}

/** The calls that launchers make under the filter, up to execve. */
export const LAUNCH_CALLS = [
  'capget',
  'close',
  'close_range',
  'execve',
  'openat',
  'prctl',
  'read',
  'seccomp',
  'write',
] as const

/** One of {@link LAUNCH_CALLS}. */
export type LaunchCall = (typeof LAUNCH_CALLS)[number]

/** A call that this package makes, or that a launcher makes. */
export type OwnCall =
  | LaunchCall
  | 'bind'
  | 'exit_group'
  | 'fcntl'
  | 'ftruncate'
  | 'memfd_create'
  | 'mmap'
  | 'recvfrom'
  | 'rt_sigaction'
  | 'rt_sigprocmask'
  | 'socket'

/** `close_range` has one number on all ABIs here: it came after new calls were given common numbers. */
const CLOSE_RANGE = 436

/** The generic numbers of `include/uapi/asm-generic/unistd.h`, which every newer ABI has. */
const GENERIC = {
  bind: 200,
  capget: 90,
  close: 57,
  close_range: CLOSE_RANGE,
  execve: 221,
  exit_group: 94,
  fcntl: 25,
  ftruncate: 46,
  memfd_create: 279,
  mmap: 222,
  openat: 56,
  prctl: 167,
  read: 63,
  recvfrom: 207,
  rt_sigaction: 134,
  rt_sigprocmask: 135,
  seccomp: 277,
  socket: 198,
  write: 64,
}

/*
 * A copy of a few facts of @seccompile/syscalls; the tests compare them. A program that only starts a command under a
 * filter need not read a whole table.
 */
const NATIVE_ABIS: Readonly<Record<string, OwnAbi>> = {
  x64: {
    token: 'x86_64',
    auditArch: 0xc000003e,
    calls: {
      bind: 49,
      capget: 125,
      close: 3,
      close_range: CLOSE_RANGE,
      execve: 59,
      exit_group: 231,
      fcntl: 72,
      ftruncate: 77,
      memfd_create: 319,
      mmap: 9,
      openat: 257,
      prctl: 157,
      read: 0,
      recvfrom: 45,
      rt_sigaction: 13,
      rt_sigprocmask: 14,
      seccomp: 317,
      socket: 41,
      write: 1,
    },
  },
  ia32: {
    token: 'x86',
    auditArch: 0x40000003,
    calls: {
      bind: 361,
      capget: 184,
      close: 6,
      close_range: CLOSE_RANGE,
      execve: 11,
      exit_group: 252,
      fcntl: 55,
      ftruncate: 93,
      memfd_create: 356,
      mmap: 192,
      openat: 295,
      prctl: 172,
      read: 3,
      recvfrom: 371,
      rt_sigaction: 174,
      rt_sigprocmask: 175,
      seccomp: 354,
      socket: 359,
      write: 4,
    },
  },
  arm: {
    token: 'arm',
    auditArch: 0x40000028,
    calls: {
      bind: 282,
      capget: 184,
      close: 6,
      close_range: CLOSE_RANGE,
      execve: 11,
      exit_group: 248,
      fcntl: 55,
      ftruncate: 93,
      memfd_create: 385,
      mmap: 192,
      openat: 322,
      prctl: 172,
      read: 3,
      recvfrom: 292,
      rt_sigaction: 174,
      rt_sigprocmask: 175,
      seccomp: 383,
      socket: 281,
      write: 4,
    },
  },
  arm64: { token: 'aarch64', auditArch: 0xc00000b7, calls: GENERIC },
  riscv64: { token: 'riscv64', auditArch: 0xc00000f3, calls: GENERIC },
  loong64: { token: 'loongarch64', auditArch: 0xc0000102, calls: GENERIC },
  ppc64: {
    token: 'ppc64le',
    auditArch: 0xc0000015,
    calls: {
      bind: 327,
      capget: 183,
      close: 6,
      close_range: CLOSE_RANGE,
      execve: 11,
      exit_group: 234,
      fcntl: 55,
      ftruncate: 93,
      memfd_create: 360,
      mmap: 90,
      openat: 286,
      prctl: 171,
      read: 3,
      recvfrom: 337,
      rt_sigaction: 173,
      rt_sigprocmask: 174,
      seccomp: 358,
      socket: 326,
      write: 4,
    },
  },
  s390x: {
    token: 's390x',
    auditArch: 0x80000016,
    calls: {
      bind: 361,
      capget: 184,
      close: 6,
      close_range: CLOSE_RANGE,
      execve: 11,
      exit_group: 248,
      fcntl: 55,
      ftruncate: 93,
      memfd_create: 350,
      mmap: 90,
      openat: 288,
      prctl: 172,
      read: 3,
      recvfrom: 371,
      rt_sigaction: 174,
      rt_sigprocmask: 175,
      seccomp: 348,
      socket: 359,
      write: 4,
    },
  },
}

/**
 * The ABI of the system calls of this process.
 *
 * @param architecture - a value of `process.arch`
 * @throws KernelError `E_NO_SECCOMP` for one that this package does not know
 */
export function nativeAbi(architecture: string = process.arch): OwnAbi {
  const found = Object.hasOwn(NATIVE_ABIS, architecture) ? NATIVE_ABIS[architecture] : undefined
  if (found !== undefined) return found
  const known = Object.keys(NATIVE_ABIS).join(', ')
  throw new KernelError('E_NO_SECCOMP', `the numbers of system calls on ${architecture} are not known here`, {
    requirement: `one of ${known}`,
  })
}

/** Whether addresses of this machine have 64 bits. */
export function isWide(): boolean {
  return !['arm', 'ia32'].includes(process.arch)
}

/** The byte order of this machine. */
export function machineEndianness(): Endianness {
  return endianness() === 'LE' ? 'little' : 'big'
}
