/// <reference lib="dom" />
/* The field of the text: a plain one, until the editor is loaded and takes its place. */
import type { Note } from '../messages.ts'
import type { Editor, EditorAsks } from './editor.ts'
import { el, fill } from './element.ts'

/** The field as the page sees it. */
export interface TextField extends Editor {
  readonly element: HTMLElement
}

/** The functions of the page that the field calls. */
export interface TextFieldAsks extends EditorAsks {
  /** Called when the editor is loaded. */
  readonly loaded: () => void
}

const LABEL = 'Profile or filter'

/** The field, which loads the editor. */
export function textField({ loaded, ...asks }: TextFieldAsks): TextField {
  const { changed } = asks
  let editing: Editor | undefined
  let isGone = false
  let shown: readonly Note[] = []
  const plain = el('textarea', {
    class: 'pg-plain',
    'aria-label': LABEL,
    spellcheck: 'false',
    autocapitalize: 'off',
    input: changed,
  })
  const element = el('div', { class: 'pg-editor' }, plain)
  void import('./editor.ts').then(({ editor }) => {
    if (isGone) return
    const hadFocus = document.activeElement === plain
    const now = plain.value
    fill(element)
    editing = editor(element, now, LABEL, asks)
    if (hadFocus) editing.goTo(1, 1)
    editing.show(shown)
    loaded()
  })
  return {
    element,
    text: () => editing?.text() ?? plain.value,
    setText: (next) => {
      if (editing === undefined) plain.value = next
      else editing.setText(next)
      changed()
    },
    show: (notes) => {
      shown = notes
      editing?.show(notes)
    },
    goTo: (line, column) => editing?.goTo(line, column),
    setWords: (words) => editing?.setWords(words),
    end: () => {
      isGone = true
      editing?.end()
    },
  }
}
