/* The head of a report: what the filter is, what changes, what is found, and the grade, on one page. */
import { letsRun } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import type { Filter } from '@seccompile/filter'
import { countFindings, countsText } from '@seccompile/lint-report'
import type { LintResult } from '@seccompile/lint-report'
import { callNames, EVERY_CALL, mainPart, verdictAt } from '@seccompile/describe'
import type { ChangeReport } from '@seccompile/describe'
import { regions } from '@seccompile/prover'
import type { Change, ProveOptions } from '@seccompile/prover'
import { contains } from '@seccompile/rules'
import { calls as callsOf, numberOf } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { changeSummary, DIRECTION_TONES } from './difference.ts'
import type { DifferenceResult } from './difference.ts'
import { findingRow } from './gather.ts'
import { GRADE_RULE, gradeOf } from './grade.ts'
import type { Grade, Openness } from './grade.ts'
import { newFindings, newFirst } from './new-findings.ts'
import { verdictMark } from './regions.ts'
import { code, conditionCell } from './report.ts'
import type { ReportBlock, ReportCell, VerdictMark } from './report.ts'

/** Most changes, and most findings, in the head. */
const MOST = 3
/** Most verdicts in the head. */
const MOST_VERDICTS = 6

const DEPENDS: VerdictMark = { kind: 'verdict', text: 'depends on arguments', tone: 'DEPENDS' }

const text = (words: string): ReportBlock => ({ kind: 'text', text: words })
const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

/** Sorts verdicts: those that let a call run come first. */
const runsFirst = (a: Verdict, b: Verdict): number => Number(letsRun(b)) - Number(letsRun(a))

/** The main ABI: of a raw filter for other architectures, the first of one of these. */
function mainAbi({ abis, arches }: Filter): AbiTable {
  const [main] = abis
  const { arch } = mainPart([{ arches }], main)
  return arch === main.auditArch ? main : (callNames(abis).tables(arch)[0] ?? main)
}

/** What becomes of the calls of the main ABI, and which of them run. */
interface MainMeaning {
  readonly blocks: readonly ReportBlock[]
  readonly runs: Openness
}

function mainMeaning({ subject }: Filter, main: AbiTable, prove: ProveOptions): MainMeaning {
  const answer = regions(subject, prove)
  if (answer.kind === 'undecided')
    return { blocks: [text(`What it does is not decided: ${answer.reason}`)], runs: 'listed' }
  const section = answer.sections.find(({ arches }) => contains(arches, main.auditArch))
  const known = callsOf(main)
  const mark = (verdict: Verdict): VerdictMark => verdictMark(verdict, verdictAt(verdict, [main.token]))
  const verdicts = known.map(({ nr }): readonly Verdict[] => {
    const cases = section?.regions.find(({ numbers }) => contains(numbers, nr))?.cases
    return [
      ...new Set(cases?.map(({ verdict }) => verdict) ?? (section === undefined ? [] : [section.otherwise])),
    ]
  })
  const counts = new Map<Verdict, number>()
  for (const [verdict, ...others] of verdicts)
    if (verdict !== undefined && others.length === 0) counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
  const byCount = [...counts].toSorted(([a, m], [b, n]) => runsFirst(a, b) || n - m)
  const more = byCount.slice(MOST_VERDICTS).reduce((sum, [, count]) => sum + count, 0)
  const depends = verdicts.filter((each) => each.length > 1)
  const possible = [...new Set(depends.flat())].toSorted(runsFirst).slice(0, MOST_VERDICTS)
  const rows: readonly (readonly ReportCell[])[] = [
    ...byCount.slice(0, MOST_VERDICTS).map(([verdict, count]) => [mark(verdict), count]),
    ...(more === 0 ? [] : [['other verdicts', more]]),
    ...(depends.length === 0 ? [] : [[[DEPENDS, ...possible.map(mark)], depends.length]]),
  ]
  const header = ['verdict', `calls of ${main.token}, of ${known.length}`]
  const isOpen = section !== undefined && letsRun(section.otherwise)
  const runs = verdicts.every((each) => each.every(letsRun)) ? 'all' : isOpen ? 'default' : 'listed'
  return { blocks: [{ kind: 'table', header, rows }], runs }
}

