/*
 * Parts of the allow-lists for one program: threads without processes, and the requests of `ioctl` and options of `prctl`
 * that concern the program alone.
 */
import { CLONE_THREAD } from '@seccompile/constants/clone'
import {
  FIOCLEX,
  FIONBIO,
  FIONCLEX,
  FIONREAD,
  TCGETS,
  TCGETS2,
  TIOCGWINSZ,
} from '@seccompile/constants/ioctl'
import {
  PR_CAPBSET_READ,
  PR_GET_DUMPABLE,
  PR_GET_NAME,
  PR_GET_NO_NEW_PRIVS,
  PR_GET_SECCOMP,
  PR_SET_KEEPCAPS,
  PR_SET_NAME,
  PR_SET_NO_NEW_PRIVS,
  PR_SET_VMA,
} from '@seccompile/constants/pr'
import { groups } from '@seccompile/groups'
import { all, errno, policy } from '@seccompile/policy'
import type { PolicyBuilder } from '@seccompile/policy'
import type { AbiToken, SyscallName } from '@seccompile/syscalls'
import { CLONE_NAMESPACES } from './clone-namespaces.ts'

/** The calls of `group` without some calls, which have rules of their own or are refused. */
export function without(
  group: readonly SyscallName[],
  ...left: readonly SyscallName[]
): readonly SyscallName[] {
  return group.filter((call) => !left.includes(call))
}

/**
 * Allows threads, but no processes: `clone` needs CLONE_THREAD. The flags of clone3 are in memory, so it fails with
 * ENOSYS, and C libraries use `clone`. The kernel allows CLONE_THREAD together with some namespaces, so the flags of
 * these are refused too.
 * @see kernel/fork.c: copy_process()
 */
export const threadsAlone: PolicyBuilder = policy({ default: 'deny' })
  .allow(...without(groups.threads, 'clone', 'clone3', 'prctl'))
  .allow('clone', ({ clone_flags }) =>
    all(clone_flags.hasAll(CLONE_THREAD), clone_flags.hasNone(...CLONE_NAMESPACES)),
  )
  .deny('clone3', errno('ENOSYS'))

/** The ABIs that have TCGETS2: all except those of ppc. */
// prettier-ignore
const WITH_TCGETS2: readonly AbiToken[] = [
  'x86_64', 'x86', 'x32', 'aarch64', 'arm', 'loongarch64', 'm68k', 'mips', 'mipsel', 'mips64', 'mipsel64', 'mips64n32',
  'mipsel64n32', 'parisc', 'parisc64', 'riscv64', 's390', 's390x', 'sh', 'sheb',
]

/**
 * Allows requests of `ioctl` that ask whether a descriptor is a terminal, and for its size, and that set flags of a
 * descriptor. C libraries, Python and Node make them; TCGETS2 is for glibc 2.42.
 * @see ioctl_tty(2)
 */
export const harmlessIoctl: PolicyBuilder = policy({ default: 'deny' })
  .allow('ioctl', ({ cmd }) => cmd.in(TCGETS, TIOCGWINSZ, FIOCLEX, FIONCLEX, FIONBIO, FIONREAD))
  .on(WITH_TCGETS2, (rules) => rules.allow('ioctl', ({ cmd }) => cmd.eq(TCGETS2)))

/**
 * Allows options of `prctl` that name threads and memory, ask about the process, and keep it from gaining rights.
 * PR_SET_KEEPCAPS is for setpriv, which sets it after it has attached a filter.
 * @see PR_SET_NAME(2const) and its like
 */
export const harmlessPrctl: PolicyBuilder = policy({ default: 'deny' }).allow('prctl', ({ option }) =>
  option.in(
    PR_SET_NAME,
    PR_GET_NAME,
    PR_SET_VMA,
    PR_GET_DUMPABLE,
    PR_CAPBSET_READ,
    PR_SET_NO_NEW_PRIVS,
    PR_GET_NO_NEW_PRIVS,
    PR_GET_SECCOMP,
    PR_SET_KEEPCAPS,
  ),
)
