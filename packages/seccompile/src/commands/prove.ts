import { undecided } from '@seccompile/answer'
import type { Answer } from '@seccompile/answer'
import { askMainFirst } from '@seccompile/describe'
import { equal } from '@seccompile/prover'
import { asking } from '../ask/asking.ts'
import { aboutFiles, archesNotes, contextOf } from '../load/question.ts'
import { SIDE } from '../options/files.ts'
import { QUESTION, TRACE } from '../options/question.ts'
import type { QuestionOptions } from '../options/question.ts'
import { WARNINGS } from '../options/warnings.ts'
import { witnessForms } from '../show/witness-forms.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { flag } from '../syntax/option.ts'

/** Two filters that are compared. */
interface ProveQuestion extends Omit<QuestionOptions, 'json'> {
  readonly a: string
  readonly b: string
  readonly trace: boolean
}

/** Whether two filters give every call the same verdict, and if not, a call that tells them apart. */
async function prove(question: ProveQuestion): Promise<Answer> {
  const asked = await aboutFiles(question.a, question.b, question)
  const context = contextOf(asked.left, asked.right)
  const found = askMainFirst(asked, (how) => equal(asked.left.subject, asked.right.subject, how))
  switch (found.kind) {
    case 'undecided':
      return undecided(found.reason, context)
    case 'equal': {
      const { digest, nodes } = found
      return {
        ...context,
        status: 'yes',
        text: () => `equal, digest ${digest}\n`,
        facts: () => ({ answer: 'equal', digest, nodes }),
      }
    }
    case 'no-difference':
    case 'same': {
      const { reason } = found
      return {
        ...context,
        status: 'yes',
        text: () => `equal, ${WHY_EQUAL[found.kind]}; there is no digest: ${reason}\n`,
        facts: () => ({ answer: 'equal', reason }),
      }
    }
    case 'different':
      return {
        ...context,
        ...witnessForms('different:', 'different', asked, found, question),
        status: 'no',
        notes: archesNotes(asked, question),
      }
  }
}

/** Why two filters are equal where no digest says it. */
const WHY_EQUAL = {
  'no-difference': 'by a search for a difference',
  same: 'because both are identical',
} as const

/** `seccompile prove`. */
export const command: Command = defineCommand({
  description: 'prove that two filters mean the same, or show a call that tells them apart (exit 1)',
  usefulWithoutOutput: 'status',
  warnings: 'summary',
  args: { a: SIDE, b: SIDE },
  options: {
    subset: flag(
      'prove that <a> is at least as strict as <b> for every call, and not that both mean the same',
    ),
    trace: TRACE,
    ...QUESTION,
    ...WARNINGS,
  },
  examples: [
    {
      does: 'that a filter still means what the profile means',
      line: 'seccompile prove profile.json filter.bpf',
    },
    {
      does: 'that a new profile opens nothing',
      line: 'seccompile prove new.json old.json --subset',
    },
  ],
  run: asking(async ({ subset: isSubset, ...question }) => {
    if (!isSubset) return prove(question)
    const { a: file, b: of, ...others } = question
    return (await import('./subset.ts')).subset({ ...others, file, of, all: false })
  }),
})
