import { seccompData, verdictName } from '@seccompile/abi'
import { constAllow, run, trace } from '@seccompile/interpreter'
import { nameOf, numberOf, suggest } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { CliError } from '../cli-error.ts'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'
import type { AbiOptions } from '../load-policy.ts'
import { loadAcceptedProgram } from '../load-program.ts'
import { sayJson, sayWarnings } from '../say.ts'
import { traceText } from '../trace-text.ts'

/** A whole number as people write one: decimal or 0x hexadecimal, perhaps negative; `undefined` for other text. */
function parseInteger(text: string): bigint | undefined {
  const match = /^(-?)(0x[0-9a-f]{1,16}|\d{1,20})$/i.exec(text)
  if (match === null) return undefined
  const size = BigInt(match[2] ?? '')
  return match[1] === '-' ? -size : size
}

function parseNumber(text: string, abi: AbiTable): number {
  const value = parseInteger(text)
  if (value !== undefined) {
    if (value < -0x8000_0000n || value > 0xffff_ffffn)
      throw new CliError(`system call number ${text} does not fit 32 bits`)
    return Number(BigInt.asUintN(32, value))
  }
  const nr = numberOf(abi, text)
  if (nr !== undefined) return nr
  const near = suggest(text, abi)
  const hint = near === undefined ? 'give its number instead' : `did you mean "${near}"?`
  throw new CliError(`"${text}" is no system call of ${abi.token}; ${hint}`)
}

function parseArgument(text: string, index: number): bigint {
  const value = parseInteger(text)
  if (value === undefined)
    throw new CliError(`argument ${index}: expected a whole number, decimal or 0x hexadecimal; got "${text}"`)
  if (value < -(1n << 63n) || value >= 1n << 64n)
    throw new CliError(`argument ${index}: ${text} does not fit 64 bits`)
  return BigInt.asUintN(64, value)
}

/** The options of `emulate`, as typed. */
export interface EmulateCommandOptions extends AbiOptions {
  readonly trace?: boolean
  readonly json?: boolean
}

/** `seccompile emulate`: what a program says to one call. */
export async function emulateCommand(
  io: Io,
  argument: string,
  call: string,
  args: readonly string[],
  options: EmulateCommandOptions,
): Promise<ExitCode> {
  if (args.length > 6) throw new CliError(`a system call has at most 6 arguments; got ${args.length}`)
  const { program, abis, endianness, warnings } = await loadAcceptedProgram(argument, options)
  const [abi] = abis
  const nr = parseNumber(call, abi)
  const data = seccompData({ nr, arch: abi.auditArch, args: args.map(parseArgument) })
  const { verdict, steps } = run(program, data, endianness)
  const name = nameOf(abi, nr)
  sayWarnings(io, warnings)
  if (options.json === true) {
    const path = options.trace === true ? { trace: trace(program, data, endianness).path } : {}
    const bitmap = constAllow(program, nr, abi.auditArch)
    sayJson(io, {
      abi: abi.token,
      nr,
      name,
      verdict: verdictName(verdict),
      ret: verdict,
      steps,
      cached: bitmap.cached,
      ...path,
    })
    return EXIT.ok
  }
  if (options.trace === true) io.out(traceText(program, data, endianness, abis))
  io.out(`${abi.token} ${name ?? nr}: ${verdictName(verdict)}, ${steps} instructions executed\n`)
  return EXIT.ok
}
