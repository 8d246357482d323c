/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/* The Worker of the playground: all work on filters is done here, so that the page stays quick. */
import type { Answer, Question } from '../messages.ts'
import { Answering } from './answer-question.ts'

/** What a Worker has of its page. */
interface Port {
  readonly postMessage: (answer: Answer) => void
  onmessage: ((event: MessageEvent<Question>) => void) | null
}

const port = globalThis as unknown as Port // this file runs only as a Worker
const answering = new Answering({
  post: (answer) => port.postMessage(answer),
  pause: () => new Promise((resume) => setTimeout(resume, 0)),
  now: () => performance.now(),
})
port.onmessage = ({ data }) => void answering.answer(data)
