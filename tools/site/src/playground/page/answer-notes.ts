/*
 * The notes of one text, which come in three parts: those of TypeScript, those of the policy itself, and those of its
 * filter. They are shown together, so that no note disappears and returns while somebody types.
 */
import type { Note } from '../messages.ts'

/** Notes of the newest text. The types of a policy are checked while its filter is made. */
export class AnswerNotes {
  readonly #show: (notes: readonly Note[]) => void
  readonly #ended: () => void
  #types: Promise<readonly Note[]> | undefined
  #said: readonly Note[] = []
  #found: readonly Note[] | undefined
  #isAtEnd = false

  /**
   * @param show - shows all notes of a text
   * @param ended - called when the answer is complete and all notes are shown
   */
  constructor(show: (notes: readonly Note[]) => void, ended: () => void) {
    this.#show = show
    this.#ended = ended
  }

  /** Begins a new text, with the notes of its policy. `types` are notes that come later, and stand first. */
  begin(said: readonly Note[] = [], types?: Promise<readonly Note[]>): void {
    this.#said = said
    this.#found = undefined
    this.#isAtEnd = false
    this.#types = types
    void types?.then((notes) => {
      if (this.#types !== types) return
      this.#types = undefined
      this.#said = [...notes, ...said]
      if (this.#found !== undefined) this.found(this.#found)
      if (this.#isAtEnd) this.#ended()
    })
  }

  /** Adds the notes of the filter. */
  found(notes: readonly Note[]): void {
    this.#found = notes
    if (this.#types === undefined) this.#show([...this.#said, ...notes])
  }

  /** Ends the answer. */
  end(): void {
    this.#isAtEnd = true
    if (this.#types === undefined) this.#ended()
  }
}
