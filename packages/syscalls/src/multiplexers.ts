/**
 * Two old system calls do the work of many: `socketcall(call, args)` and `ipc(call, …)` select the operation by
 * their first argument. Where an ABI has both the multiplexer and the call `bind`, a filter that refuses `bind`
 * and allows `socketcall` refuses nothing. So a filter of a call must also handle its multiplexer, here called
 * its other door.
 *
 * The tables of ABIs show which of them have a multiplexer: x86, m68k, mips and mipsel, ppc, ppc64 and ppc64le,
 * s390 and s390x, sh and sheb. The operations are the same on all of them. A filter can test the first
 * argument, but not the memory that the second argument of `socketcall` points at. The first argument is a C
 * `int`, so a 64-bit ABI ignores the upper half of the register. The upper 16 of the 32 bits of `ipc`'s
 * argument are a version. The kernel removes it first, so a test has to mask with 0xffff. s390 and s390x fail
 * with EINVAL unless the version is 0; there the mask also covers values that always fail.
 */
import { expectObject } from '@seccompile/shape'
import type { SyscallName } from './syscall-name.ts'
import type { AbiTable } from './table/abi.ts'

/**
 * One operation of a multiplexer: the call that does the same, and the value of the first argument that selects
 * it.
 */
export interface MultiplexedCall {
  readonly name: SyscallName
  readonly call: number
  /** The calls that do the same, or more, where an ABI does not have the call itself. An ABI has one of them. */
  readonly instead?: readonly SyscallName[]
}

/** A system call that does the work of others. */
export interface Multiplexer {
  readonly name: 'socketcall' | 'ipc'
  /** The bits of the first argument that select the operation. */
  readonly mask: 0xffff | 0xffff_ffff
  /** The operations, sorted by `call`. */
  readonly calls: readonly MultiplexedCall[]
}

/**
 * The operation of a multiplexer that makes a call; `nr` is the multiplexer's number, which includes the ABI's
 * base.
 */
export interface OtherDoor {
  readonly multiplexer: 'socketcall' | 'ipc'
  readonly nr: number
  readonly mask: 0xffff | 0xffff_ffff
  readonly call: number
}

/**
 * Every multiplexer, with its operations.
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
      { name: 'accept', call: 5, instead: ['accept4'] },
      { name: 'getsockname', call: 6 },
      { name: 'getpeername', call: 7 },
      { name: 'socketpair', call: 8 },
      { name: 'send', call: 9, instead: ['sendto'] },
      { name: 'recv', call: 10, instead: ['recvfrom'] },
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
      { name: 'semop', call: 1, instead: ['semtimedop', 'semtimedop_time64'] },
      { name: 'semget', call: 2 },
      { name: 'semctl', call: 3 },
      { name: 'semtimedop', call: 4, instead: ['semtimedop_time64'] },
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
 * The multiplexer of an ABI that makes the call `name`, even where the ABI does not have the call itself (x86
 * has no `accept`, only `socketcall`); undefined where there is none.
 */
export function otherDoorOf(table: AbiTable, name: string): OtherDoor | undefined {
  expectObject(table, 'table', 'numbers')
  for (const multiplexer of MULTIPLEXERS) {
    const nr = table.numbers.get(multiplexer.name)
    if (nr === undefined) continue
    const found = multiplexer.calls.find((entry) => entry.name === name)
    if (found === undefined) continue
    return { multiplexer: multiplexer.name, nr, mask: multiplexer.mask, call: found.call }
  }
  return undefined
}

/**
 * The call by which a filter of an ABI decides what `name` does: itself or, where the ABI has it only behind a multiplexer, the call
 * that stands in its place, such as `sendto` for `send` on x86; undefined where the ABI has neither.
 */
export function nameInPlaceOf(table: AbiTable, name: string): string | undefined {
  expectObject(table, 'table', 'numbers')
  if (table.numbers.has(name)) return name
  const found = MULTIPLEXERS.flatMap(({ calls }) => calls).find((each) => each.name === name)
  return found?.instead?.find((each) => table.numbers.has(each))
}
