import { seccompData, verdictName } from '@seccompile/abi'
import { constAllow, run, trace } from '@seccompile/interpreter'
import { nameOf } from '@seccompile/syscalls'
import { CliError } from '../cli-error.ts'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { loadAcceptedProgram } from '../load/program.ts'
import { parseArgument, parseNumber } from '../options/call.ts'
import type { TargetOptions } from '../options/target.ts'
import { traceText } from '../show/listing.ts'
import { sayJson, sayWarnings } from '../show/say.ts'

/** The options of `emulate`, as typed. */
export interface EmulateCommandOptions extends TargetOptions {
  readonly trace?: boolean
  readonly json?: boolean
}

/** `seccompile emulate`: the verdict of a program on one call. */
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
