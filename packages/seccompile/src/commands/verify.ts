import type { Answer } from '@seccompile/answer'
import { verify as problemsOf, verifyLowered } from '@seccompile/cbpf'
import { printableLine } from '@seccompile/text-layout'
import { asking } from '../ask/asking.ts'
import { loadProgram } from '../load/program.ts'
import { FILE } from '../options/files.ts'
import { JSON_OUT } from '../options/forms.ts'
import { TARGET } from '../options/target.ts'
import type { TargetOptions } from '../options/target.ts'
import { WARNINGS } from '../options/warnings.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { flag } from '../syntax/option.ts'

/** A program, and whether it must satisfy the rules for lowered programs too. */
interface VerifyQuestion extends TargetOptions {
  readonly file: string
  readonly lowered: boolean
}

/** Whether the kernel would accept a program, and if not, why. */
async function verify(question: VerifyQuestion): Promise<Answer> {
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

/** `seccompile verify`. */
export const command: Command = defineCommand({
  description: 'say whether the kernel would accept a program (exit 1 where not)',
  usefulWithoutOutput: 'status',
  warnings: 'summary',
  args: { file: FILE },
  options: {
    ...TARGET,
    lowered: flag('check the narrower rules for programs that seccompile emits'),
    json: JSON_OUT,
    ...WARNINGS,
  },
  examples: [{ does: 'which instruction breaks which rule, if any', line: 'seccompile verify filter.bpf' }],
  run: asking(verify),
})
