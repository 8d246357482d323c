/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/*
 * TypeScript in the editor: its words as completions, and what is known of the word under the pointer. This file is loaded
 * with the first script; all that it shows comes from the Worker of TypeScript.
 */
import { pickedCompletion } from '@codemirror/autocomplete'
import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import type { Extension } from '@codemirror/state'
import { EditorView, hoverTooltip } from '@codemirror/view'
import type { CompletionEntry, WordCompletions } from '../typescript/messages.ts'
import { el } from './element.ts'
import type { TypeScript } from './typescript.ts'

/** The extensions and functions of the editor for a script. */
export interface TypeScriptMode {
  readonly extension: Extension
  readonly complete: (context: CompletionContext) => Promise<CompletionResult | null>
}

/** Typed text that completions may follow: a word, a member, a text, the beginning of a parameter. */
const TYPED = /[\w$]$|[.'"]$|\(\{ ?$/

const tooltipTheme = EditorView.theme({
  '.pg-about': {
    maxWidth: '36rem',
    padding: '0.3rem 0.6rem',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  '.pg-about code': { fontFamily: 'var(--vp-font-family-mono)', fontSize: '12px' },
})

/** Puts the word of `entry` into the text, and its name into the import where it has to be imported. */
function put(
  entry: CompletionEntry,
  { importPlace }: WordCompletions,
  length: number,
): NonNullable<Completion['apply']> {
  return (view, completion, from, to) => {
    const { label } = entry
    // The person may have typed since the place was found. An import at the end of the text has moved by that.
    const at = importPlace.at + (importPlace.at > from ? view.state.doc.length - length : 0)
    const imported = entry.from === undefined ? '' : importPlace.before + label + importPlace.after
    view.dispatch({
      changes: [
        { from, to, insert: label },
        { from: at, insert: imported },
      ],
      selection: { anchor: from + label.length + (at <= from ? imported.length : 0) },
      annotations: pickedCompletion.of(completion),
      userEvent: 'input.complete',
      scrollIntoView: true,
    })
  }
}

/** The mode, with the answers of `typeScript`. */
export function typeScriptMode(typeScript: TypeScript): TypeScriptMode {
  const hover = hoverTooltip(async ({ state }, pos) => {
    const described = await typeScript.describe(state.doc.toString(), pos)
    if (described === undefined) return null
    const { start, end, text, documentation } = described
    const about = documentation === '' ? [] : [el('p', {}, documentation)]
    return {
      pos: start,
      end,
      create: () => ({ dom: el('div', { class: 'pg-about' }, el('code', {}, text), ...about) }),
    }
  })
  return {
    extension: [hover, tooltipTheme],
    complete: async (context) => {
      const { state, pos, explicit } = context
      if (!explicit && !TYPED.test(state.sliceDoc(Math.max(0, pos - 3), pos))) return null
      const text = state.doc.toString()
      const completed = await typeScript.complete(text, pos)
      if (completed === undefined || context.aborted) return null
      const { start, end, entries } = completed
      return {
        from: start,
        to: end,
        options: entries.map((entry) => ({
          label: entry.label,
          type: entry.kind,
          boost: entry.boost,
          apply: put(entry, completed, text.length),
          ...(entry.from === undefined ? {} : { detail: entry.from }),
        })),
        validFor: /^[\w$]*$/,
      }
    },
  }
}
