import { sayWitness } from '../show/say-witness.ts'
import { equal } from '@seccompile/prover'
import { EXIT } from '../io/exit-code.ts'
import type { ExitCode } from '../io/exit-code.ts'
import type { Io } from '../io/io.ts'
import { askTwo, noteArches, sayUndecided } from '../load/question.ts'
import type { QuestionOptions } from '../options/question.ts'
import { sayJson } from '../show/say.ts'
import { askMainFirst, witnessFacts } from '@seccompile/describe'

/** Two filters that are compared. */
export interface ProveQuestion extends QuestionOptions {
  readonly a: string
  readonly b: string
  readonly trace: boolean
}

/**
 * `seccompile prove`: whether two filters give every call the same verdict, and if not, a call that tells them apart.
 */
export async function prove(io: Io, options: ProveQuestion): Promise<ExitCode> {
  const asked = await askTwo(io, options.a, options.b, options)
  const { left, right } = asked
  const answer = askMainFirst(asked, (how) => equal(left.leveled, right.leveled, how))
  const { json = false } = options
  switch (answer.kind) {
    case 'undecided':
      return sayUndecided(io, answer.reason, json)
    case 'equal':
      if (json) sayJson(io, { answer: 'equal', digest: answer.digest, nodes: answer.nodes })
      else io.out(`equal, digest ${answer.digest}\n`)
      return EXIT.ok
    case 'no-difference':
      if (json) sayJson(io, { answer: 'equal', reason: answer.reason })
      else io.out(`equal, by a search for a difference; there is no digest: ${answer.reason}\n`)
      return EXIT.ok
    case 'same':
      if (json) sayJson(io, { answer: 'equal', reason: answer.reason })
      else io.out(`equal, because both are identical; there is no digest: ${answer.reason}\n`)
      return EXIT.ok
    case 'different':
      noteArches(io, asked, options)
      if (json) sayJson(io, { answer: 'different', ...(await witnessFacts(asked, answer, options)) })
      else await sayWitness(io, 'different:', asked, answer, options)
      return EXIT.no
  }
}
