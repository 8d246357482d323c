/* Findings in Markdown: a table for each file, for a comment on a change. */
import { callNames } from '@seccompile/describe'
import { markdownCode, markdownText } from '@seccompile/text-layout'
import { verdictOn } from './linted.ts'
import type { LintResult, LintedFinding, LintFailure } from './linted.ts'
import type { LintAnswer } from './facts.ts'
import { leftOutText, shownFindings } from './shown-findings.ts'
import { summaryText } from './summary.ts'

function rowOf({ filter, args }: LintResult, finding: LintedFinding): string {
  const names = callNames(filter.abis, args)
  const { severity, name, what, source, call, other, instead = '' } = finding
  const place = source === undefined ? '' : markdownCode(`${source.line}:${source.column}`)
  const calls = [call, other].flatMap((each) =>
    each === undefined
      ? []
      : [`${markdownCode(names.call(each.data))} ${names.verdict(verdictOn(filter, each), each.data.arch)}`],
  )
  const cells = [
    severity,
    markdownCode(name),
    place,
    markdownText(what),
    calls.join('<br>'),
    markdownText(instead),
  ]
  return `| ${cells.join(' | ')} |\n`
}

const HEADER = `| severity | lint rule | place | finding | call | instead |\n| --- | --- | --- | --- | --- | --- |\n`

function fileMarkdown(file: LintResult | LintFailure, asked: ReadonlySet<string>): string {
  const title = `### ${markdownCode(file.name)}\n\n`
  if (file.kind === 'not-linted') return `${title}Not linted: ${markdownText(file.error)}\n`
  const { shown, leftOut } = shownFindings(file.findings, asked)
  const rows = shown.map((finding) => rowOf(file, finding)).join('')
  const table = rows === '' ? 'No findings.\n' : `${HEADER}${rows}`
  const more = leftOut.map((each) => `\n${markdownText(leftOutText(each))}\n`).join('')
  const undecided = file.undecided
    .map(({ name, reason }) => `\nNot decided: ${markdownCode(name)}, ${markdownText(reason)}\n`)
    .join('')
  return `${title}${table}${more}${undecided}`
}

/** The answer of `lint` in Markdown. `asked` are the names of `--only`. */
export function lintMarkdown(answer: LintAnswer, asked: ReadonlySet<string>): string {
  const { files, counts, unmatched } = answer
  const parts = files.map((file) => fileMarkdown(file, asked))
  const entries = unmatched.map(({ text }) => `- ${markdownText(text)}\n`).join('')
  return [
    ...parts,
    `${markdownText(summaryText(counts, files))}\n`,
    ...(entries === '' ? [] : [entries]),
  ].join('\n')
}
