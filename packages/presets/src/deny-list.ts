/*
 * The common part of the presets that are lists of refused calls.
 *
 * Their default lets every call run, so two ways around the list must be shut. First, a kernel may have calls that
 * are newer than the tables, and such a call may do what the list refuses. Its number gets ENOSYS, as on an older
 * kernel, and a C library uses another call. Second, a machine may offer the calls of another ABI, with numbers of
 * its own, which the list does not cover. A process that makes such a call is killed. An errno would leave a program
 * running that cannot even call exit(), and KILL_THREAD would leave a process waiting for the killed thread. For a
 * 32-bit program under such a preset, name its ABI: `--abi x86_64,x86`. Kernels before 4.14 do not know KILL_PROCESS,
 * and kill the thread.
 *
 * The calls of x32 have the arch of x86_64, and numbers with bit 30 set. Without x32 among the ABIs they count as
 * calls of another ABI.
 */
import { errno, formatKernelVersion, KILL_PROCESS, NEWEST_KERNEL, policy } from '@seccompile/policy'
import type { Action, PolicyBuilder } from '@seccompile/policy'
import type { SyscallName } from '@seccompile/syscalls'
import type { PresetName } from './preset.ts'
import { ABIS_WITH_SOCKETCALL, operationsOf } from './socketcall.ts'

/** A policy without rules, which lets every known call of its ABIs run. */
export function denyList(name: PresetName): PolicyBuilder {
  return policy({ name, default: 'allow', unknown: errno('ENOSYS'), badArch: KILL_PROCESS })
}

/** `list` with ENOSYS for the three calls of io_uring, as on a kernel before 5.1. */
export function denyIoUring(list: PolicyBuilder): PolicyBuilder {
  return list.deny('io_uring_setup', 'io_uring_enter', 'io_uring_register', errno('ENOSYS'))
}

/**
 * `list` without the two ways to make a socket that no filter sees: io_uring, whose calls get ENOSYS, and socketcall, of which
 * the operations of `calls` get `refused`.
 */
export function denyUnseenSockets(
  list: PolicyBuilder,
  calls: readonly SyscallName[],
  refused: Action,
): PolicyBuilder {
  return denyIoUring(list).on(ABIS_WITH_SOCKETCALL, (rules) =>
    rules.deny('socketcall', ({ call }) => call.in(...operationsOf(...calls)), refused),
  )
}

/** The effect on honest programs where the operations of socketcall that make sockets are refused. */
export const BREAKS_WITHOUT_SOCKETCALL: string =
  'All new sockets of programs whose C library makes them through socketcall, such as a glibc for kernels before 4.3 on ' +
  'x86, s390 and s390x: the family lies in memory, so the operation is refused whole.'

/** The kernel that such a preset needs. */
export const NEEDS_WITHOUT_SOCKETCALL: string =
  'No kernel in particular. ABIs with socketcall have socket() as a call of its own, x86 and s390 from Linux 4.3 on.'

/**
 * The way that lists of refused sockets leave open: the kernel starts a helper outside the filter.
 * @see request-key(8)
 */
export const HELPER_LOOKS_UP_NAMES: string =
  'request_key: where keyutils is installed, the kernel starts a helper outside the filter, and for keys of the type ' +
  'dns_resolver the helper asks the network for a name that the program chooses. A policy that denies request_key shuts it.'

/** The effects on honest programs that every list of refused calls has. */
export const BREAKS_WITH_EVERY_LIST: readonly string[] = [
  'Programs of an ABI that the filter is not for end with SIGSYS at their first call, such as 32-bit programs under a ' +
    'filter for x86_64 alone. Commands take further ABIs by --abi.',
  `Calls that are newer than the tables (Linux ${formatKernelVersion(NEWEST_KERNEL)}) fail with ENOSYS, as they do on an older kernel.`,
]
