import { endianness } from 'node:os'
import type { Endianness } from '@seccompile/abi'
import type { AbiToken } from '@seccompile/syscalls'
import { KernelError } from './kernel-error.ts'

/** The facts about the machine's own ABI that launching a command needs. */
export interface NativeAbi {
  /** The name of the ABI in @seccompile/syscalls. */
  readonly token: AbiToken
  readonly auditArch: number
  /** The numbers of the calls that launchers make under a filter. */
  readonly calls: Readonly<Record<LaunchCall, number>>
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

/** `close_range` has one number on all ABIs here: it came after new calls were given common numbers. */
const CLOSE_RANGE = 436

/** The generic numbers of `include/uapi/asm-generic/unistd.h`, which every newer ABI has. */
const GENERIC = {
  capget: 90,
  close: 57,
  close_range: CLOSE_RANGE,
  execve: 221,
  openat: 56,
  prctl: 167,
  read: 63,
  seccomp: 277,
  write: 64,
}

/*
 * A copy of a few facts of @seccompile/syscalls; the tests compare them. A program that only starts a command under a
 * filter need not read a whole table.
 */
const NATIVE_ABIS: Readonly<Record<string, NativeAbi>> = {
  x64: {
    token: 'x86_64',
    auditArch: 0xc000003e,
    calls: {
      capget: 125,
      close: 3,
      close_range: CLOSE_RANGE,
      execve: 59,
      openat: 257,
      prctl: 157,
      read: 0,
      seccomp: 317,
      write: 1,
    },
  },
  ia32: {
    token: 'x86',
    auditArch: 0x40000003,
    calls: {
      capget: 184,
      close: 6,
      close_range: CLOSE_RANGE,
      execve: 11,
      openat: 295,
      prctl: 172,
      read: 3,
      seccomp: 354,
      write: 4,
    },
  },
  arm: {
    token: 'arm',
    auditArch: 0x40000028,
    calls: {
      capget: 184,
      close: 6,
      close_range: CLOSE_RANGE,
      execve: 11,
      openat: 322,
      prctl: 172,
      read: 3,
      seccomp: 383,
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
      capget: 183,
      close: 6,
      close_range: CLOSE_RANGE,
      execve: 11,
      openat: 286,
      prctl: 171,
      read: 3,
      seccomp: 358,
      write: 4,
    },
  },
  s390x: {
    token: 's390x',
    auditArch: 0x80000016,
    calls: {
      capget: 184,
      close: 6,
      close_range: CLOSE_RANGE,
      execve: 11,
      openat: 288,
      prctl: 172,
      read: 3,
      seccomp: 348,
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
export function nativeAbi(architecture: string = process.arch): NativeAbi {
  const found = Object.hasOwn(NATIVE_ABIS, architecture) ? NATIVE_ABIS[architecture] : undefined
  if (found !== undefined) return found
  const known = Object.keys(NATIVE_ABIS).join(', ')
  throw new KernelError('E_NO_SECCOMP', `the numbers of system calls on ${architecture} are not known here`, {
    requirement: `one of ${known}`,
  })
}

/** The byte order of this machine. */
export function machineEndianness(): Endianness {
  return endianness() === 'LE' ? 'little' : 'big'
}
