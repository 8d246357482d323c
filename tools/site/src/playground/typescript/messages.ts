/*
 * Messages between the page and the Worker of TypeScript. Every message is plain data. Offsets are in UTF-16 units
 * from the beginning of the text.
 */
import type { Note } from '../messages.ts'

/** A policy as a script. Types are not checked for it. */
export interface TranspiledPolicy {
  /** Errors of syntax, in the order of the text. All have the severity `error` and a place. */
  readonly notes: readonly Note[]
  /**
   * The policy as a CommonJS module: it calls `require(name)` for what the text imports, and sets `exports.default`.
   * Absent where the syntax has errors.
   */
  readonly script?: string
  /** The source map of the script, as JSON; its only source is the text. Present where the script is. */
  readonly map?: string
}

/** A completion of the typed text. */
export interface CompletionEntry {
  readonly label: string
  /** `method`, `property`, `constant`, … in the words of TypeScript. */
  readonly kind: string
  /** The module to import the word from, where the text does not import it yet. */
  readonly from?: string
  /** The rank; higher is better. */
  readonly boost: number
}

/** The place for the name of a new import, and the text around it. */
export interface ImportPlace {
  readonly at: number
  readonly before: string
  readonly after: string
}

/** The completions at a place of a text. */
export interface WordCompletions {
  /** The beginning and the end of the text that a completion replaces. */
  readonly start: number
  readonly end: number
  readonly entries: readonly CompletionEntry[]
  /** The place of the import, for entries that need one. */
  readonly importPlace: ImportPlace
}

/** The description of the word at a place. */
export interface WordDescription {
  readonly start: number
  readonly end: number
  /** The declaration of the word. */
  readonly text: string
  readonly documentation: string
}

/** A question of the page. */
export type TypeScriptQuestion =
  | { readonly kind: 'transpile' | 'check'; readonly id: number; readonly text: string }
  | {
      readonly kind: 'complete' | 'describe'
      readonly id: number
      readonly text: string
      readonly offset: number
    }

/**
 * The answer of the Worker. `answer` is absent where a newer question of its kind came, or where there is no answer.
 */
export type TypeScriptAnswer =
  | { readonly kind: 'transpile'; readonly id: number; readonly answer: TranspiledPolicy | undefined }
  /** Errors of types, as notes; none where the syntax has errors. */
  | { readonly kind: 'check'; readonly id: number; readonly answer: readonly Note[] | undefined }
  | { readonly kind: 'complete'; readonly id: number; readonly answer: WordCompletions | undefined }
  | { readonly kind: 'describe'; readonly id: number; readonly answer: WordDescription | undefined }
