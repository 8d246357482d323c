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
 * functions, most of which are the names of their calls. Only events of entries count. Times count from the boot.
 *
 * Sources: Linux include/trace/events/syscalls.h; kernel/trace/trace_syscalls.c: print_syscall_enter().
 */
import { SECCOMP_DATA_ARGS } from '@seccompile/abi'
import { signatureOf, signedAbiTable } from '@seccompile/signatures'
import { abiTable, numberOf } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { nameOrNumber, numberNear } from './traced-calls.ts'
import type { TracedCalls } from './traced-calls.ts'

/** The name of an event, in every form; it stands after the processor and the time. */
const EVENT =
  /\s\[\d+\]\s.{0,80}?\d: +(raw_syscalls:|syscalls:)?(?:sys_enter: +NR (-?\d+) \(|sys_enter_(\w+):|sys_(\w+)\()/

/** The most characters of a line that are searched. The event begins after a name of 16 letters, numbers and flags. */
const HEAD = 256

/** The most characters of arguments that are read. */
const ARGUMENTS = 1024

/** The name of a program before its number, and the process where it has one. tracefs writes `<...>` for a lost name. */
const PROGRAM = /^\s*(\S.{0,31}?)(?:-\d+\s+(?:\([ \d-]+\)\s+)?|\s+\d+(?:\/\d+)?\s+)\[/

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
function callOf(name: string, abi: AbiToken): string {
  const call = FUNCTIONS.get(name)
  if (call !== undefined) return call
  // On 64-bit ABIs `sys_sendfile64` serves `sendfile`. 32-bit ABIs have both calls.
  if (name === 'sendfile64' && numberOf(abiTable(abi), name) === undefined) return 'sendfile'
  return name
}

/** Six values in hexadecimal, as raw_syscalls has them. */
function registers(text: string): readonly bigint[] | undefined {
  const values = text.split(')', 1)[0]!.split(', ')
  const isWhole = values.length === SECCOMP_DATA_ARGS && values.every((one) => /^[0-9a-f]{1,16}$/.test(one))
  return isWhole ? values.map((one) => BigInt(`0x${one}`)) : undefined
}

/** The values of the arguments of `call` in `fd: 0x3, buf: 0x7ffd, count: 832`, by register. */
function namedValues(text: string, abi: AbiToken, call: string): readonly (bigint | undefined)[] {
  const values: (bigint | undefined)[] = Array.from({ length: SECCOMP_DATA_ARGS })
  const args = signatureOf(signedAbiTable(abi), call)?.args ?? []
  for (const [, name, value] of text.matchAll(/(\w+): (?:0x)?([0-9a-f]{1,16})\b/g)) {
    const argument = args.find((one) => one.name === name)
    if (argument !== undefined && argument.high === undefined) values[argument.index] = BigInt(`0x${value}`)
  }
  return values
}

/** The call that begins with the event in `text`, line `line`; `undefined` where the line is no event of an entry. */
export function readEvent(text: string, line: number, native: AbiToken): TracedCalls | undefined {
  const [whole, group, nr, byPerf, byTracefs] = EVENT.exec(text.slice(0, HEAD)) ?? []
  if (whole === undefined) return undefined
  const begin = text.indexOf(whole) + whole.length
  const values = text.slice(begin, begin + ARGUMENTS)
  const [, program] = PROGRAM.exec(text) ?? []
  const facts = {
    format: group === undefined ? ('tracefs' as const) : ('perf script' as const),
    count: 1,
    line,
    program: program === '<...>' ? undefined : program,
  }
  const named = byPerf ?? byTracefs
  if (named !== undefined) {
    const name = callOf(named, native)
    const { abi, nr: number } = numberNear(native, name) ?? { abi: native }
    return { ...facts, abi, nr: number, name, args: namedValues(values, abi, name) }
  }
  const number = Number(nr) >>> 0
  const args = registers(values)
  return {
    ...facts,
    abi: native,
    nr: number,
    name: nameOrNumber(native, number),
    ...(args === undefined ? {} : { args }),
  }
}
