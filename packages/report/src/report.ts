/*
 * A report as data: sections of texts and tables. It is written as HTML or as Markdown, and both have the same
 * content.
 */
import type { Tone } from '@seccompile/draw'
import type { Markup } from './markup.ts'

/** A name, a condition or a call, set as code. */
export interface Code {
  readonly kind: 'code'
  readonly text: string
}

/** The colour of a word: open, refused, or in between. */
export type ReportTone = 'open' | 'refused' | 'between' | 'plain'

/** A word with a colour: a severity, a direction. */
export interface Mark {
  readonly kind: 'mark'
  readonly text: string
  readonly tone: ReportTone
}

/** A verdict in the colour, and after the letter, that its action has in pictures. */
export interface VerdictMark {
  readonly kind: 'verdict'
  readonly text: string
  readonly tone: Tone
}

/** Pieces behind their summary, which a reader opens. */
export interface Folded {
  readonly kind: 'folded'
  readonly summary: string | Code
  readonly pieces: readonly (string | Code)[]
}

/** A part of a cell. */
export type ReportPiece = string | Code | Mark | VerdictMark | Folded

/** A cell of a table; the items of a list follow each other. */
export type ReportCell = number | ReportPiece | readonly ReportPiece[]

/** A part of a section. */
export type ReportBlock =
  | { readonly kind: 'text'; readonly text: string }
  /** A grade, and the sentences that say why. */
  | { readonly kind: 'grade'; readonly grade: string; readonly text: string }
  /** Blocks behind a title, which a reader opens. */
  | { readonly kind: 'folded'; readonly title: string; readonly blocks: readonly ReportBlock[] }
  | {
      readonly kind: 'table'
      readonly title?: string
      readonly header: readonly string[]
      readonly rows: readonly (readonly ReportCell[])[]
      /** A line below the table. */
      readonly note?: string
    }

/** A section, with an entry in the table of contents. */
export interface ReportSection {
  /** The title, which also gives the anchor: its words in lower case, joined by hyphens. */
  readonly title: string
  readonly blocks: readonly ReportBlock[]
  /** Drawings, as SVG without their own styles: the page has the style of pictures. Markdown omits the drawings. */
  readonly pictures?: readonly Markup[]
}

/** A report about one filter. */
export interface Report {
  readonly title: string
  /** What a reader needs first: the blocks above all sections. */
  readonly head?: readonly ReportBlock[]
  /** The subject of the report: pairs of a label and a value. */
  readonly facts: readonly (readonly [label: string, value: ReportCell])[]
  readonly sections: readonly ReportSection[]
  /** The program that made the report, with its version. */
  readonly maker: string
}

/** `text` as code. */
export const code = (text: string): Code => ({ kind: 'code', text })

/** The anchor of a section. */
export const anchorOf = ({ title }: ReportSection): string => title.toLowerCase().replaceAll(' ', '-')

/** Most names that a cell shows without a fold. */
const MOST_NAMES = 40

/** Names of calls as a cell: many are folded behind their number. */
export function callCell(names: readonly string[]): ReportCell {
  const pieces = names.map(code)
  return pieces.length > MOST_NAMES ? { kind: 'folded', summary: `${pieces.length} calls`, pieces } : pieces
}

/** A condition as a cell, behind its short form where that is shorter; empty for a condition that always holds. */
export function conditionCell(shown: string, folded: string): ReportCell {
  if (shown === folded) return shown === '' ? '' : code(shown)
  return { kind: 'folded', summary: code(folded), pieces: [code(shown)] }
}
