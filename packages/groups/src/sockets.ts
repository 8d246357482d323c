/* Communication with other processes: sockets, and the other means of System V and POSIX. */
import type { Group } from './group.ts'

/**
 * Calls of sockets. `socketcall` makes all of them on 32-bit ABIs.
 * @see net/socket.c, which defines them
 */
// prettier-ignore
export const sockets: Group<'sockets'> = {
  name: 'sockets',
  summary: 'sockets of every address family: making, connecting, serving, sending and receiving',
  calls: [
    'socket', 'socketpair', 'socketcall', 'bind', 'listen', 'accept', 'accept4', 'connect', 'shutdown',
    'getsockname', 'getpeername', 'getsockopt', 'setsockopt',
    'send', 'sendto', 'sendmsg', 'sendmmsg', 'recv', 'recvfrom', 'recvmsg', 'recvmmsg', 'recvmmsg_time64',
  ],
}

/**
 * Shared memory, semaphores and message queues. `ipc` makes those of System V on some ABIs.
 * @see sysvipc(7), mq_overview(7)
 */
// prettier-ignore
export const interprocess: Group<'interprocess'> = {
  name: 'interprocess',
  summary: 'shared memory, semaphores and message queues, of System V and of POSIX',
  calls: [
    'ipc', 'shmget', 'shmat', 'shmdt', 'shmctl', 'semget', 'semop', 'semctl', 'semtimedop', 'semtimedop_time64',
    'msgget', 'msgsnd', 'msgrcv', 'msgctl', 'mq_open', 'mq_unlink', 'mq_getsetattr', 'mq_notify',
    'mq_timedsend', 'mq_timedsend_time64', 'mq_timedreceive', 'mq_timedreceive_time64',
  ],
}
