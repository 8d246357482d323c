/// <reference lib="dom" />
/*
 * Completions in the editor: those of the language of the text, or otherwise the words of profiles. This module is
 * loaded when the editor first has the focus: a person who pastes a profile or begins with an example needs no
 * completion.
 */
import { autocompletion } from '@codemirror/autocomplete'
import type { CompletionContext, CompletionResult, CompletionSource } from '@codemirror/autocomplete'
import type { Extension } from '@codemirror/state'
import type { WordsAnswer } from '../messages.ts'
import { stringAt } from './string-at.ts'

/** The words that fit where the cursor is in a string. */
function wordsAt(
  words: WordsAnswer['words'],
  { state, pos }: Pick<CompletionContext, 'state' | 'pos'>,
): CompletionResult | null {
  const text = state.doc.toString()
  const place = stringAt(text, pos)
  if (place === undefined || !Object.hasOwn(words, place.key)) return null
  const { from, to, isName, key } = place
  const isClosed = to - from > 1 && text[to - 1] === '"'
  const type = isName ? 'property' : 'constant'
  return {
    from: from + 1,
    to: isClosed ? to - 1 : to,
    options: (words[key] ?? []).map((label) => ({ label, type })),
    validFor: /^\w*$/,
  }
}

/** The functions of the editor that the completion calls. */
export interface CompletionAsks {
  /** The words of profiles that are known now. */
  readonly words: () => WordsAnswer['words']
  /** The completions of the language of the text, where it has its own. */
  readonly own: () => CompletionSource | undefined
}

/** The completion. */
export function completion({ words, own }: CompletionAsks): Extension {
  return autocompletion({
    override: [(context) => (own() ?? ((at) => wordsAt(words(), at)))(context)],
    maxRenderedOptions: 60,
    icons: false,
  })
}
