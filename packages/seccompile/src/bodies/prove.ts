import { undecided } from '@seccompile/answer'
import type { Answer } from '@seccompile/answer'
import { askMainFirst } from '@seccompile/describe'
import { equal } from '@seccompile/prover'
import { aboutFiles, archesNotes, contextOf } from '../load/question.ts'
import type { QuestionOptions } from '../options/question.ts'
import { witnessForms } from '../show/witness-forms.ts'

/** Two filters that are compared. */
export interface ProveQuestion extends Omit<QuestionOptions, 'json'> {
  readonly a: string
  readonly b: string
  readonly trace: boolean
}

/** Whether two filters give every call the same verdict, and if not, a call that tells them apart. */
export async function prove(question: ProveQuestion): Promise<Answer> {
  const asked = await aboutFiles(question.a, question.b, question)
  const context = contextOf(asked.left, asked.right)
  const found = askMainFirst(asked, (how) => equal(asked.left.leveled, asked.right.leveled, how))
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
