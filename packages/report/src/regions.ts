/* Parts of a filter as rows of a table: calls, condition, verdict. */
import { actionOf } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import type { ArchRegion, MaskedSet } from '@seccompile/prover'
import { complement, U32 } from '@seccompile/rules'
import type { Predicate, RangeSet } from '@seccompile/rules'
import type { CallNames } from '@seccompile/describe'
import { archParts, conditionText, NO_ARCH, SHOWN, shownCalls } from '@seccompile/describe'
import { code } from './report.ts'
import type { ReportBlock, ReportCell, Code, VerdictMark } from './report.ts'

/** A verdict as a word in the colour that its action has in pictures. */
export function verdictMark(verdict: Verdict, text: string): VerdictMark {
  return { kind: 'verdict', text, tone: actionOf(verdict) ?? 'UNKNOWN' }
}

/** The names of the calls `numbers`. */
function callCell(names: CallNames, arch: number, numbers: RangeSet<number>): readonly Code[] {
  return shownCalls(names, arch, numbers).map(code)
}

/** A condition on the calls `numbers`; empty for a condition that always holds. */
function whenCell(
  names: CallNames,
  arch: number,
  numbers: RangeSet<number>,
  { when, pointer }: { readonly when: Predicate; readonly pointer?: MaskedSet | undefined },
): ReportCell {
  const text = conditionText({ arch, numbers, when, pointer }, names, SHOWN)
  return text === '' ? '' : code(text)
}

function rowsOf(
  names: CallNames,
  arch: number,
  { regions, otherwise }: ArchRegion,
): readonly (readonly ReportCell[])[] {
  const rows = regions.flatMap(({ numbers, cases }) => {
    const calls = callCell(names, arch, numbers)
    return cases.map(({ when, pointer, verdict }, i) => {
      const condition = whenCell(names, arch, numbers, { when, pointer })
      return [
        verdictMark(verdict, names.verdict(verdict, arch)),
        calls,
        cases.length > 1 && condition === '' && i > 0 ? 'otherwise' : condition,
      ]
    })
  })
  return [
    ...rows,
    [
      verdictMark(otherwise, names.verdict(otherwise, arch)),
      rows.length === 0 ? 'every call' : 'every other call',
      '',
    ],
  ]
}

/** A part of a filter as tables, one for each architecture. */
export function meaningTables(names: CallNames, section: ArchRegion): readonly ReportBlock[] {
  const { arches, rest } = section
  const isAll = complement(U32, arches).length === 0
  const parts = rest && !isAll ? [{ arch: NO_ARCH, title: 'any other arch' }] : archParts(names, arches)
  return parts.map(({ arch, title }) => ({
    kind: 'table',
    title,
    header: ['verdict', 'calls', 'when'],
    rows: rowsOf(names, arch, section),
  }))
}
