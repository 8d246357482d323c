/* Findings for people at a terminal: by file, the worst first, each with its call and a correction. */
import type { Paint } from '@seccompile/answer'
import type { Severity } from '@seccompile/policy'
import { callNames } from '@seccompile/describe'
import { printableLine } from '@seccompile/text-layout'
import { verdictOn } from './linted.ts'
import type { LintResult, LintedFinding } from './linted.ts'
import { leftOutText, shownFindings } from './shown-findings.ts'

const ofSeverity = (paint: Paint, severity: Severity): ((text: string) => string) => {
  switch (severity) {
    case 'high':
      return paint.red
    case 'medium':
      return paint.yellow
    case 'low':
      return paint.cyan
  }
}

/** Characters of the longest severity. */
const SEVERITY_WIDTH = 'medium'.length

/** `12:9: ` for a place in the file itself, or `other.json:12:9: `. */
function placeText({ source }: LintedFinding, file: string): string {
  if (source === undefined) return ''
  const place = `${source.line}:${source.column}: `
  return source.file === file ? place : `${source.file}:${place}`
}

/** The calls of a finding with their verdicts, and the correction, each after a label. */
function details({ filter, args }: LintResult, { call, other, instead }: LintedFinding): readonly string[] {
  const names = callNames(filter.abis, args)
  const lines: string[] = []
  if (call !== undefined)
    lines.push(
      `call     ${names.call(call.data)} gets ${names.verdict(verdictOn(filter, call), call.data.arch)}`,
    )
  if (other !== undefined)
    lines.push(
      `but      ${names.call(other.data)} gets ${names.verdict(verdictOn(filter, other), other.data.arch)}`,
    )
  if (instead !== undefined) lines.push(`instead  ${instead}`)
  return lines
}

/** The findings of one file. `asked` are the names of `--only`. */
export function lintedText(paint: Paint, linted: LintResult, asked: ReadonlySet<string>): string {
  const { shown, leftOut } = shownFindings(linted.findings, asked)
  const title = printableLine(linted.name)
  if (shown.length === 0) {
    const accepted = linted.findings.length // none is shown, so the baseline accepts all
    return `${paint.bold(title)}: no findings${accepted === 0 ? '' : ` except ${accepted} that the baseline accepts`}\n`
  }
  const width = Math.max(...shown.map(({ name }) => name.length))
  const indent = ' '.repeat(2 + SEVERITY_WIDTH + 2)
  const lines = shown.flatMap((finding) => {
    const { severity, name, what } = finding
    const first = `  ${ofSeverity(paint, severity)(severity.padEnd(SEVERITY_WIDTH))}  ${paint.bold(name.padEnd(width))}  ${printableLine(placeText(finding, linted.name) + what)}`
    return [first, ...details(linted, finding).map((text) => `${indent}${paint.dim(printableLine(text))}`)]
  })
  return `${[paint.bold(title), ...lines, ...leftOut.map((each) => `  ${leftOutText(each)}`)].join('\n')}\n`
}
