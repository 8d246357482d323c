/*
 * What the page and the Worker of TypeScript say to each other. Everything is plain data. Offsets are in UTF-16 units from the
 * begin of the text.
 */
import type { Note } from '../messages.ts'

/** A policy that was checked. */
export interface PolicyCheck {
  /** Errors of syntax and of types, in the order of the text. All have the severity `error` and a place. */
  readonly notes: readonly Note[]
  /**
   * The policy as a CommonJS module: it calls `require(name)` for what the text imports, and sets `exports.default`.
   * Absent where the syntax has errors. Errors of types leave it there: whether it runs is the caller's decision.
   */
  readonly script?: string
  /** The source map of the script, as JSON; its only source is the text. Present where the script is. */
  readonly map?: string
}

/** A word that goes on from what is typed. */
export interface CompletionEntry {
  readonly label: string
  /** `method`, `property`, `constant`, … in the words of TypeScript. */
  readonly kind: string
  /** The module to import the word from, where the text does not import it yet. */
  readonly from?: string
  /** Higher is better. */
  readonly boost: number
}

/** Where the name of a new import goes, and what stands around it. */
export interface ImportPlace {
  readonly at: number
  readonly before: string
  readonly after: string
}

/** The words for a place in a text. */
export interface WordCompletions {
  /** The begin and the end of what a word replaces. */
  readonly start: number
  readonly end: number
  readonly entries: readonly CompletionEntry[]
  /** For the entries that need an import. */
  readonly importPlace: ImportPlace
}

/** What is known of the word at a place. */
export interface WordDescription {
  readonly start: number
  readonly end: number
  /** Its declaration. */
  readonly text: string
  readonly documentation: string
}

/** What the page asks. */
export type TypeScriptQuestion =
  | { readonly kind: 'check'; readonly id: number; readonly text: string }
  | {
      readonly kind: 'complete' | 'describe'
      readonly id: number
      readonly text: string
      readonly offset: number
    }

/**
 * The answer of the Worker. `answer` is absent where a newer question of its kind came, or where nothing is known.
 */
export type TypeScriptAnswer =
  | { readonly kind: 'check'; readonly id: number; readonly answer: PolicyCheck | undefined }
  | { readonly kind: 'complete'; readonly id: number; readonly answer: WordCompletions | undefined }
  | { readonly kind: 'describe'; readonly id: number; readonly answer: WordDescription | undefined }