/** What the filter is: a policy has ABIs, and a raw filter names architectures. */
function subjectText({ subject, abis, arches }: Filter, kind: string, main: AbiTable): string {
  const what = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`
  if (subject.level === 'rules') return `${what} for ${abis.map(({ token }) => token).join(', ')}.`
  const named = [...new Set(arches().map(callNames(abis).arch))]
  const [judged] = abis
  const rest =
    main === judged
      ? ''
      : ` The findings and the grade are about calls of ${judged.token}; --abi ${main.token} is about those of ${main.token}.`
  return `${what}${named.length === 0 ? ' that names no single architecture' : ` for ${named.join(', ')}`}.${rest}`
}

/** The calls that a finding of severity high names, each as `ABI call`. */
function namedHigh({ findings, filter, args }: LintResult): ReadonlySet<string> {
  const names = callNames(filter.abis, args)
  return new Set(
    findings
      .filter(({ severity, accepted }) => severity === 'high' && accepted === undefined)
      .flatMap(({ call, elsewhere = [] }) => [call, ...elsewhere.map((each) => each.call)])
      .flatMap((call) =>
        call === undefined ? [] : [`${call.abi} ${names.name(call.data.arch, call.data.nr)}`],
      ),
  )
}

/** A call that changes, with its place in the order of gravity. */
interface GraveChange {
  readonly row: readonly ReportCell[]
  readonly isHigh: boolean
  readonly direction: Change['direction']
  readonly place: number
}

const ORDER: readonly Change['direction'][] = ['weaker', 'stricter', 'other']

/** The gravest changes of calls, at most three. */
function gravest(
  report: ChangeReport,
  linted: LintResult,
  main: AbiTable,
): { readonly header: readonly string[]; readonly rows: readonly (readonly ReportCell[])[] } {
  const high = namedHigh(linted)
  const { abis: all, arches } = linted.filter
  const tables = [main, ...all, ...arches().flatMap(callNames(all).tables)]
  const entries = [...report.entries, ...report.notes.flatMap((note) => note.entries)]
  const changed = entries.flatMap(({ abis, calls, shown, folded, of, verdictText }) =>
    calls.flatMap((call): readonly GraveChange[] => {
      const at = tables.findIndex(({ token }) => abis.includes(token))
      const nr = tables[at] && numberOf(tables[at], call)
      if (nr === undefined && call !== EVERY_CALL) return []
      const isHigh = abis.some((abi) => high.has(`${abi} ${call}`))
      const row: readonly ReportCell[] = [
        { kind: 'mark', text: of.direction, tone: DIRECTION_TONES[of.direction] },
        code(call),
        abis.join(', '),
        verdictMark(of.from, verdictText(of.from)),
        verdictMark(of.to, verdictText(of.to)),
        conditionCell(shown, folded),
      ]
      return [{ row, isHigh, direction: of.direction, place: nr === undefined ? -1 : at * 2 ** 32 + nr }]
    }),
  )
  const sorted = changed.toSorted(
    (a, b) =>
      Number(b.isHigh) - Number(a.isHigh) ||
      ORDER.indexOf(a.direction) - ORDER.indexOf(b.direction) ||
      a.place - b.place,
  )
  const first = sorted.slice(0, MOST)
  const isNamed = first.some(({ isHigh }) => isHigh)
  return {
    header: ['direction', 'call', 'ABIs', 'base', 'now', 'when', ...(isNamed ? ['why first'] : [])],
    rows: first.map(({ row, isHigh }) => [
      ...row,
      ...(isNamed ? [isHigh ? 'a high finding names it' : ''] : []),
    ]),
  }
}

function changeBlocks(
  { report, undecided }: DifferenceResult,
  linted: LintResult,
  main: AbiTable,
): readonly ReportBlock[] {
  if (report === undefined) return [text(`What changes is not decided: ${undecided ?? ''}`)]
  const table = gravest(report, linted, main)
  return [
    text(changeSummary(report, 'the base')),
    ...(table.rows.length === 0
      ? []
      : [
          {
            kind: 'table',
            title:
              'The gravest changes: calls that a high finding names, then weaker before stricter, every call of an ABI before one, then by number',
            ...table,
          } as const,
        ]),
  ]
}

function findingBlocks(
  linted: LintResult,
  base: LintResult | undefined,
  isBaseline: boolean,
): readonly ReportBlock[] {
  const { findings } = linted
  const fresh = newFindings(findings, base)
  const summary = countsText(countFindings(findings), '')
  const isNew = base !== undefined || isBaseline
  const open = newFirst(findings, base).filter(({ accepted }) => accepted === undefined)
  const shown = (isNew && fresh.length > 0 ? fresh : open).slice(0, MOST)
  const since = isNew ? `; ${fresh.length === 0 ? 'none is' : counted(fresh.length, 'is', 'are')} new` : ''
  return [
    text(`${summary.charAt(0).toUpperCase()}${summary.slice(1)}${since}.`),
    ...(shown.length === 0
      ? []
      : [
          {
            kind: 'table',
            header: ['severity', 'lint rule', 'place', 'finding'],
            rows: shown.map((finding) => findingRow(linted, finding, undefined).slice(0, 4)),
          } as const,
        ]),
  ]
}

/** The facts that the head sums up. */
export interface Glance {
  readonly linted: LintResult
  readonly prove: ProveOptions
  /** The kind of the filter, in a few words. */
  readonly kind: string
  /** The findings in the base, and the difference to it; absent without a base. */
  readonly base?: LintResult | undefined
  readonly difference?: DifferenceResult | undefined
  /** Whether there is a baseline, whose findings are not new. */
  readonly isBaseline: boolean
}

/** The grade of a filter, and the blocks at the top of its report. */
export function glance({ linted, prove, kind, base, difference, isBaseline }: Glance): {
  readonly grade: Grade
  readonly head: readonly ReportBlock[]
} {
  const { filter } = linted
  const main = mainAbi(filter)
  const { blocks, runs } = mainMeaning(filter, main, prove)
  const grade = gradeOf(linted, runs)
  return {
    grade,
    head: [
      { kind: 'grade', grade, text: GRADE_RULE },
      text(subjectText(filter, kind, main)),
      ...blocks,
      ...(difference === undefined ? [] : changeBlocks(difference, linted, main)),
      ...findingBlocks(linted, base, isBaseline),
    ],
  }
}
