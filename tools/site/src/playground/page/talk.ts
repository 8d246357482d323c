/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/* The page's side of the talk with its Worker. A Worker that takes too long is ended, and a new one takes its place. */
import type { Answer, Question } from '../messages.ts'

/** A question before it has its number. */
export type Asked = Question extends infer One ? (One extends Question ? Omit<One, 'id'> : never) : never

/** Milliseconds after which an answer is given up. */
const PATIENCE = 30_000

/** The talk with a Worker. */
export class Talk {
  readonly #hear: (answer: Answer) => void
  readonly #gaveUp: () => void
  #worker: Worker | undefined
  #count = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  /** @param hear - takes each answer; @param gaveUp - is told when an answer took too long */
  constructor(hear: (answer: Answer) => void, gaveUp: () => void) {
    this.#hear = hear
    this.#gaveUp = gaveUp
  }

  /** Asks; yields the number by which the answers are known. */
  ask(question: Asked): number {
    const id = ++this.#count
    this.#started().postMessage({ ...question, id })
    if (question.kind !== 'words') this.#watch(id)
    return id
  }

  /** Ends the Worker. */
  end(): void {
    clearTimeout(this.#timer)
    this.#worker?.terminate()
    this.#worker = undefined
  }

  #started(): Worker {
    if (this.#worker !== undefined) return this.#worker
    const worker = new Worker(new URL('../engine/worker.js', import.meta.url), { type: 'module' })
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      const isPart = data.kind === 'filter' && data.answer.part !== 'end'
      if (!isPart && data.id === this.#watched) clearTimeout(this.#timer)
      this.#hear(data)
    }
    this.#worker = worker
    return worker
  }

  #watched = 0

  #watch(id: number): void {
    clearTimeout(this.#timer)
    this.#watched = id
    this.#timer = setTimeout(() => {
      this.end()
      this.#gaveUp()
    }, PATIENCE)
  }
}
