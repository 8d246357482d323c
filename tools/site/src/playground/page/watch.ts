/*
 * The watch over awaited answers of the Worker, each with a time limit of its own.
 *
 * The Worker answers a typed call between two parts of the answer about a filter. So an answer of one kind must not
 * end the watch over another kind. A newer question of a kind replaces the older question, which may never be
 * answered. A new filter also replaces views, because a view belongs to its filter.
 */
import type { PageQuestion } from '../messages.ts'

type Kind = PageQuestion['kind']

/** Begins a time limit; yields a function that ends it early. */
export type Limit = (isOver: () => void) => () => void

/** The watch over the answers of one Worker. */
export class AnswerWatch {
  readonly #limit: Limit
  readonly #late: () => void
  readonly #awaited = new Map<Kind, { readonly id: number; readonly end: () => void }>()

  /** @param late - called when an answer takes longer than `limit` */
  constructor(limit: Limit, late: () => void) {
    this.#limit = limit
    this.#late = late
  }

  /** Records that a question was asked. */
  asked(kind: Kind, id: number): void {
    this.#forget(kind)
    if (kind === 'filter') this.#forget('view')
    if (kind !== 'words') this.#awaited.set(kind, { id, end: this.#limit(this.#late) })
  }

  /** Records that a question has its complete answer. */
  answered(kind: Kind, id: number): void {
    if (this.#awaited.get(kind)?.id === id) this.#forget(kind)
  }

  /** Ends the watch over all answers. */
  end(): void {
    for (const kind of [...this.#awaited.keys()]) this.#forget(kind)
  }

  #forget(kind: Kind): void {
    this.#awaited.get(kind)?.end()
    this.#awaited.delete(kind)
  }
}
