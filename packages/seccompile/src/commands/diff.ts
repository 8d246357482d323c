import { verdictName } from '@seccompile/abi'
import { changes } from '@seccompile/prover'
import { isAlways } from '@seccompile/rules'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { askTwo, noteArches, sayUndecided } from '../options/question.ts'
import type { QuestionOptions } from '../options/question.ts'
import { callNames } from '../show/call-names.ts'
import { loadArgumentNames } from '../show/load-names.ts'
import { changesText, conditionFacts, numberFacts } from '../show/regions.ts'
import { sayJson } from '../show/say.ts'

/** `seccompile diff`: all calls to which two filters give different verdicts. */
export async function diffCommand(io: Io, a: string, b: string, options: QuestionOptions): Promise<ExitCode> {
  const asked = await askTwo(io, a, b, options)
  const answer = changes(asked.left.leveled, asked.right.leveled, asked.prove)
  if (answer.kind === 'undecided') return sayUndecided(io, answer.reason, options.json)
  const args = await loadArgumentNames(
    asked.abis,
    options,
    answer.changes.some(({ when }) => !isAlways(when)),
  )
  const names = callNames(asked.abis, args)
  const isSame = answer.changes.length === 0
  if (options.json === true) {
    const rows = answer.changes.map(({ arches, numbers, when, pointer, from, to }) => ({
      arches,
      ...numberFacts(names, arches, numbers),
      ...conditionFacts(names, arches, { numbers, when, pointer }),
      from: verdictName(from),
      to: verdictName(to),
    }))
    sayJson(io, { answer: isSame ? 'equal' : 'different', changes: rows })
  } else {
    if (!isSame) noteArches(io, asked, options)
    io.out(isSame ? 'no call changes\n' : changesText(names, answer.changes))
  }
  return isSame ? EXIT.ok : EXIT.no
}
