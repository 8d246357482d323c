/// <reference lib="dom" />
/*
 * The script of the sandboxed frame: it makes a Worker of what its page posts, and posts the outcome back.
 *
 * The frame has an origin of its own, shared with nothing, and its policy forbids every request. The page of the site could
 * still be opened by somebody without the `sandbox` attribute, and would then have the origin of the site: it does nothing then.
 *
 * The frame takes one message of each Worker and ends it. So a flood ends with its first message. What the message says is
 * read by the page as hostile data; here it is only a text of bounded length.
 */
import { faultOutcome, MAX_OUTCOME, outcomeText } from './outcome.ts'

/** A message of the page, which comes with a port for the outcome. */
export interface FrameQuestion {
  /** The text of the Worker. */
  readonly text: string
}

function runWorker(text: string, port: MessagePort): () => void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }))
  const worker = new Worker(url)
  const end = (): void => {
    worker.onmessage = null
    worker.onerror = null
    worker.terminate()
    URL.revokeObjectURL(url)
  }
  const answer = (outcome: string): void => {
    end()
    port.postMessage(outcome)
    port.close()
  }
  worker.onmessage = ({ data }: MessageEvent<unknown>) =>
    answer(typeof data === 'string' && data.length <= MAX_OUTCOME ? data : '')
  worker.onerror = (event) => {
    event.preventDefault()
    answer(outcomeText(faultOutcome(event.message)))
  }
  return end
}

if (window.origin === 'null' && window.parent !== window) {
  let end = (): void => undefined
  window.addEventListener('message', ({ source, data, ports }: MessageEvent<FrameQuestion>) => {
    const [port] = ports
    if (source !== window.parent || port === undefined) return
    end()
    end = runWorker(data.text, port)
  })
}
