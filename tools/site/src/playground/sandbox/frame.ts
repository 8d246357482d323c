/// <reference lib="dom" />
/*
 * The script of the sandboxed frame: it runs scripts in Workers that it makes of a text of its page, and posts each outcome.
 *
 * A Worker takes 0.1 s to read the runtime. So a Worker is made ahead of its script, and each script gets a new one.
 *
 * The frame has an origin of its own, shared with nothing, and its policy forbids every request. The page of the site could
 * still be opened by somebody without the `sandbox` attribute, and would then have the origin of the site: it does nothing then.
 *
 * The frame takes one message of each Worker and ends it. So a flood ends with its first message. What the message says is
 * read by the page as hostile data; here it is only a text of bounded length.
 */
import { faultOutcome, MAX_OUTCOME, outcomeText } from './outcome.ts'

/** A message of the page. With a port it is a question: the outcome of the Worker leaves by the port. */
export interface FrameQuestion {
  /** The text of this Worker and of later ones. */
  readonly text?: string
  /** The script that the Worker imports; absent where its text is all that runs. */
  readonly script?: string
}

const addressOf = (text: string): string => URL.createObjectURL(new Blob([text], { type: 'text/javascript' }))

function runIn(worker: Worker, script: string | undefined, port: MessagePort, ended: () => void): () => void {
  const url = script === undefined ? undefined : addressOf(script)
  const end = (): void => {
    worker.onmessage = null
    worker.onerror = null
    worker.terminate()
    if (url !== undefined) URL.revokeObjectURL(url)
  }
  const answer = (outcome: string): void => {
    end()
    port.postMessage(outcome)
    port.close()
    ended()
  }
  worker.onmessage = ({ data }: MessageEvent<unknown>) =>
    answer(typeof data === 'string' && data.length <= MAX_OUTCOME ? data : '')
  worker.onerror = (event) => {
    event.preventDefault()
    answer(outcomeText(faultOutcome(event.message)))
  }
  if (url !== undefined) worker.postMessage(url)
  return end
}

if (window.origin === 'null' && window.parent !== window) {
  let end = (): void => undefined
  let address = ''
  let ready: Worker | undefined
  const makeReady = (): Worker => {
    if (ready !== undefined) return ready
    const worker = new Worker(address)
    // A Worker that fails before its question is forgotten: the next one fails with its question.
    worker.onerror = () => {
      if (ready === worker) ready = undefined
    }
    ready = worker
    return worker
  }
  window.addEventListener('message', ({ source, data, ports }: MessageEvent<FrameQuestion>) => {
    const [port] = ports
    if (source !== window.parent) return
    if (data.text !== undefined) {
      ready?.terminate()
      ready = undefined
      address = addressOf(data.text)
    }
    const worker = makeReady()
    if (port === undefined) return
    ready = undefined
    end()
    end = runIn(worker, data.script, port, () => {
      if (data.script !== undefined) makeReady()
    })
  })
}
