/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/* The Worker of the playground: all work on filters is done here, so that the page stays quick. */
import type { PageQuestion, WorkerAnswer } from '../messages.ts'
import { QuestionAnswerer } from './answer-question.ts'

/** The functions of the Worker that talk to its page. */
interface EnginePort {
  readonly postMessage: (answer: WorkerAnswer) => void
  onmessage: ((event: MessageEvent<PageQuestion>) => void) | null
}

const port = globalThis as unknown as EnginePort // this file runs only as a Worker
const answering = new QuestionAnswerer({
  post: (answer) => port.postMessage(answer),
  pause: () => new Promise((resume) => setTimeout(resume, 0)),
  now: () => performance.now(),
})
port.onmessage = ({ data }) => void answering.answer(data)
