/*
 * A program that computes: it reads files, and writes to the descriptors that it was given.
 *
 * The filter is attached before the program starts, so the list has the calls that start a program: execve, mapping
 * memory, opening the libraries. `open` and `openat` are refused with flags that write or make a file. The flags of
 * openat2 are in memory, so it fails with ENOSYS, and C libraries use `openat`.
 */
import { O_CREAT, O_RDWR, O_TRUNC, O_WRONLY } from '@seccompile/constants/o'
import { groups } from '@seccompile/groups'
import { errno, KILL_PROCESS, policy } from '@seccompile/policy'
import type { PolicyBuilder } from '@seccompile/policy'
import type { Preset } from './preset.ts'
import { harmlessIoctl, harmlessPrctl, threadsAlone, without } from './program-parts.ts'

/**
 * The preset `pure-compute`: an allow-list for a program that computes from what it reads. Other calls fail with EPERM.
 */
export const pureCompute: PolicyBuilder = policy({
  name: 'pure-compute',
  default: 'deny',
  badArch: KILL_PROCESS,
  unknown: errno('ENOSYS'),
})
  .allow(...groups.base)
  .allow(...without(groups.filesToRead, 'open', 'openat', 'openat2'))
  .allow('open', 'openat', ({ flags }) => flags.hasNone(O_WRONLY, O_RDWR, O_CREAT, O_TRUNC))
  .deny('openat2', errno('ENOSYS'))
  .allow(...without(groups.descriptors, 'memfd_create', 'memfd_secret'))
  .allow(...groups.memory, ...groups.polling, ...groups.time, ...groups.systemInformation)
  .extend(threadsAlone)
  .extend(harmlessIoctl)
  .extend(harmlessPrctl)
  // Signals within the program: abort() and pthread_kill() use tgkill or tkill.
  .allow(...without(groups.signals, 'kill', 'rt_sigqueueinfo', 'rt_tgsigqueueinfo', 'pidfd_send_signal'))
  // Calls that write out the data of open descriptors.
  .allow('fsync', 'fdatasync')
  // Questions of the program about itself.
  .allow('getpid', 'getppid', 'getpgid', 'getpgrp', 'getsid')
  .allow('getuid', 'getuid32', 'geteuid', 'geteuid32', 'getresuid', 'getresuid32')
  .allow('getgid', 'getgid32', 'getegid', 'getegid32', 'getresgid', 'getresgid32', 'getgroups', 'getgroups32')
  .allow('getrusage', 'sched_getaffinity', 'sched_getparam', 'sched_getscheduler', 'sched_getattr')
  .allow('sched_get_priority_max', 'sched_get_priority_min', 'getpriority')
  // Launchers run between attaching the filter and starting the program: setpriv reads capabilities, bwrap waits.
  .allow('capget', 'capset', 'wait4', 'waitid', 'waitpid')

/** The preset `pure-compute`, with its note. */
export const pureComputePreset: Preset = {
  name: 'pure-compute',
  summary:
    'a program that computes: it reads files, makes threads, and writes to the descriptors that it was given',
  policy: pureCompute,
  note: {
    against:
      'Code that is not trusted and should only compute, such as a script of somebody else or a parser of hostile files: it ' +
      'makes no socket and no process, changes no file, and reaches little of the kernel.',
    leavesOpen: [
      'Every file that the user of the process may read, keys among them, and by /proc/PID/mem and /proc/PID/environ the ' +
        'memory of other processes of the user: a filter sees no path.',
      'Descriptors that are open when the program starts, whatever they are: what it reads goes out through its standard output.',
      'execve, because starting a program takes it: the program may become another program, under the same filter.',
      'tkill and tgkill, which abort() needs, and prlimit64, which C libraries need: they reach other processes of the same user ' +
        'too, unless a PID namespace hides them. fcntl does as well: F_SETOWN and F_SETSIG have the kernel send any signal.',
      'Locks and leases on files that it reads (flock, fcntl): other programs wait for them.',
      'Opening a FIFO or a device for reading, which some drivers act upon.',
      'Time and memory: a program that never ends, or takes all memory, is for limits and cgroups.',
    ],
    breaks: [
      'Child processes: fork, vfork and clone without CLONE_THREAD fail with EPERM. A shell runs its builtins and no pipe.',
      'Files opened for writing or made, temporary files and /dev/null among them, which git opens so; python3 writes no bytecode.',
      'Sockets of every family and socketpairs, so also asyncio of Python, getaddrinfo, syslog, and a display.',
      'Setting attributes of a terminal: prompts that hide what is typed, and full-screen programs.',
      'Programs of another ABI, such as 32-bit programs on x86_64, end with SIGSYS at their first call.',
    ],
    needs:
      'Linux 3.5; before 4.14 a call of another ABI ends the thread alone. Python, Node with worker threads, ' +
      'ls, cat, tar that lists or writes to its output, and programs of glibc and musl work.',
    sources: [
      'open(2), clone(2), tgkill(2), execve(2)',
      'kernel/fork.c: copy_process()',
      'calls of python3.13, node 20.20, ls and tar, read from strace on Linux 6.18',
    ],
  },
  keeps: [
    { call: 'execve' },
    { call: 'mmap' },
    { call: 'openat' },
    { call: 'read' },
    { call: 'write' },
    { call: 'exit_group' },
  ],
}
