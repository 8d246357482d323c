/*
 * Events of system calls, one on each line, from `trace` and `trace_pipe` of tracefs, `perf script` and
 * `trace-cmd report`.
 *
 *   cat-268444  [000] .....  11094.981572: sys_enter: NR 257 (ffffffffffffff9c, 55b999b71910, 241, 1b6, 0, 0)
 *   cat-268447  [000] .....  11095.069028: sys_openat(dfd: 0xffffffffffffff9c, filename: 0x55b0e2372910, …)
 *   cat  268458 [000] 11095.296812: raw_syscalls:sys_enter: NR 9 (0, 2000, 3, 22, ffffffff, 0)
 *   cat  268462 [001] 11095.605387:                  syscalls:sys_enter_openat: dfd: 0xffffff9c, …
 *
 * Events of raw_syscalls have numbers, and no line names their ABI. Events of syscalls have names of kernel
 * functions, most of which are the names of their calls. Only events of entries count.
 *
 * Sources: Linux include/trace/events/syscalls.h; kernel/trace/trace_syscalls.c: print_syscall_enter().
 */
import type { Source } from '@seccompile/policy'
import { nameOf, numberOf } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import type { Tally } from './tally.ts'

/** The tool that printed a line. */
export type TraceFormat = 'tracefs' | 'perf script'

/** The name of an event, in every form; it stands after the processor and the time. */
const EVENT =
  /\s\[\d+\]\s.{0,80}?\d: +(raw_syscalls:|syscalls:)?(?:sys_enter: +NR (-?\d+) \(|sys_enter_(\w+):|sys_(\w+)\()/

/** The most characters of a line that are searched. The event begins after a name of 16 letters, numbers and flags. */
const HEAD = 256

/** Kernel functions whose name is not that of their call. @see arch/x86/entry/syscalls/syscall_64.tbl */
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
  // On 64-bit ABIs `sys_sendfile64` serves `sendfile`. 32-bit ABIs have both calls.
  if (name === 'sendfile64' && numberOf(abi, name) === undefined) return 'sendfile'
  return name
}

/** Reads one line. If it is the event of an entry, adds the call to `into`, and yields the tool that printed the line. */
export function readEvent(line: string, place: Source, abi: AbiTable, into: Tally): TraceFormat | undefined {
  const [whole, group, nr, byPerf, byTracefs] = EVENT.exec(line.slice(0, HEAD)) ?? []
  if (whole === undefined) return undefined
  const named = byPerf ?? byTracefs
  if (named !== undefined) into.add(callOf(named, abi), 1, place)
  else into.add(nameOf(abi, Number(nr) >>> 0) ?? `number ${nr} of ${abi.token}`, 1, place)
  return group === undefined ? 'tracefs' : 'perf script'
}
