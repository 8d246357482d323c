/*
 * The report of `cost`: tables with titles. They are built once, and written as text or as Markdown.
 */
import type { Endianness, Program } from '@seccompile/abi'
import { OBJECTIVES, passes } from '@seccompile/compiler'
import type {
  AbiCost,
  Cost,
  GroupCost,
  ObjectiveBound,
  ObjectiveValue,
  UncachedGroup,
} from '@seccompile/compiler'
import type { SizeRow } from '@seccompile/pass'
import type { AbiTable } from '@seccompile/syscalls'
import { listingLines, verdictAt } from '@seccompile/describe'
import { markdownTable, table } from '@seccompile/text-layout'
import type { TableCell } from '@seccompile/text-layout'

/** A table with its title and note. */
export interface ReportPart {
  readonly title?: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly TableCell[])[]
  /** A line below the table. */
  readonly note?: string
}

/** A program whose cost is reported. */
export interface MeasuredProgram {
  readonly program: Program
  readonly endianness: Endianness
  /** The ABIs that name calls. */
  readonly abis: readonly AbiTable[]
  /** The value of the objective, if a policy was compiled. */
  readonly objective?: (ObjectiveValue & Partial<ObjectiveBound>) | undefined
}

/** Most calls of a group that are named; the rest is a number. */
const NAMED = 8

function groupCells(group: GroupCost, isWeighted: boolean): readonly TableCell[] {
  const { count, mean, worst, mispredictable, weighted } = group
  if (!isWeighted) return [count, mean, worst, mispredictable]
  return [count, mean, weighted?.mean ?? '', worst, mispredictable, weighted?.mispredictable ?? '']
}

function executedPart(abis: readonly AbiCost[]): ReportPart {
  const isWeighted = abis.some(({ allowed, denied }) => (allowed.weighted ?? denied.weighted) !== undefined)
  const columns = isWeighted
    ? ['mean', 'weighted', 'worst', 'mispredictable', 'mispr. weighted']
    : ['mean', 'worst', 'mispredictable']
  return {
    title: 'executed for a call, arguments 0',
    header: ['ABI', 'calls', 'count', ...columns, 'in bitmap'],
    rows: abis.flatMap(({ abi, allowed, denied, cached }) => [
      [abi, 'allowed', ...groupCells(allowed, isWeighted), String(cached)],
      [abi, 'denied', ...groupCells(denied, isWeighted), ''],
    ]),
  }
}

function names({ calls }: UncachedGroup): string {
  const others = calls.length - NAMED
  return `${calls.slice(0, NAMED).join(', ')}${others > 0 ? ` and ${others} more` : ''}`
}

function uncachedPart({ abi, uncached }: AbiCost, listing: readonly string[]): ReportPart {
  return {
    title: `${abi}: not in the bitmap, and what prevents it`,
    header: ['count', 'instruction', 'which', 'calls'],
    rows: uncached.map((group) => [
      group.calls.length,
      group.pc === undefined ? '' : listing[group.pc]!, // a pc of the program that is listed
      group.reason,
      names(group),
    ]),
  }
}

function perCallPart({ abi, calls }: AbiCost): ReportPart {
  const bitmap = (uncached: AbiCost['calls'][number]['uncached']): string => {
    if (uncached === undefined) return 'in bitmap'
    const { pc, reason } = uncached
    return pc === undefined ? reason : `${String(pc).padStart(4, '0')}: ${reason}`
  }
  return {
    title: `${abi}: each call`,
    header: ['call', 'nr', 'executed', 'verdict', 'bitmap'],
    rows: calls.map(({ name, nr, steps, verdict, uncached }) => [
      name, nr, steps, verdictAt(verdict, [abi]), bitmap(uncached),
    ]), // prettier-ignore
  }
}

function passesPart(rows: readonly SizeRow[]): ReportPart {
  const levelOf = (name: string): string => {
    const pass = passes.find((known) => known.name === name)
    if (pass === undefined) return ''
    return pass.from === pass.to ? pass.to : `${pass.from} to ${pass.to}`
  }
  const changing = rows.filter(({ changed }) => changed)
  const changed = new Set(changing.map(({ pass }) => pass))
  const idle = [...new Set(rows.map(({ pass }) => pass))].filter((name) => !changed.has(name))
  return {
    title: 'passes that changed something, and the size before and after: ranges, nodes, instructions',
    header: ['pass', 'level', 'before', 'after'],
    rows: changing.map(({ pass, before, after }) => [pass, levelOf(pass), before, after]),
    ...(idle.length === 0 ? {} : { note: `changed nothing: ${idle.join(', ')}` }),
  }
}

/** The objective, its value, and the best possible value as far as it is known. */
function objectivePart(objective: ObjectiveValue & Partial<ObjectiveBound>): ReportPart {
  const { kind, value, bound, exact, gap } = objective
  const header = ['objective', 'value', 'least', 'gap', 'the least is', 'which is']
  const known = exact === true ? 'exact' : 'a lower bound'
  return {
    header,
    rows: [[kind, value, bound ?? '', gap ?? '', bound === undefined ? '' : known, OBJECTIVES[kind]]],
  }
}

/**
 * The parts of the report on `costs`, the costs of `loaded`.
 *
 * @param rows - the sizes before and after each pass; empty for a raw filter
 */
export function costReport(
  loaded: MeasuredProgram,
  costs: Cost,
  rows: readonly SizeRow[],
  isPerCall: boolean,
): readonly ReportPart[] {
  const listing = listingLines(loaded.program, loaded.endianness, { abis: loaded.abis })
  const { insns, ebpfInsns, rets, jas, attachSteps, longestPath, abis } = costs
  const { objective } = loaded
  return [
    {
      header: ['instructions', 'eBPF', 'returns', 'jumps (ja)', 'steps at attach', 'longest path'],
      rows: [[insns, ebpfInsns, rets, jas, attachSteps, longestPath]],
    },
    executedPart(abis),
    ...abis.filter(({ uncached }) => uncached.length > 0).map((abi) => uncachedPart(abi, listing)),
    ...(objective === undefined ? [] : [objectivePart(objective)]),
    ...(rows.length === 0 ? [] : [passesPart(rows)]),
    ...(isPerCall ? abis.map(perCallPart) : []),
  ]
}

/** The report for people at a terminal. */
export function reportText(parts: readonly ReportPart[]): string {
  return parts
    .map(({ title, header, rows, note }) =>
      [
        title === undefined ? '' : `${title}\n`,
        table(header, rows),
        note === undefined ? '' : `${note}\n`,
      ].join(''),
    )
    .join('\n')
}

/** The report in Markdown. */
export function reportMarkdown(parts: readonly ReportPart[]): string {
  return parts
    .map(({ title, header, rows, note }) =>
      [
        title === undefined ? '' : `${title}\n\n`,
        markdownTable(header, rows),
        note === undefined ? '' : `\n${note}\n`,
      ].join(''),
    )
    .join('\n')
}
