/* What a policy does with new calls: a table and the findings of lint for people, or all facts for machines. */
import { notDecided } from '@seccompile/answer'
import type { AnswerRemark } from '@seccompile/answer'
import { formatKernelVersion } from '@seccompile/policy'
import type { KernelRange, KernelVersion } from '@seccompile/policy'
import type { AbiToken } from '@seccompile/syscalls'
import { jsonText, printableLine, table, wrappedText } from '@seccompile/text-layout'
import type { LintedFinding, LintResult } from './linted.ts'

/** A part of a policy that gave a verdict. `known-up-to`: the policy knows calls only up to an older kernel. */
type GivenBy =
  | { readonly kind: 'rule'; readonly place: string }
  | { readonly kind: 'default' }
  | { readonly kind: 'known-up-to' }

/** One verdict of a call. */
export interface NewCallCase {
  readonly verdict: string
  /** The condition on the arguments; empty where the verdict holds for all that remain. */
  readonly when: string
  /** The parts of the policy that may have given the verdict; none where it is that of another ABI. */
  readonly by: readonly GivenBy[]
}

/** A new call of an ABI. */
export interface NewCall {
  readonly abi: AbiToken
  readonly name: string
  readonly nr: number
  readonly since: KernelVersion
  /** Whether the call runs, whatever its arguments. */
  readonly runs: boolean
  readonly cases: readonly NewCallCase[]
}

/** New calls, and what is said of them. */
export interface JudgedNewCalls {
  readonly name: string
  readonly range: KernelRange
  readonly abis: readonly AbiToken[]
  /** The calls: those of an ABI by version, and those of one version by number. */
  readonly calls: readonly NewCall[]
  /** What lint says of new calls: under the policy as it is, and with those allowed that it refuses. */
  readonly now: LintResult
  readonly then: LintResult
}

const byText = (by: GivenBy): string => {
  switch (by.kind) {
    case 'rule':
      return by.place
    case 'default':
      return 'the default'
    case 'known-up-to':
      return 'known-up-to'
  }
}

/** `ALLOW when …; ERRNO(EPERM) otherwise`. */
function verdictText(cases: readonly NewCallCase[]): string {
  if (cases.length === 1) return cases[0]!.verdict
  return cases
    .map(({ verdict, when }) => `${verdict} ${when === '' ? 'otherwise' : `when ${when}`}`)
    .join('; ')
}

/** The parts of the policy behind each verdict, in the order of the verdicts. */
const reasonText = (cases: readonly NewCallCase[]): string =>
  [...new Set(cases.map(({ by }) => by.map(byText).join(' or ')))].join('; ')

/** The rows of the table: calls that are alike on several ABIs are one row. */
function rowsOf({ calls, abis }: Pick<JudgedNewCalls, 'calls' | 'abis'>): readonly (readonly string[])[] {
  const rows = new Map<string, { readonly cells: readonly string[]; readonly on: AbiToken[] }>()
  const byVersion = calls.toSorted((a, b) => a.since.major - b.since.major || a.since.minor - b.since.minor)
  for (const { abi, name, since, cases } of byVersion) {
    const cells = [name, formatKernelVersion(since), verdictText(cases), reasonText(cases)]
    const key = jsonText(cells)
    const known = rows.get(key)
    if (known === undefined) rows.set(key, { cells, on: [abi] })
    else known.on.push(abi)
  }
  return Array.from(rows.values(), ({ cells, on }) =>
    abis.length === 1 ? cells : [...cells, on.length === abis.length ? 'all' : on.join(', ')],
  )
}

const keyOf = ({ name, what }: LintedFinding): string => `${name} ${what}`

/** Findings as a list, each with its remedy. */
function findingsText(title: string, findings: readonly LintedFinding[], columns: number): string {
  if (findings.length === 0) return ''
  const lines = findings.map(({ severity, name, what, instead }) => {
    const text = `${severity} ${name}: ${what}${instead === undefined ? '' : `. ${instead}`}`
    return `${wrappedText('  ', printableLine(text), '    ', columns)}\n`
  })
  return `${title}\n${lines.join('')}`
}

const rangeText = ({ oldest, newest }: KernelRange): string =>
  `Linux ${formatKernelVersion(newest)} has and ${formatKernelVersion(oldest)} has not`

/** The answer for people. */
export function newCallsText({ range, calls, abis, now, then }: JudgedNewCalls, columns: number): string {
  const on = abis.join(', ')
  if (calls.length === 0) return `no call of ${on} is one that ${rangeText(range)}\n`
  const count = new Set(calls.map(({ name }) => name)).size
  const header = ['call', 'since', 'verdict', 'given by', ...(abis.length === 1 ? [] : ['ABIs'])]
  const known = new Set(now.findings.map(keyOf))
  const more = then.findings.filter((each) => !known.has(keyOf(each)))
  return [
    `${count} ${count === 1 ? 'call' : 'calls'} of ${on} that ${rangeText(range)}\n`,
    table(header, rowsOf({ calls, abis })),
    findingsText('lint says', now.findings, columns),
    calls.every(({ runs }) => runs)
      ? 'all of them run\n'
      : more.length === 0
        ? 'lint would say nothing more if all of them were allowed\n'
        : findingsText('lint would say if all of them were allowed', more, columns),
  ].join('')
}

/** Why lint does not decide all. */
export const newCallsRemarks = ({ now, then }: JudgedNewCalls): readonly AnswerRemark[] =>
  [now, then].flatMap(({ undecided }) =>
    undecided.map(({ name, reason }) => notDecided(`${name}: ${reason}`)),
  )

const findingFacts = ({ name, severity, what, source, abis, instead }: LintedFinding): unknown => ({
  name,
  severity,
  message: what,
  source,
  abis,
  instead,
})

/** The answer for machines. */
export function newCallsFacts({ name, range, abis, calls, now, then }: JudgedNewCalls): unknown {
  const { oldest, newest } = range
  const lintFacts = ({ findings, undecided }: LintResult): unknown => ({
    findings: findings.map(findingFacts),
    undecided,
  })
  return {
    policy: name,
    kernels: `${formatKernelVersion(oldest)}..${formatKernelVersion(newest)}`,
    abis,
    calls: calls.map(({ abi, name: call, nr, since, cases }) => ({
      abi,
      call,
      nr,
      since: formatKernelVersion(since),
      cases: cases.map(({ verdict, when, by }) => ({ verdict, ...(when === '' ? {} : { when }), by })),
    })),
    lint: { now: lintFacts(now), allowed: lintFacts(then) },
  }
}
