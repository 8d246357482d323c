/*
 * A report as data: sections of texts and tables. It is written as HTML or as Markdown; the two say the same.
 */
import type { Markup } from './markup.ts'

/** A name, a condition or a call, set as code. */
export interface Code {
  readonly kind: 'code'
  readonly text: string
}

/** How a word is coloured: what is open, what is refused, what is in between. */
export type ReportTone = 'open' | 'refused' | 'between' | 'plain'

/** A word with a colour: a verdict, a severity, a direction. */
export interface Mark {
  readonly kind: 'mark'
  readonly text: string
  readonly tone: ReportTone
}

/** A cell of a table; a list is set one after the other. */
export type ReportCell = string | number | Code | Mark | readonly (string | Code | Mark)[]

/** A part of a section. */
export type ReportBlock =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'table'
      readonly title?: string
      readonly header: readonly string[]
      readonly rows: readonly (readonly ReportCell[])[]
      /** A line below it. */
      readonly note?: string
    }

/** A section, with an entry in the table of contents. */
export interface ReportSection {
  /** Also the anchor: its words in lower case, joined by hyphens. */
  readonly title: string
  readonly blocks: readonly ReportBlock[]
  /** Drawings, as SVG without styles of their own: the page has the style of pictures. Markdown leaves them out. */
  readonly pictures?: readonly Markup[]
}

/** A report about one filter. */
export interface Report {
  readonly title: string
  /** What the report is about: a label and a value each. */
  readonly facts: readonly (readonly [label: string, value: ReportCell])[]
  readonly sections: readonly ReportSection[]
  /** What made it. */
  readonly maker: string
}

/** `text` as code. */
export const code = (text: string): Code => ({ kind: 'code', text })

/** The anchor of a section. */
export const anchorOf = ({ title }: ReportSection): string => title.toLowerCase().replaceAll(' ', '-')
