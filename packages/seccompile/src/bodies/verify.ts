import { verify as problemsOf, verifyLowered } from '@seccompile/cbpf'
import { EXIT } from '../io/exit-code.ts'
import type { ExitCode } from '../io/exit-code.ts'
import type { Io } from '../io/io.ts'
import { loadProgram } from '../load/program.ts'
import type { TargetOptions } from '../options/target.ts'
import { printableLine } from '@seccompile/text-layout'
import { sayJson, sayWarnings } from '../show/say.ts'

/** A program, and whether it must satisfy the rules for lowered programs too. */
export interface VerifyQuestion extends TargetOptions {
  readonly file: string
  readonly lowered: boolean
  readonly json: boolean
}

/** `seccompile verify`: whether the kernel would accept a program, and if not, why. */
export async function verify(io: Io, question: VerifyQuestion): Promise<ExitCode> {
  const { file, lowered, json } = question
  const { program, warnings } = await loadProgram(file, question)
  const problems = lowered ? verifyLowered(program) : problemsOf(program)
  sayWarnings(io, warnings)
  if (json) sayJson(io, { accepted: problems.length === 0, insns: program.length, problems })
  else if (problems.length === 0)
    io.out(`${printableLine(file)}: ${program.length} instructions; the kernel accepts it\n`)
  else
    for (const { where, message, invariant } of problems)
      io.out(`${printableLine(file)}: ${where}: ${message} (${invariant})\n`)
  return problems.length === 0 ? EXIT.ok : EXIT.no
}
