/* Processes and threads, and how the kernel runs them. */
import type { Group } from './group.ts'

/**
 * Calls that make a process, have it run a program, and wait for its end. `clone` and `clone3` make threads and
 * namespaces as well; their flags decide, and those of clone3 are in memory, where no filter reads them.
 */
// prettier-ignore
export const processes: Group<'processes'> = {
  name: 'processes',
  summary: 'making processes, running programs in them, and waiting for their end',
  calls: [
    'fork', 'vfork', 'clone', 'clone3', 'execve', 'execveat', 'exit', 'exit_group', 'wait4', 'waitid', 'waitpid',
    'pidfd_open', 'process_mrelease', 'prctl', 'getpid', 'getppid',
    'getpgid', 'getpgrp', 'setpgid', 'getsid', 'setsid',
  ],
}

/** Calls that make threads, give them storage, and let them wait for each other. */
// prettier-ignore
export const threads: Group<'threads'> = {
  name: 'threads',
  summary: 'making threads, their storage, and the locks that they wait for',
  calls: [
    'clone', 'clone3', 'exit', 'gettid', 'set_tid_address', 'prctl', 'membarrier', 'sched_yield', 'getcpu',
    'futex', 'futex_time64', 'futex_wait', 'futex_waitv', 'futex_wake', 'futex_requeue',
    'set_robust_list', 'get_robust_list', 'rseq', 'rseq_slice_yield',
    'set_thread_area', 'get_thread_area', 'arch_prctl', 'set_tls', 'get_tls',
    'atomic_barrier', 'atomic_cmpxchg_32',
  ],
}

/** Calls that decide when and where threads run. */
// prettier-ignore
export const scheduling: Group<'scheduling'> = {
  name: 'scheduling',
  summary: 'when and where threads run: priorities, processors, policies of scheduling',
  calls: [
    'sched_yield', 'sched_getaffinity', 'sched_setaffinity', 'sched_getattr', 'sched_setattr',
    'sched_getparam', 'sched_setparam', 'sched_getscheduler', 'sched_setscheduler',
    'sched_get_priority_max', 'sched_get_priority_min', 'sched_rr_get_interval', 'sched_rr_get_interval_time64',
    'getpriority', 'setpriority', 'nice', 'ioprio_get', 'ioprio_set',
  ],
}

/** Calls that limit the resources of a process, and that report the used ones. */
// prettier-ignore
export const resources: Group<'resources'> = {
  name: 'resources',
  summary: 'limits of a process, and what it has used',
  calls: ['getrlimit', 'ugetrlimit', 'setrlimit', 'prlimit64', 'getrusage', 'times', 'ulimit'],
}

/**
 * `personality` alone: it turns off the random layout of memory, and makes readable memory executable.
 * @see personality(2)
 */
export const executionDomain: Group<'execution-domain'> = {
  name: 'execution-domain',
  summary: 'personality, which turns off the random layout of memory',
  calls: ['personality'],
}
