/* The identity of a process. */
import type { Group } from './group.ts'

/** Calls that read and change the users, groups, sessions and capabilities of a process. */
// prettier-ignore
export const identity: Group<'identity'> = {
  name: 'identity',
  summary: 'users, groups, sessions and capabilities of a process, to read and to change',
  calls: [
    'getpid', 'getppid', 'gettid', 'getpgid', 'getpgrp', 'setpgid', 'getsid', 'setsid',
    'getuid', 'getuid32', 'geteuid', 'geteuid32', 'getresuid', 'getresuid32', 'setuid', 'setuid32',
    'setreuid', 'setreuid32', 'setresuid', 'setresuid32', 'setfsuid', 'setfsuid32',
    'getgid', 'getgid32', 'getegid', 'getegid32', 'getresgid', 'getresgid32', 'setgid', 'setgid32',
    'setregid', 'setregid32', 'setresgid', 'setresgid32', 'setfsgid', 'setfsgid32',
    'getgroups', 'getgroups32', 'setgroups', 'setgroups32', 'capget', 'capset',
  ],
}
