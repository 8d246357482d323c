/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/*
 * The editor: CodeMirror with JSON and notes at their place. It is loaded after the page is painted; until then a plain field of
 * text stands in its place. The editor has only the parts of CodeMirror that a profile needs, since each extension is weight for every visitor. The
 * completion of words is loaded when the editor has the focus. For TypeScript, typescript-colours.ts is loaded, and for a
 * script typescript-mode.ts.
 */
import type { CompletionSource } from '@codemirror/autocomplete'
import { history, historyKeymap, standardKeymap } from '@codemirror/commands'
import { HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language'
import { Compartment, EditorState } from '@codemirror/state'
import type { Extension, Text } from '@codemirror/state'
import { EditorView, keymap, lineNumbers } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { MAX_TEXT } from '../messages.ts'
import type { Note, WordsAnswer } from '../messages.ts'
import { editorMarks, showMarks } from './editor-marks.ts'
import type { EditorMark } from './editor-marks.ts'
import { jsonTokens } from './json-tokens.ts'
import { languageOf } from './language.ts'
import type { TextLanguage } from './language.ts'
import type { TypeScriptMode } from './typescript-mode.ts'
import type { TypeScript } from './typescript.ts'

/** The editor as the page sees it. */
export interface Editor {
  readonly text: () => string
  readonly setText: (text: string) => void
  readonly show: (notes: readonly Note[]) => void
  /** Puts the cursor at a place, both from 1. */
  readonly goTo: (line: number, column: number) => void
  readonly setWords: (words: WordsAnswer['words']) => void
  readonly end: () => void
}

const COLOURS = [
  { tag: tags.propertyName, color: 'var(--pg-key)' },
  { tag: tags.string, color: 'var(--pg-string)' },
  { tag: [tags.number, tags.atom], color: 'var(--pg-number)' },
]
const highlighting = HighlightStyle.define(COLOURS)

const theme = EditorView.theme({
  '&': {
    color: 'var(--vp-c-text-1)',
    backgroundColor: 'var(--vp-c-bg-alt)',
    height: '100%',
    fontSize: '13px',
  },
  '.cm-scroller': { fontFamily: 'var(--vp-font-family-mono)', lineHeight: '1.5' },
  '.cm-content': { caretColor: 'var(--vp-c-text-1)' },
  '.cm-cursor': { borderLeftColor: 'var(--vp-c-text-1)' },
  '.cm-gutters': { backgroundColor: 'var(--vp-c-bg-alt)', color: 'var(--vp-c-text-2)', border: 'none' },
  '.cm-tooltip': {
    backgroundColor: 'var(--vp-c-bg-elv)',
    color: 'var(--vp-c-text-1)',
    border: '1px solid var(--vp-c-divider)',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    backgroundColor: 'var(--vp-c-brand-3)',
    color: 'var(--vp-c-white)',
  },
})

/** The offset of a place in `doc`. */
function offsetOf(doc: Text, line: number, column: number): number {
  const at = doc.line(Math.min(Math.max(line, 1), doc.lines))
  return Math.min(at.from + Math.max(column - 1, 0), at.to)
}

/** A note as a mark of the text that it concerns. */
function markOf(doc: Text, { severity, message, line, column, length }: Note): EditorMark | undefined {
  if (line === undefined) return undefined
  const from = offsetOf(doc, line, column ?? 1)
  const said = { severity, message }
  if (length !== undefined) return { from, to: Math.min(from + length, doc.length), ...said }
  const rest = doc.sliceString(from, Math.min(from + 200, doc.lineAt(from).to))
  const word = /^(?:"(?:[^"\\]|\\.)*"|[\w.-]+|.)/.exec(rest)?.[0] ?? ''
  return { from, to: from + word.length, ...said }
}

