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

/** A part of a cell. */
export type ReportPiece = string | Code | Mark | VerdictMark

/** A cell of a table; the items of a list follow each other. */
export type ReportCell = number | ReportPiece | readonly ReportPiece[]

/** A part of a section. */
export type ReportBlock =
  | { readonly kind: 'text'; readonly text: string }
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
