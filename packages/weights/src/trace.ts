/*
 * Events of system calls, one a line: what tracefs has in `trace` and `trace_pipe`, and what `perf script` and
 * `trace-cmd report` print.
 *
 *   cat-268444  [000] .....  11094.981572: sys_enter: NR 257 (ffffffffffffff9c, 55b999b71910, 241, 1b6, 0, 0)
 *   cat-268447  [000] .....  11095.069028: sys_openat(dfd: 0xffffffffffffff9c, filename: 0x55b0e2372910, …)
 *   cat  268458 [000] 11095.296812: raw_syscalls:sys_enter: NR 9 (0, 2000, 3, 22, ffffffff, 0)
 *   cat  268462 [001] 11095.605387:                  syscalls:sys_enter_openat: dfd: 0xffffff9c, …
 *
 * raw_syscalls has numbers, of an ABI that no line names. syscalls has the kernel's functions, most of which are named
 * as the call is. Entries count; exits do not.
 *
 * Sources: Linux include/trace/events/syscalls.h; kernel/trace/trace_syscalls.c: print_syscall_enter().
 */
import type { Source } from '@seccompile/policy'
import { nameOf, numberOf } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import type { Tally } from './tally.ts'

/** Who wrote the line. */
export type TraceFormat = 'tracefs' | 'perf script'

/** Where an event is named in any of the forms: after the processor and the time. */
const EVENT =
  /\s\[\d+\]\s.{0,80}?\d: +(raw_syscalls:|syscalls:)?(?:sys_enter: +NR (-?\d+) \(|sys_enter_(\w+):|sys_(\w+)\()/

/** How far into a line the event begins at most: after a name of 16 letters, numbers and flags. */
const HEAD = 256

/** Functions of the kernel that are not named as their call. @see arch/x86/entry/syscalls/syscall_64.tbl */
const FUNCTIONS: ReadonlyMap<string, string> = new Map([
  ['newstat', 'stat'],
  ['newfstat', 'fstat'],
  ['newlstat', 'lstat'],
  ['newuname', 'uname'],
  ['umount', 'umount2'],
  ['oldumount', 'umount'],
])

/** The call that the kernel's function `sys_NAME` serves. */
function callOf(name: string, abi: AbiTable): string {
  const call = FUNCTIONS.get(name)
  if (call !== undefined) return call
  // On 64 bits `sendfile` is served by the function for 64 bits, while 32-bit ABIs have a call of each name.
  if (name === 'sendfile64' && numberOf(abi, name) === undefined) return 'sendfile'
  return name
}

/** Adds the call that `line` has entered to `into`, if it is such an event; says whose. */
export function readEvent(line: string, place: Source, abi: AbiTable, into: Tally): TraceFormat | undefined {
  const [whole, group, nr, byPerf, byTracefs] = EVENT.exec(line.slice(0, HEAD)) ?? []
  if (whole === undefined) return undefined
  const named = byPerf ?? byTracefs
  if (named !== undefined) into.add(callOf(named, abi), 1, place)
  else into.add(nameOf(abi, Number(nr) >>> 0) ?? `number ${nr} of ${abi.token}`, 1, place)
  return group === undefined ? 'tracefs' : 'perf script'
}
