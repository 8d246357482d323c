/*
 * The changes from one filter to another, for people and for machines: a summary, notes on causes in options, and the
 * calls. A call that changes alike on several ABIs is listed once.
 */
import type { Change, Direction } from '@seccompile/prover'
import { isAlways } from '@seccompile/rules'
import { alike, entryFacts } from '../parts/alike.ts'
import type { Entry } from '../parts/alike.ts'
import { callNames } from '../names/call-names.ts'
import { changeNotes } from './change-notes.ts'
import type { ChangeNote } from './change-notes.ts'
import { loadArgumentNames } from '../names/load-names.ts'
import type { RawOption } from '../names/load-names.ts'
import { verdictFacts } from '../names/verdict-at.ts'
import { expectList, expectObject } from '@seccompile/shape'
import { markdownRows, markdownText, printableLine, wrapped } from '@seccompile/text-layout'
import { fewCalls } from '../parts/regions.ts'
import { changeCounts, countsText } from './change-counts.ts'
import type { ChangeCount } from './change-counts.ts'
import { DIRECTIONS } from './directions.ts'
import type { FilterPair } from './filter-pair.ts'

/** A note with its calls. */
export interface ReportNote extends ChangeNote {
  readonly entries: readonly Entry<Change>[]
}

/** The changes from one filter to another. */
export interface ChangeReport {
  /** The names of the two filters. */
  readonly sides: readonly [from: string, to: string]
  /** The calls that change, those of notes included. */
  readonly counts: readonly ChangeCount[]
  readonly notes: readonly ReportNote[]
  readonly entries: readonly Entry<Change>[]
}

const byDirection = (a: Entry<Change>, b: Entry<Change>): number =>
  DIRECTIONS.indexOf(a.of.direction) - DIRECTIONS.indexOf(b.of.direction)

const keyOf = ({ from, to }: Change): string => `${from} ${to}`

/** How to report changes. */
export interface ReportOptions extends RawOption {
  /** Whether the command has `--within`, which the hint in notes mentions; true by default. */
  readonly hasWithin?: boolean
  /** The directions that are counted; all by default. */
  readonly counted?: readonly Direction[]
}

/** The report of the changes between the two sides of a question; `found` are all of them. */
export async function changeReport(
  asked: FilterPair,
  found: readonly Change[],
  options: ReportOptions,
): Promise<ChangeReport> {
  expectObject(asked, 'asked', 'left', 'right', 'abis', 'prove')
  expectList(found, 'found', 'when', 'direction')
  expectObject(options, 'options')
  const { hasWithin = true, counted } = options
  const args = await loadArgumentNames(
    asked.abis,
    options,
    found.some(({ when }) => !isAlways(when)),
  )
  const names = callNames(asked.abis, args, options)
  const { notes, changes } = changeNotes(asked, found, hasWithin, names)
  const entries = alike(names, asked.abis, changes, keyOf)
  return {
    sides: [asked.left.name, asked.right.name],
    counts: changeCounts(names, asked.abis, found, counted),
    notes: notes.map((note) => ({ ...note, entries: alike(names, asked.abis, note.changes, keyOf) })),
    entries,
  }
}

/** The part of a report with changes in `directions`; the counts stay those of the whole report. */
export function onlyIn(
  { notes, entries, ...whole }: ChangeReport,
  directions: readonly Direction[],
): ChangeReport {
  const isOne = ({ of }: Entry<Change>): boolean => directions.includes(of.direction)
  return {
    ...whole,
    notes: notes
      .filter((note) => note.directions.some((direction) => directions.includes(direction)))
      .map((note) => ({ ...note, entries: note.entries.filter(isOne) })),
    entries: entries.filter(isOne),
  }
}

/** Whether the report has nothing to show. */
export const isEmpty = ({ notes, entries }: ChangeReport): boolean => notes.length + entries.length === 0

/** The summary of a report: `x86_64: 3 calls weaker, 2 stricter (old.json → new.json)`. */
export function summaryText({ counts, sides: [from, to] }: ChangeReport): string {
  if (counts.length === 0) return 'no call changes'
  return from === to ? countsText(counts) : `${countsText(counts)} (${from} → ${to})`
}

const fromTo = ({ of, verdictText }: Entry<Change>): string =>
  `${verdictText(of.from)} -> ${verdictText(of.to)}`

/** The entries by the title of their ABIs, in the order of the entries. */
function byTitle<T>(entries: readonly Entry<T>[]): ReadonlyMap<string, readonly Entry<T>[]> {
  const blocks = new Map<string, Entry<T>[]>()
  for (const entry of entries) {
    const title = entry.abis.join(', ')
    const block = blocks.get(title) ?? []
    blocks.set(title, block)
    block.push(entry)
  }
  return blocks
}

/** A text in place of the calls of an entry; `undefined` where the calls are named. */
export type EntryFold = (entry: Entry<Change>) => string | undefined

function entryText(entry: Entry<Change>, fold: EntryFold): string {
  const { of, calls, folded } = entry
  const condition = folded === '' ? '' : ` when ${folded}`
  const text = fold(entry)
  const shown = text === undefined ? fewCalls(calls) : [text]
  return wrapped(`  ${of.direction}, ${fromTo(entry)}:`, shown, '    ') + `${condition}\n`
}

/** A report as text: the notes, then a block for the calls of the same ABIs; `fold` says which calls are not named. */
export function reportText({ notes, entries }: ChangeReport, fold: EntryFold = () => undefined): string {
  const blocks = [...byTitle(entries)].map(
    ([title, block]) =>
      `${title}\n${block
        .toSorted(byDirection)
        .map((entry) => entryText(entry, fold))
        .join('')}`,
  )
  return [
    ...notes.map((note) => `note (${note.directions.join(' and ')}): ${printableLine(note.message)}\n`),
    ...blocks,
  ].join('')
}

/** A report as Markdown: the notes as a list, and the calls as a table. */
export function reportMarkdown({ notes, entries }: ChangeReport): string {
  const rows = entries
    .toSorted(byDirection)
    .map(({ of, abis, calls, shown, verdictText }) => [
      of.direction,
      verdictText(of.from),
      verdictText(of.to),
      abis.join(', '),
      fewCalls(calls).join(', '),
      shown,
    ])
  const list = notes
    .map((note) => `- ${note.directions.join(' and ')}: ${markdownText(note.message)}\n`)
    .join('')
  const table = markdownRows(['direction', 'from', 'to', 'ABIs', 'calls', 'when'], rows)
  return [list, rows.length === 0 ? '' : table].filter((part) => part !== '').join('\n')
}

const changeFacts = (entry: Entry<Change>): Readonly<Record<string, unknown>> => ({
  direction: entry.of.direction,
  ...verdictFacts({ from: entry.of.from, to: entry.of.to }, entry.abis),
  ...entryFacts(entry),
})

/** A report for machines. */
export function reportFacts({ counts, notes, entries }: ChangeReport): Readonly<Record<string, unknown>> {
  return {
    counts,
    notes: notes.map(({ name, message, directions, entries: about }) => ({
      name,
      message,
      directions,
      changes: about.map(changeFacts),
    })),
    changes: entries.map(changeFacts),
  }
}
