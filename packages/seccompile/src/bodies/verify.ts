import type { Answer } from '@seccompile/answer'
import { verify as problemsOf, verifyLowered } from '@seccompile/cbpf'
import { printableLine } from '@seccompile/text-layout'
import { loadProgram } from '../load/program.ts'
import type { TargetOptions } from '../options/target.ts'

/** A program, and whether it must satisfy the rules for lowered programs too. */
export interface VerifyQuestion extends TargetOptions {
  readonly file: string
  readonly lowered: boolean
}

/** Whether the kernel would accept a program, and if not, why. */
export async function verify(question: VerifyQuestion): Promise<Answer> {
  const { file, lowered } = question
  const { program, warnings } = await loadProgram(file, question)
  const problems = lowered ? verifyLowered(program) : problemsOf(program)
  const accepted = problems.length === 0
  const name = printableLine(file)
  return {
    status: accepted ? 'yes' : 'no',
    warnings: [warnings],
    text: () =>
      accepted
        ? `${name}: ${program.length} instructions; the kernel accepts it\n`
        : problems
            .map(({ where, message, invariant }) => `${name}: ${where}: ${message} (${invariant})\n`)
            .join(''),
    facts: () => ({ accepted, insns: program.length, problems }),
  }
}
