import { changes } from '@seccompile/prover'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { parseFormat } from '../options/format.ts'
import type { FormatOptions } from '../options/format.ts'
import { parseOnly } from '../options/only.ts'
import { askTwo, sayUndecided } from '../options/question.ts'
import type { QuestionOptions } from '../options/question.ts'
import {
  changeReport,
  isEmpty,
  onlyIn,
  reportFacts,
  reportMarkdown,
  reportText,
  summaryText,
} from '../show/change-report.ts'
import { markdownText } from '../show/markdown.ts'
import { sayJson } from '../show/say.ts'
import { sayText } from '../show/verdict-colours.ts'

/** The options of `diff`, as typed. */
export interface DiffCommandOptions extends QuestionOptions, FormatOptions {
  readonly only?: readonly string[]
}

/** `seccompile diff`: all calls to which two filters give different verdicts, and which side is the weaker. */
export async function diffCommand(
  io: Io,
  a: string,
  b: string,
  options: DiffCommandOptions,
): Promise<ExitCode> {
  const format = parseFormat(options)
  const directions = parseOnly(options.only)
  const asked = await askTwo(io, a, b, { ...options, json: format === 'json' })
  const answer = changes(asked.left.leveled, asked.right.leveled, asked.prove)
  if (answer.kind === 'undecided') return sayUndecided(io, answer.reason, format === 'json')
  const whole = await changeReport(asked, answer.changes, options)
  const report = onlyIn(whole, directions)
  const summary = isEmpty(whole) ? 'no call changes' : summaryText(whole)
  const none = isEmpty(report) && !isEmpty(whole) ? `none is ${directions.join(' or ')}: ` : ''
  switch (format) {
    case 'json':
      sayJson(io, { answer: isEmpty(whole) ? 'equal' : 'different', ...reportFacts(report) })
      break
    case 'text':
      sayText(io, `${none}${summary}\n${reportText(report)}`)
      break
    case 'markdown': {
      const title = `# Changes from ${markdownText(asked.left.name)} to ${markdownText(asked.right.name)}`
      io.out(
        [`${title}\n`, `${none}${summary}\n`, reportMarkdown(report)]
          .filter((part) => part !== '')
          .join('\n'),
      )
      break
    }
  }
  return isEmpty(report) ? EXIT.ok : EXIT.no
}
