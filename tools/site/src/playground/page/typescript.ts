/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/*
 * The page's side of the talk with the Worker of TypeScript. The Worker begins with the first question. One that takes too
 * long is ended, and a new one takes its place.
 */
import type { Note } from '../messages.ts'
import type {
  TranspiledPolicy,
  TypeScriptAnswer,
  TypeScriptQuestion,
  WordCompletions,
  WordDescription,
} from '../typescript/messages.ts'

/** The time limit of an answer, in milliseconds. It includes loading TypeScript. */
const PATIENCE = 60_000

/** TypeScript as the page sees it. An answer is `undefined` where a newer question of its kind overtook it, or the talk ended. */
export interface TypeScript {
  readonly transpile: (text: string) => Promise<TranspiledPolicy | undefined>
  /** The errors of types; none where the syntax has errors. */
  readonly check: (text: string) => Promise<readonly Note[] | undefined>
  readonly complete: (text: string, offset: number) => Promise<WordCompletions | undefined>
  readonly describe: (text: string, offset: number) => Promise<WordDescription | undefined>
  readonly end: () => void
}

/** A question without its number. */
type UnnumberedRequest = TypeScriptQuestion extends infer One
  ? One extends TypeScriptQuestion
    ? Omit<One, 'id'>
    : never
  : never

type ServiceAnswer = TypeScriptAnswer['answer']

interface PendingAnswer {
  readonly kind: UnnumberedRequest['kind']
  readonly resolve: (answer: ServiceAnswer) => void
}

const GIVEN_UP = 'TypeScript did not answer within a minute, and was stopped. Change the text to try again.'
const BROKEN = 'TypeScript cannot be loaded.'

/** A connection to the TypeScript Worker. The Worker is loaded at the first question. */
export function typeScript(): TypeScript {
  const waiting = new Map<number, PendingAnswer>()
  let worker: Worker | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let count = 0
  /** Ends the Worker. Policies that wait get `message` for an answer. */
  const stop = (message?: string): void => {
    clearTimeout(timer)
    worker?.terminate()
    worker = undefined
    const left = [...waiting.values()]
    waiting.clear()
    const notes: readonly Note[] = message === undefined ? [] : [{ severity: 'error', message }]
    for (const { kind, resolve } of left)
      if (message === undefined) resolve(undefined)
      else if (kind === 'transpile') resolve({ notes })
      else resolve(kind === 'check' ? notes : undefined)
  }
  const started = (): Worker => {
    if (worker !== undefined) return worker
    worker = new Worker(new URL('../typescript/worker.js', import.meta.url), { type: 'module' })
    worker.onmessage = ({ data }: MessageEvent<TypeScriptAnswer>) => {
      const asked = waiting.get(data.id)
      waiting.delete(data.id)
      if (waiting.size === 0) clearTimeout(timer)
      asked?.resolve(data.answer)
    }
    worker.onerror = () => stop(BROKEN)
    return worker
  }
  const ask = (question: UnnumberedRequest): Promise<ServiceAnswer> =>
    new Promise((resolve) => {
      const id = ++count
      waiting.set(id, { kind: question.kind, resolve })
      started().postMessage({ ...question, id })
      clearTimeout(timer)
      timer = setTimeout(() => stop(GIVEN_UP), PATIENCE)
    })
  return {
    transpile: async (text) => (await ask({ kind: 'transpile', text })) as TranspiledPolicy | undefined, // the answer is of the kind of the question
    check: async (text) => (await ask({ kind: 'check', text })) as readonly Note[] | undefined, // the answer is of the kind of the question
    complete: async (text, offset) =>
      (await ask({ kind: 'complete', text, offset })) as WordCompletions | undefined, // the answer is of the kind of the question
    describe: async (text, offset) =>
      (await ask({ kind: 'describe', text, offset })) as WordDescription | undefined, // the answer is of the kind of the question
    end: () => stop(),
  }
}
