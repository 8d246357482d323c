/**
 * Two old system calls stand for many: `socketcall(call, args)` and `ipc(call, …)` pick the operation by their first
 * argument. Where an ABI has both the multiplexer and a call of its own, a filter that refuses `bind` and allows
 * `socketcall` refuses nothing, so whoever filters a call has to know its other door.
 *
 * Which ABIs have a multiplexer follows from their tables: x86, m68k, mips and mipsel, the ppcs, s390 and s390x, sh
 * and sheb. Which operations it has is the same everywhere. A filter can test the first argument, but not what
 * `socketcall` points at. Both take a C `int`, so that a 64-bit ABI ignores the upper half of the register. The upper
 * half of `ipc`'s 32 bits is a version, which the kernel cuts off first, so a test of it has to mask with 0xffff;
 * s390 and s390x fail with EINVAL unless it is 0, and the same mask then covers more than what can happen.
 */
import type { AbiTable } from './abi.ts'

/** One operation of a multiplexer: the call it stands for, and the value of the first argument that selects it. */
export interface MultiplexedCall {
  readonly name: string
  readonly call: number
}

/** A system call that stands for others. */
export interface Multiplexer {
  readonly name: 'socketcall' | 'ipc'
  /** What the first argument is cut to before it selects. */
  readonly mask: 0xffff | 0xffff_ffff
  /** The operations, sorted by `call`. */
  readonly calls: readonly MultiplexedCall[]
}

/** How an ABI reaches a call through a multiplexer; `nr` is the multiplexer's number, with the ABI's base. */
export interface OtherDoor {
  readonly multiplexer: 'socketcall' | 'ipc'
  readonly nr: number
  readonly mask: 0xffff | 0xffff_ffff
  readonly call: number
}

/**
 * Every multiplexer, with what it covers.
 * @see include/uapi/linux/net.h (SYS_SOCKET …), net/socket.c: sys_socketcall()
 * @see include/uapi/linux/ipc.h (SEMOP …), ipc/syscall.c: ksys_ipc(), arch/s390/kernel/syscall.c: sys_s390_ipc()
 */
export const MULTIPLEXERS: readonly Multiplexer[] = [
  {
    name: 'socketcall',
    mask: 0xffff_ffff,
    calls: [
      { name: 'socket', call: 1 },
      { name: 'bind', call: 2 },
      { name: 'connect', call: 3 },
      { name: 'listen', call: 4 },
      { name: 'accept', call: 5 },
      { name: 'getsockname', call: 6 },
      { name: 'getpeername', call: 7 },
      { name: 'socketpair', call: 8 },
      { name: 'send', call: 9 },
      { name: 'recv', call: 10 },
      { name: 'sendto', call: 11 },
      { name: 'recvfrom', call: 12 },
      { name: 'shutdown', call: 13 },
      { name: 'setsockopt', call: 14 },
      { name: 'getsockopt', call: 15 },
      { name: 'sendmsg', call: 16 },
      { name: 'recvmsg', call: 17 },
      { name: 'accept4', call: 18 },
      { name: 'recvmmsg', call: 19 },
      { name: 'sendmmsg', call: 20 },
    ],
  },
  {
    name: 'ipc',
    mask: 0xffff,
    calls: [
      { name: 'semop', call: 1 },
      { name: 'semget', call: 2 },
      { name: 'semctl', call: 3 },
      { name: 'semtimedop', call: 4 },
      { name: 'msgsnd', call: 11 },
      { name: 'msgrcv', call: 12 },
      { name: 'msgget', call: 13 },
      { name: 'msgctl', call: 14 },
      { name: 'shmat', call: 21 },
      { name: 'shmdt', call: 22 },
      { name: 'shmget', call: 23 },
      { name: 'shmctl', call: 24 },
    ],
  },
]

/**
 * The way round by a multiplexer that an ABI leaves to a call, whether or not the ABI also has the call itself (x86
 * has no `accept`, only `socketcall`); undefined where there is none.
 */
export function otherDoorOf(table: AbiTable, name: string): OtherDoor | undefined {
  for (const multiplexer of MULTIPLEXERS) {
    const nr = table.numbers.get(multiplexer.name)
    if (nr === undefined) continue
    const found = multiplexer.calls.find((entry) => entry.name === name)
    if (found === undefined) continue
    return { multiplexer: multiplexer.name, nr, mask: multiplexer.mask, call: found.call }
  }
  return undefined
}
