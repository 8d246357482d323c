/* What the reader of each format yields: calls with all that the format tells of them. */
import { nameOf, numberOf, otherAbisOf, abiTable } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'

/** The formats that are read, by the tool that prints them. */
export const TRACE_FORMATS = [
  'strace',
  'strace -c',
  'perf trace -s',
  'tracefs',
  'perf script',
  'audit',
] as const

/** A format: `tracefs` stands for its `trace` files and for `trace-cmd report`, `audit` for records of the kernel. */
export type TraceFormat = (typeof TRACE_FORMATS)[number]

/** Calls that one line of a trace shows. A field that is absent is not known. */
export interface TracedCalls {
  readonly format: TraceFormat
  readonly abi: AbiToken
  /** The number of the call as a filter sees it. Absent where no table has the name. */
  readonly nr?: number | undefined
  /** The name of the call as the tool prints it; where the tool prints a number, `number 9999 of x86_64`. */
  readonly name: string
  readonly count: number
  /** Values by `seccomp_data.args` index; `undefined` where one is not known. */
  readonly args?: readonly (bigint | undefined)[] | undefined
  /** The program that made the calls, by its `comm` or path. */
  readonly program?: string | undefined
  /** In ms since 1970. */
  readonly time?: number | undefined
  /** The line, from 1. */
  readonly line: number
}

/** Takes calls, one line after another. */
export type TakeCalls = (calls: TracedCalls) => void

/** The number of call `name`, on `abi` or else on another ABI of its machine. */
export function numberNear(
  abi: AbiToken,
  name: string,
): { readonly abi: AbiToken; readonly nr: number } | undefined {
  for (const token of [abi, ...otherAbisOf(abi)]) {
    const nr = numberOf(abiTable(token), name)
    if (nr !== undefined) return { abi: token, nr }
  }
  return undefined
}

/** The name of call `nr`, for {@link TracedCalls}. */
export const nameOrNumber = (abi: AbiToken, nr: number): string =>
  nameOf(abiTable(abi), nr) ?? `number ${nr | 0} of ${abi}`

/** The ABI of this machine that a tool calls `mode`: `64 bit`, `32 bit`, `x32` or `n32`. */
export function abiOfMode(native: AbiToken, mode: string): AbiToken {
  const machine = [native, ...otherAbisOf(native)]
  const isIlp32On64 = (token: AbiToken): boolean => token.endsWith('32') && token !== 'x86' // x32, mips64n32
  const wanted = mode.toLowerCase()
  const found = machine.find((token) => {
    if (wanted.startsWith('64') || wanted.startsWith('32'))
      return !isIlp32On64(token) && abiTable(token).wordSize === Number(wanted.slice(0, 2))
    return isIlp32On64(token)
  })
  return found ?? native
}
