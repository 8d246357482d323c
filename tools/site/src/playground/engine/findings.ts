/* The findings of the lint rules on a filter, each with a call that shows it. */
import { lint, lintRules } from '@seccompile/lint'
import { otherAbisOf } from '@seccompile/syscalls'
import type { Finding, ShownCall } from '@seccompile/policy'
import { meaningOf } from '@seccompile/prover'
import { callNames } from '@seccompile/describe'
import type { FindingItem, FindingsPart } from '../messages.ts'
import { tablesOf } from './abi-tables.ts'
import type { ShownFilter } from './shown-filter.ts'
import { bounded, warningNote } from './notes.ts'

/** Most findings that are listed. */
const MOST = 300

/** The findings of the filter, the worst first. */
export async function findingsOf({
  filter: { subject, abis, endianness, findings: warnings, policy, target },
  args,
}: ShownFilter): Promise<FindingsPart> {
  // Lint rules also need the other ABIs of the machine.
  await tablesOf([...new Set(abis.flatMap(({ token }) => otherAbisOf(token)))])
  const kernel = target?.kernel
  const { findings, undecided } = lint(
    { filter: subject, abis, endianness, warnings, kernel, ...(policy === undefined ? {} : { policy }) },
    lintRules,
  )
  const names = callNames(abis, args)
  const shown = ({ data }: ShownCall): FindingItem['calls'][number] => {
    const text = names.call(data)
    return { text, verdict: names.verdict(meaningOf(subject, data, endianness), data.arch), typed: text }
  }
  // A warning without a call is about the text, and stands beside it.
  const isBesideText = ({ name, message, call }: Finding): boolean =>
    call === undefined && warnings.some((each) => each.name === name && each.message === message)
  const items = findings
    .filter((finding) => !isBesideText(finding))
    .slice(0, MOST)
    .map((finding): FindingItem => {
      const { message, full = message, line, column } = warningNote(finding)
      const calls = [finding.call, finding.other].filter((call) => call !== undefined)
      return {
        name: bounded(finding.name, 80),
        severity: finding.severity,
        message: full,
        instead: finding.instead,
        calls: calls.map(shown),
        line,
        column,
      }
    })
  return {
    part: 'findings',
    findings: items,
    undecided: undecided.map(({ name, reason }) => `${name}: ${reason}`),
  }
}
