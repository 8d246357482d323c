/// <reference lib="dom" />
/*
 * The marks of notes in the editor: a line under the text, with the message as its title, and a sign beside the number
 * of the line. The notes themselves are a list below the editor, which the keyboard and screen readers reach.
 */
import { RangeSet, StateEffect, StateField } from '@codemirror/state'
import type { EditorState, Extension, TransactionSpec } from '@codemirror/state'
import { Decoration, EditorView, gutterLineClass, GutterMarker } from '@codemirror/view'
import type { Note } from '../messages.ts'

/** A note over a range of the text. */
export interface EditorMark {
  readonly from: number
  readonly to: number
  readonly severity: Note['severity']
  readonly message: string
}

class LineSign extends GutterMarker {
  override readonly elementClass: string

  constructor(severity: string) {
    super()
    this.elementClass = `pg-sign pg-${severity}`
  }
}

type MarkRanges = readonly [text: RangeSet<Decoration>, lines: RangeSet<GutterMarker>]

const setMarks = StateEffect.define<MarkRanges>()

const field = StateField.define<MarkRanges>({
  create: () => [RangeSet.empty, RangeSet.empty],
  update: ([text, lines], { changes, effects }) =>
    effects.find((effect) => effect.is(setMarks))?.value ?? [text.map(changes), lines.map(changes)],
  provide: (of) => [
    EditorView.decorations.from(of, ([text]) => text),
    gutterLineClass.from(of, ([, lines]) => lines),
  ],
})

/** The extension of an editor with marks. */
export const editorMarks: Extension = field

/** The change that shows `marks`, and no others. */
export function showMarks({ doc }: EditorState, marks: readonly EditorMark[]): TransactionSpec {
  const text = marks.map(({ from, to, severity, message }) =>
    Decoration.mark({ class: `pg-mark pg-${severity}`, attributes: { title: message } }).range(from, to),
  )
  const lines = marks.map(({ from, severity }) => new LineSign(severity).range(doc.lineAt(from).from))
  return { effects: setMarks.of([RangeSet.of(text, true), RangeSet.of(lines, true)]) }
}
