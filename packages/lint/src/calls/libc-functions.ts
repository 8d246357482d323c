/*
 * Functions of the C library for which one library, or one version, makes another call than the others do. A filter that
 * has one of the calls and refuses the other fits one library and breaks the other.
 *
 * Only calls that a library of today makes are demanded. `getdents` is not demanded: glibc 2.28 stopped making it.
 * @see glibc sysdeps/unix/sysv/linux: open64.c, fstatat64.c, fstat64.c, pipe.c, select.c, nanosleep.c, arch-fork.h,
 * epoll_create.c, epoll_wait.c, inotify_init.c, signalfd.c, getdents64.c, getrlimit64.c, tcgetattr.c
 * @see musl src: internal/syscall.h, stat/fstatat.c, unistd/pipe.c, select/select.c, time/clock_nanosleep.c,
 * process/_Fork.c, linux/epoll.c, linux/inotify.c, signal/raise.c, termios/tcgetattr.c
 */
import { TCGETS, TCGETS2 } from '@seccompile/constants/ioctl'
import { CLONE_CHILD_CLEARTID, CLONE_CHILD_SETTID } from '@seccompile/constants/clone'
import { SIGCHLD } from '@seccompile/constants/sig'
import { valueOn } from '@seccompile/constants'
import { expectFunction, expectObject } from '@seccompile/shape'
import type { Predicate } from '@seccompile/rules'
import type { ExaminedAbi } from '../examine/examined.ts'

/** A call that a library makes for a function. */
export interface LibcCall {
  readonly name: string
  /** The call in a message. */
  readonly shown: string
  /** The condition on the arguments of the call; absent where they come from the program. */
  readonly args?: Predicate
  /** The library that makes the call today; absent where only older versions make it. */
  readonly by?: string
  /** Whether the library makes another call where this one fails with ENOSYS. */
  readonly fallsBack?: boolean
}

/** The calls for one function of the C library. Each library makes one of them. */
export type LibcFunction = readonly LibcCall[]

/** The parts of an examined ABI that {@link libcFunctions} needs. */
type Has = Pick<ExaminedAbi, 'abi' | 'has' | 'is'>

const call = (name: string, by?: string, fallsBack = false): LibcCall => ({
  name,
  shown: name,
  ...(by === undefined ? {} : { by }),
  fallsBack,
})

const EVERY = 'glibc and musl'

/** stat(), where the library does not try statx first. */
function stats({ abi, has }: Has): readonly LibcFunction[] {
  if (!has('newfstatat') || has('clock_gettime64') || abi.token.startsWith('mips')) return []
  return [
    [call('newfstatat', 'glibc'), call('stat', 'musl')],
    [call('newfstatat', 'glibc'), call('lstat', 'musl')],
    [call('newfstatat', 'glibc before 2.39'), call('fstat', EVERY)],
  ]
}

/** fork(), which is a call of its own or clone with these flags. */
function forks({ abi, is }: Has): readonly LibcFunction[] {
  const flags = [CLONE_CHILD_SETTID, CLONE_CHILD_CLEARTID, SIGCHLD].map((flag) => valueOn(flag, abi.token))
  if (flags.includes(undefined)) return []
  const args = is('clone', 'clone_flags', BigInt(flags.reduce<number>((sum, flag) => sum + Number(flag), 0)))
  if (args === undefined) return []
  return [
    [{ name: 'clone', shown: 'clone with the flags of fork()', args, by: 'glibc' }, call('fork', 'musl')],
  ]
}

/** tcgetattr(), with which isatty() and so the start of most programs asks for a terminal. */
function terminals({ abi, is }: Has): readonly LibcFunction[] {
  const [old, recent] = [TCGETS, TCGETS2].map((request) => valueOn(request, abi.token))
  // ppc has no TCGETS2: its TCGETS does the same.
  if (old === undefined || recent === undefined) return []
  const [before, since] = [old, recent].map((value) => is('ioctl', 'cmd', BigInt(value)))
  if (before === undefined || since === undefined) return []
  return [
    [
      { name: 'ioctl', shown: 'ioctl(TCGETS)', args: before, by: 'musl, and glibc before 2.42' },
      { name: 'ioctl', shown: 'ioctl(TCGETS2)', args: since, by: 'glibc since 2.42' },
    ],
  ]
}

/** The functions on an ABI, with the calls that it has. */
export function libcFunctions(on: Has): readonly LibcFunction[] {
  expectObject(on, 'on', 'abi', 'has', 'is')
  expectFunction(on.has, 'on.has')
  expectFunction(on.is, 'on.is')
  const select = on.has('_newselect') ? '_newselect' : 'select'
  const functions: readonly LibcFunction[] = [
    [call('openat', 'glibc'), call('open', 'musl')],
    ...stats(on),
    [call('pipe2', 'glibc'), call('pipe', 'musl')],
    [call('pselect6', 'glibc'), call(select, 'musl')],
    [call('clock_nanosleep', 'glibc'), call('nanosleep', 'musl')],
    ...forks(on),
    [call('epoll_create', 'glibc'), call('epoll_create1', 'musl', true)],
    [call('epoll_wait', 'glibc'), call('epoll_pwait', 'musl', true)],
    [call('inotify_init', 'glibc'), call('inotify_init1', 'musl', true)],
    [call('tgkill', 'glibc'), call('tkill', 'musl')],
    [call('eventfd2', EVERY), call('eventfd')],
    [call('signalfd4', EVERY), call('signalfd')],
    [call('getdents64', EVERY), call('getdents')],
    [call('prlimit64', EVERY), call('getrlimit'), call('ugetrlimit'), call('setrlimit')],
    ...terminals(on),
  ]
  return functions
    .map((calls) => calls.filter(({ name }) => on.has(name)))
    .filter((calls) => calls.length > 1)
}
