/* Parts of a filter as rows of a table: verdict, ABIs, calls, condition. */
import { actionOf } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import type { ArchRegion } from '@seccompile/prover'
import { complement, isAlways, U32 } from '@seccompile/rules'
import type { AbiTable } from '@seccompile/syscalls'
import type { CallNames, CallsPart } from '@seccompile/describe'
import { alike, archParts, fewCalls, rankOf } from '@seccompile/describe'
import { callCell, conditionCell } from './report.ts'
import type { ReportBlock, ReportCell, VerdictMark } from './report.ts'

/** A verdict as a word in the colour that its action has in pictures. */
export function verdictMark(verdict: Verdict, text: string): VerdictMark {
  return { kind: 'verdict', text, tone: actionOf(verdict) ?? 'UNKNOWN' }
}

/** Calls of a filter with one verdict. */
interface VerdictPart extends CallsPart {
  readonly verdict: Verdict
  /** Whether the part has the arguments that no case before it has. */
  readonly isOtherwise: boolean
}

const partsOf = ({ arches, regions }: ArchRegion): readonly VerdictPart[] =>
  regions.flatMap(({ numbers, cases }) =>
    cases.map(({ when, pointer, verdict }, i) => ({
      arches,
      numbers,
      when,
      ...(pointer === undefined ? {} : { pointer }),
      verdict,
      isOtherwise: i > 0 && isAlways(when) && pointer === undefined,
    })),
  )

/** The names of the arch values of a section, by its tables: `x86_64, x32`. */
function abiNames(names: CallNames, { arches, rest }: ArchRegion): readonly string[] {
  if (rest && complement(U32, arches).length > 0) return ['any other arch']
  return archParts(names, arches).flatMap(({ arch, title }) => {
    const tables = names.tables(arch)
    return tables.length === 0 ? [title] : tables.map(({ token }) => token)
  })
}

/** The rows for the calls that no rule names: those of ABIs with the same verdict are one. */
function defaultRows(
  names: CallNames,
  abis: readonly AbiTable[],
  sections: readonly ArchRegion[],
): readonly (readonly ReportCell[])[] {
  const rank = rankOf(abis)
  const rows = new Map<
    string,
    { readonly verdict: Verdict; readonly what: string; readonly on: readonly string[] }
  >()
  for (const section of sections) {
    const { otherwise: verdict, regions } = section
    const what = regions.length === 0 ? 'every call' : 'every other call'
    const key = `${verdict} ${what}`
    const on = [...(rows.get(key)?.on ?? []), ...abiNames(names, section)]
    rows.set(key, { verdict, what, on: on.toSorted((a, b) => rank(a) - rank(b)) })
  }
  return [...rows.values()].map(({ verdict, what, on }) => [
    verdictMark(verdict, names.verdict(verdict, on)),
    on.join(', '),
    what,
    '',
  ])
}

/** The verdicts of a filter as a table; what is alike on several ABIs is one row. */
export function meaningTable(
  names: CallNames,
  abis: readonly AbiTable[],
  sections: readonly ArchRegion[],
): ReportBlock {
  const keyOf = ({ verdict, isOtherwise }: VerdictPart): string => `${verdict} ${isOtherwise}`
  const entries = alike(names, abis, sections.flatMap(partsOf), keyOf)
  const rows = entries
    .toSorted((a, b) => Number(a.of.isOtherwise) - Number(b.of.isOtherwise))
    .map(({ of, abis: on, calls, shown, folded, verdictText }): readonly ReportCell[] => [
      verdictMark(of.verdict, verdictText(of.verdict)),
      on.join(', '),
      callCell(fewCalls(calls)),
      of.isOtherwise ? 'otherwise' : conditionCell(shown, folded),
    ])
  return {
    kind: 'table',
    header: ['verdict', 'ABIs', 'calls', 'when'],
    rows: [...rows, ...defaultRows(names, abis, sections)],
  }
}
