import { subset } from '@seccompile/prover'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { askTwo, noteArches, sayUndecided } from '../options/question.ts'
import type { QuestionOptions } from '../options/question.ts'
import { printable } from '../show/printable.ts'
import { sayJson } from '../show/say.ts'
import { sayWitness, witnessFacts } from '../show/witness.ts'

/** The options of `subset`, as typed. */
export interface SubsetCommandOptions extends QuestionOptions {
  readonly of: string
}

/** `seccompile subset`: whether a filter is at least as strict as another for every call. */
export async function subsetCommand(
  io: Io,
  argument: string,
  options: SubsetCommandOptions,
): Promise<ExitCode> {
  const asked = await askTwo(io, argument, options.of, options)
  const answer = subset(asked.left.leveled, asked.right.leveled, asked.prove)
  const { json = false } = options
  switch (answer.kind) {
    case 'undecided':
      return sayUndecided(io, answer.reason, json)
    case 'subset':
      if (json) sayJson(io, { answer: 'subset' })
      else
        io.out(
          `subset: ${printable(asked.left.name)} is nowhere weaker than ${printable(asked.right.name)}\n`,
        )
      return EXIT.ok
    case 'weaker':
      noteArches(io, asked, options)
      if (json) sayJson(io, { answer: 'weaker', ...(await witnessFacts(asked, answer, options)) })
      else {
        io.out('weaker: ')
        await sayWitness(io, asked, answer, options)
      }
      return EXIT.no
  }
}
