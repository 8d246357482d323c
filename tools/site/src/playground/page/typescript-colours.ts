/* The colours of TypeScript in the editor. */
import { HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language'
import type { Extension } from '@codemirror/state'
import { tags } from '@lezer/highlight'
import { typeScriptTokens } from './typescript-tokens.ts'

const COLOURS = [
  { tag: tags.keyword, color: 'var(--pg-key)' },
  { tag: tags.comment, color: 'var(--vp-c-text-2)' },
]

/** The extension of the editor for a text in TypeScript. */
export const typeScriptColours: Extension = [
  StreamLanguage.define(typeScriptTokens),
  syntaxHighlighting(HighlightStyle.define(COLOURS)),
]
