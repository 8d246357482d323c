/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/* The page's side of the talk with its Worker. A Worker that takes too long is ended, and a new one takes its place. */
import type { PageQuestion, WorkerAnswer } from '../messages.ts'
import { AnswerWatch } from './watch.ts'
import type { Limit } from './watch.ts'

/** A question before it has its number. */
export type UnnumberedQuestion = PageQuestion extends infer One
  ? One extends PageQuestion
    ? Omit<One, 'id'>
    : never
  : never

/** The time limit of an answer, in milliseconds. */
const PATIENCE = 30_000

/** Why there is no answer. */
export type NoAnswer = 'late' | 'broken'

const limit: Limit = (isOver) => {
  const timer = setTimeout(isOver, PATIENCE)
  return () => clearTimeout(timer)
}

/** The talk with a Worker. */
export class Talk {
  readonly #hear: (answer: WorkerAnswer) => void
  readonly #gaveUp: (why: NoAnswer) => void
  readonly #watch = new AnswerWatch(limit, () => this.#giveUp('late'))
  #worker: Worker | undefined
  #count = 0

  /** @param hear - takes each answer; @param gaveUp - called when an answer took too long, or the Worker broke */
  constructor(hear: (answer: WorkerAnswer) => void, gaveUp: (why: NoAnswer) => void) {
    this.#hear = hear
    this.#gaveUp = gaveUp
  }

  /** Asks; yields the number that the answers carry. */
  ask(question: UnnumberedQuestion): number {
    const id = ++this.#count
    this.#started().postMessage({ ...question, id })
    this.#watch.asked(question.kind, id)
    return id
  }

  /** Ends the Worker. */
  end(): void {
    this.#watch.end()
    this.#worker?.terminate()
    this.#worker = undefined
  }

  #giveUp(why: NoAnswer): void {
    this.end()
    this.#gaveUp(why)
  }

  #started(): Worker {
    if (this.#worker !== undefined) return this.#worker
    const worker = new Worker(new URL('../engine/worker.js', import.meta.url), { type: 'module' })
    worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => {
      const isPart = data.kind === 'filter' && data.answer.part !== 'end'
      if (!isPart) this.#watch.answered(data.kind, data.id)
      this.#hear(data)
    }
    worker.onerror = () => this.#giveUp('broken')
    this.#worker = worker
    return worker
  }
}
