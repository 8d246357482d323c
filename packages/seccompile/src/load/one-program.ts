/* One program with the meaning of a stack of filters: a process has one listener, and an outer filter hides calls from it. */
import { BPF_MAXINSNS } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { intersect } from '@seccompile/prover'
import type { Subject } from '@seccompile/prover'
import { CliError } from '../io/cli-error.ts'
import type { LoadedProgram } from './program.ts'

/**
 * The program that gives each call the strictest verdict of `programs`.
 * @throws CliError where the programs have no intersection that fits
 */
export async function oneProgram(programs: readonly LoadedProgram[]): Promise<Program> {
  const [first, ...others] = programs
  if (first === undefined) throw new CliError('there is no filter')
  if (others.length === 0) return first.program
  const { tryCompileRules } = await import('@seccompile/compiler')
  const { endianness } = first
  let subject: Subject = { level: 'program', ir: first.program }
  for (const { program } of others) {
    const answer = intersect(subject, { level: 'program', ir: program }, { endianness })
    if (answer.kind !== 'rules')
      throw new CliError(`the filters cannot be watched together: ${answer.reason}; give one filter`)
    subject = { level: 'rules', ir: answer.rules }
  }
  if (subject.level !== 'rules') return first.program
  const outcome = tryCompileRules(subject.ir, { endianness })
  if (outcome.kind === 'fits') return outcome.program
  throw new CliError(
    `the filters cannot be watched together: one filter for them needs ${outcome.insns} instructions, and the kernel accepts ${BPF_MAXINSNS}; give one filter`,
  )
}
