import { lint, lintRules } from '@seccompile/lint'
import type { Finding, Severity } from '@seccompile/policy'
import { ruleNames } from '@seccompile/lint-report'
import { didYouMean, listOf, oneOf, optional, quote, read, record, text } from '@seccompile/shape'
import type { Reader } from '@seccompile/shape'
import type { StatementAnswer } from './answer.ts'
import type { Filter } from '@seccompile/filter'

/** Which findings of lint fail a test. */
export interface FindingsOptions {
  /** The least severity that counts; `low` where absent. */
  readonly severity?: Severity
  /** Names of lint rules and warnings that are accepted, such as `libc-gap`. */
  readonly except?: readonly string[]
}

const FROM: Readonly<Record<Severity, readonly Severity[]>> = {
  low: ['low', 'medium', 'high'],
  medium: ['medium', 'high'],
  high: ['high'],
}

const NAMES: ReadonlySet<string> = ruleNames(lintRules)

const findingName: Reader<string> = (at) => {
  const name = text(at)
  if (NAMES.has(name)) return name
  const message = `no lint rule and no warning is called ${quote(name)}${didYouMean(name, [...NAMES])}`
  throw at.error('name', at.where, message)
}

const optionsReader: Reader<FindingsOptions> = record<FindingsOptions>({
  severity: optional(oneOf(FROM.low)),
  except: optional(listOf(findingName)),
})

/**
 * Whether lint finds nothing in `filter`. A lint rule that is not decided is neither a finding nor the lack of one.
 * @throws TypeError where an option is wrong or unknown
 */
export function hasNoFindings(filter: Filter, options: FindingsOptions = {}): StatementAnswer {
  const { severity = 'low', except = [] } = read(optionsReader, options, 'options')
  const { subject, abis, endianness, policy, findings: warnings, target } = filter
  const kernel = target?.kernel ?? policy?.kernel
  const caps = target?.caps ?? policy?.caps
  const about = { filter: subject, abis, endianness, warnings, kernel, caps }
  const { findings, undecided } = lint(policy === undefined ? about : { ...about, policy }, lintRules)
  const counts = (each: Finding): boolean =>
    FROM[severity].includes(each.severity) && !except.includes(each.name)
  const left = findings.filter(counts)
  const unknown = undecided.filter((rule) => !except.includes(rule.name))
  const rows = [
    ...left.map((each) => `\n  ${each.severity} ${each.name}: ${each.message}`),
    ...unknown.map((each) => `\n  not decided: ${each.name}: ${each.reason}`),
  ]
  return {
    holds: left.length > 0 ? 'no' : unknown.length > 0 ? 'neither' : 'yes',
    statement: 'to have no findings',
    shown: () => (rows.length === 0 ? '; it has none' : rows.join('')),
  }
}
