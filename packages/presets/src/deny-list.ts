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
import { errno, KILL_PROCESS, policy } from '@seccompile/policy'
import type { PolicyBuilder } from '@seccompile/policy'
import type { PresetName } from './preset.ts'

/** A policy without rules, which lets every known call of its ABIs run. */
export function denyList(name: PresetName): PolicyBuilder {
  return policy({ name, default: 'allow', unknown: errno('ENOSYS'), badArch: KILL_PROCESS })
}

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
  'Calls that are newer than the tables (Linux 7.1) fail with ENOSYS, as they do on an older kernel.',
]