/** The functions of the page that an editor calls. */
export interface EditorAsks {
  /** Called when the person has typed. */
  readonly changed: () => void
  /** Loads TypeScript, for a script. */
  readonly typeScript: () => Promise<TypeScript>
  /** Whether a text in TypeScript is a script that runs. The source of a preset does not. */
  readonly isScript: (text: string) => boolean
  /** Called when a text was pasted or dropped and refused, with its number of characters. */
  readonly tooLong: (characters: number) => void
}

/** An editor in `parent`. */
export function editor(
  parent: Element,
  text: string,
  label: string,
  { changed, typeScript, isScript, tooLong }: EditorAsks,
): Editor {
  let words: WordsAnswer['words'] = {}
  const mode = new Compartment()
  const script = new Compartment()
  const completion = new Compartment()
  let language: TextLanguage = 'plain'
  /** The completions of TypeScript, once they are loaded. */
  let typed: TypeScriptMode['complete'] | undefined
  let isCompleting = false
  let isTyping = false
  /** The completions of a language that has its own. */
  const own = (): CompletionSource | undefined =>
    language === 'typescript' ? (typed ?? (() => null)) : undefined
  /** Loads the completion when the editor first has the focus. */
  const complete = (): void => {
    if (isCompleting) return
    isCompleting = true
    void import('./completion.ts').then((loaded) =>
      view.dispatch({ effects: completion.reconfigure(loaded.completion({ words: () => words, own })) }),
    )
  }
  /** Refuses a text that is too long to compile: layout of 50 MB would block the page for half a minute. */
  const refuse = (data: DataTransfer | null): boolean => {
    const { length } = data?.getData('text/plain') ?? ''
    if (length <= MAX_TEXT) return false
    tooLong(length)
    return true
  }
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        EditorView.lineWrapping,
        history(),
        completion.of([]),
        EditorView.domEventHandlers({
          focus: complete,
          paste: ({ clipboardData }) => refuse(clipboardData),
          drop: ({ dataTransfer }) => refuse(dataTransfer),
        }),
        // Tab leaves the editor, as in any form.
        keymap.of([...standardKeymap, ...historyKeymap]),
        mode.of([]),
        script.of([]),
        syntaxHighlighting(highlighting),
        editorMarks,
        theme,
        EditorView.contentAttributes.of({
          'aria-label': label,
          tabindex: '0',
          spellcheck: 'false',
          autocapitalize: 'off',
        }),
        EditorView.updateListener.of(({ docChanged, view: at }) => {
          if (!docChanged) return
          follow(at.state.doc.toString())
          changed()
        }),
      ],
    }),
  })
  const extensionOf = async (of: TextLanguage): Promise<Extension> => {
    if (of === 'json') return StreamLanguage.define(jsonTokens)
    if (of === 'plain') return []
    return (await import('./typescript-colours.ts')).typeScriptColours
  }
  const loadTypeScript = async (): Promise<void> => {
    const [{ typeScriptMode }, talk] = await Promise.all([import('./typescript-mode.ts'), typeScript()])
    const made = typeScriptMode(talk)
    typed = made.complete
    view.dispatch({ effects: script.reconfigure(made.extension) })
  }
  /** Gives the editor the mode for the language of `doc`. */
  function follow(doc: string): void {
    const next = languageOf(doc)
    if (next === 'typescript' && !isTyping && isScript(doc)) {
      isTyping = true
      void loadTypeScript()
    }
    if (next === language) return
    language = next
    void extensionOf(next).then((extension) => {
      if (language === next) view.dispatch({ effects: mode.reconfigure(extension) })
    })
  }
  follow(text)
  return {
    text: () => view.state.doc.toString(),
    setText: (next) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } }),
    show: (notes) => {
      const { doc } = view.state
      const found = notes.map((note) => markOf(doc, note)).filter((each) => each !== undefined)
      view.dispatch(
        showMarks(
          view.state,
          found.filter(({ from, to }) => from < to),
        ),
      )
    },
    goTo: (line, column) => {
      const anchor = offsetOf(view.state.doc, line, column)
      view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) })
      view.focus()
    },
    setWords: (next) => {
      words = next
    },
    end: () => view.destroy(),
  }
}
