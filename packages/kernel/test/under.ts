/*
 * What happens under a policy on the running kernel. The calls are made by Node through koffi, so no other language is
 * needed.
 */
import { randomUUID } from 'node:crypto'
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Program } from '@seccompile/abi'
import { compile } from '@seccompile/compiler'
import { policyTables } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { signedAbiTable } from '@seccompile/signatures'
import { numberOf } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { run } from '../src/launch/run.ts'
import { nativeAbi } from '../src/system/native-abi.ts'

/** The table of this machine. */
export const nativeTable: AbiTable = signedAbiTable(nativeAbi().token)

/** The filter of `policy` on this machine. The tests of the compiler prove it, so it is not proved again here. */
export function nativeFilter(policy: Policy): Program {
  const abis = policyTables(policy, nativeTable.token, signedAbiTable)
  return compile(policy, { abis, prove: false }).program
}

/** How a command ended, and what it wrote to standard output and standard error. */
export interface Outcome {
  readonly status: number | string | undefined
  readonly out: string
}

/** How a command under `program` ends. */
export async function under(program: Program, ...command: readonly [string, ...string[]]): Promise<Outcome> {
  const file = join(tmpdir(), `seccompile-out-${randomUUID()}`)
  const fd = openSync(file, 'wx', 0o600)
  try {
    const { status, signal } = await run(program, command, { stdio: ['ignore', fd, fd] })
    return { status: status ?? signal, out: readFileSync(file, 'utf8') }
  } finally {
    closeSync(fd)
    rmSync(file)
  }
}

/** A system call: its name, and its arguments as whole registers. */
export type MadeCall = readonly [name: string, ...args: (bigint | number)[]]

/** Names of the errors that calls fail with under `program`, made in one process in this order; `ok` where one does not. */
export async function errorsUnder(program: Program, calls: readonly MadeCall[]): Promise<readonly string[]> {
  const koffi = createRequire(import.meta.url).resolve('koffi')
  const made = calls.map(([name, ...args]) =>
    [numberOf(nativeTable, name) ?? -1, ...args, 0, 0, 0, 0, 0, 0].slice(0, 7).map(String),
  )
  const script = `
    const koffi = require(${JSON.stringify(koffi)})
    const syscall = koffi.load(null).func('syscall', 'long', Array(7).fill('ulong'))
    const names = Object.entries(require('node:os').constants.errno)
    const errorOf = (args) => syscall(...args.map(BigInt)) !== -1 ? 'ok'
      : names.find(([, value]) => value === koffi.errno())?.[0]
    console.log(JSON.stringify(${JSON.stringify(made)}.map(errorOf)))`
  const { out, status } = await under(program, process.execPath, '-e', script)
  if (status !== 0) throw new Error(`the process that makes the calls ended with ${String(status)}: ${out}`)
  return JSON.parse(out) as readonly string[]
}
