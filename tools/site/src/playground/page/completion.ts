/// <reference lib="dom" />
/*
 * Completions in the editor: those of the language of the text, or otherwise the words of profiles. This module is
 * loaded when the editor first has the focus: a person who pastes a profile or begins with an example needs no
 * completion.
 */
import { autocompletion } from '@codemirror/autocomplete'
import type { CompletionContext, CompletionResult, CompletionSource } from '@codemirror/autocomplete'
import { syntaxTree } from '@codemirror/language'
import type { EditorState, Extension } from '@codemirror/state'
import type { WordsAnswer } from '../messages.ts'

type SyntaxNode = ReturnType<ReturnType<typeof syntaxTree>['resolveInner']>

/** The key of the nearest property around `node`; `profile` where there is none. */
function keyAround(state: EditorState, node: SyntaxNode | null): string {
  for (let at = node; at !== null; at = at.parent) {
    if (at.name !== 'Property') continue
    const name = at.getChild('PropertyName')
    if (name !== null) return state.sliceDoc(name.from + 1, name.to - 1)
  }
  return 'profile'
}

/** The words that fit where the cursor is in a string. */
function wordsAt(
  words: WordsAnswer['words'],
  { state, pos }: Pick<CompletionContext, 'state' | 'pos'>,
): CompletionResult | null {
  const node = syntaxTree(state).resolveInner(pos, -1)
  if (node.name !== 'String' && node.name !== 'PropertyName') return null
  if (pos <= node.from) return null
  const isKey = node.name === 'PropertyName'
  const key = keyAround(state, isKey ? (node.parent?.parent ?? null) : node.parent)
  if (!Object.hasOwn(words, key)) return null
  const text = state.sliceDoc(node.from, node.to)
  const to = text.length > 1 && text.endsWith('"') ? node.to - 1 : node.to
  const type = isKey ? 'property' : 'constant'
  return {
    from: node.from + 1,
    to,
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
