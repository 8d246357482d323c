import { verify, verifyLowered } from '@seccompile/cbpf'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { loadProgram } from '../load/program.ts'
import type { TargetOptions } from '../options/target.ts'
import { printableLine } from '@seccompile/text-layout'
import { sayJson, sayWarnings } from '../show/say.ts'

/** The options of `verify`, as typed. */
export interface VerifyCommandOptions extends TargetOptions {
  readonly lowered?: boolean
  readonly json?: boolean
}

/** `seccompile verify`: whether the kernel would accept a program, and if not, why. */
export async function verifyCommand(
  io: Io,
  argument: string,
  options: VerifyCommandOptions,
): Promise<ExitCode> {
  const { program, warnings } = await loadProgram(argument, options)
  const problems = options.lowered === true ? verifyLowered(program) : verify(program)
  sayWarnings(io, warnings)
  if (options.json === true) sayJson(io, { accepted: problems.length === 0, insns: program.length, problems })
  else if (problems.length === 0)
    io.out(`${printableLine(argument)}: ${program.length} instructions; the kernel accepts it\n`)
  else
    for (const { where, message, invariant } of problems)
      io.out(`${printableLine(argument)}: ${where}: ${message} (${invariant})\n`)
  return problems.length === 0 ? EXIT.ok : EXIT.no
}
