/// <reference lib="dom" />
/*
 * Runs policies in TypeScript, in a sandboxed frame: the page's side.
 *
 * A policy in TypeScript is a script, and its author may be hostile. The script runs in a Worker, which the page can end. The
 * Worker belongs to a frame with an origin of its own (`sandbox="allow-scripts"`), so neither can read the site. The frame's
 * Content-Security-Policy forbids every request, and the Worker inherits it. What a hostile policy can do then:
 *
 * - It loops: after the time limit the frame is removed, which ends the Worker.
 * - It takes memory: until the time limit, as any page may.
 * - It asks the network, or starts Workers: it cannot (see sandbox-page.ts and close-globals.ts).
 * - It answers what is no policy, or something huge: one text leaves the Worker, of bounded length (see outcome.ts).
 * - It forges an answer: the answer is its own policy, and a policy may be anything. The answer comes by a port that only the
 *   frame has, one for each run, so that an older script cannot answer for a newer one.
 */
import type { FrameQuestion } from './frame.ts'
import { faultOutcome, readOutcome } from './outcome.ts'
import type { ScriptOutcome } from './outcome.ts'
import { workerText } from './worker-text.ts'
import type { PolicyScript } from './worker-text.ts'

/** Milliseconds that a policy may run. A Worker that is not ready takes some 0.1 s of them. */
const TIME_LIMIT = 3000
/** The time limit for loading the frame, in milliseconds. */
const FRAME_LIMIT = 15_000

/** A frame for policies. */
export class Sandbox {
  readonly #address: string
  readonly #limit: number
  #frame: Promise<HTMLIFrameElement> | undefined
  #giveUp: (() => void) | undefined

  /** @param address - of the page in the frame */
  constructor(address: string, limit: number = TIME_LIMIT) {
    this.#address = address
    this.#limit = limit
  }

  /** Makes a Worker ready for the next script. */
  async warm(): Promise<void> {
    try {
      await this.#opened()
    } catch {
      // the next script reports the fault
    }
  }

  /** The outcome of `script`; `undefined` where the script was stopped, or a newer script replaced it. */
  async run(script: PolicyScript): Promise<ScriptOutcome | undefined> {
    this.#giveUp?.()
    const marker: { isOld: boolean } = { isOld: false }
    const given = new Promise<undefined>((resolve) => {
      this.#giveUp = () => {
        marker.isOld = true
        resolve(undefined)
      }
    })
    const outcome = await Promise.race([given, this.#outcome(script, marker)])
    if (!marker.isOld) this.#giveUp = undefined
    return outcome
  }

  /** Stops the running script. */
  stop(): void {
    if (this.#giveUp === undefined) return
    this.#giveUp()
    this.#giveUp = undefined
    this.#remove()
  }

  /** Stops the running script, and removes the frame. */
  end(): void {
    this.stop()
    this.#remove()
  }

  async #outcome(
    script: PolicyScript,
    marker: { readonly isOld: boolean },
  ): Promise<ScriptOutcome | undefined> {
    try {
      const frame = await this.#opened()
      return marker.isOld ? undefined : await this.#runIn(frame, workerText(script), marker)
    } catch (error) {
      this.#remove()
      return faultOutcome(error instanceof Error ? error.message : String(error))
    }
  }

  async #runIn(
    frame: HTMLIFrameElement,
    script: string,
    marker: { readonly isOld: boolean },
  ): Promise<ScriptOutcome | undefined> {
    const { port1, port2 } = new MessageChannel()
    const question: FrameQuestion = { script }
    let timer: ReturnType<typeof setTimeout> | undefined
    try {
      return await new Promise((resolve) => {
        port1.onmessage = ({ data }: MessageEvent<unknown>) => resolve(readOutcome(data))
        timer = setTimeout(() => {
          if (marker.isOld) {
            resolve(undefined) // the frame has ended this Worker for a newer one
            return
          }
          this.#remove()
          resolve(faultOutcome(`the policy ran longer than ${this.#limit / 1000} seconds, and was stopped`))
        }, this.#limit)
        // The target is `*`, since the origin of the frame has no name.
        frame.contentWindow?.postMessage(question, '*', [port2])
      })
    } finally {
      clearTimeout(timer)
      port1.close()
    }
  }

  /** The frame, which has the runtime. */
  #opened(): Promise<HTMLIFrameElement> {
    this.#frame ??= openFrame(this.#address, loadRuntime())
    return this.#frame
  }

  #remove(): void {
    const frame = this.#frame
    this.#frame = undefined
    void frame?.then(
      (element) => element.remove(),
      () => undefined, // the frame was never added
    )
  }
}

/**
 * The bundle that runs before a policy. It is a module of the site, not a fetched file: the page may not connect to
 * any server.
 */
async function loadRuntime(): Promise<string> {
  try {
    return (await import('./runtime-text.ts')).RUNTIME
  } catch (cause) {
    throw new Error('the runtime of policies could not be loaded', { cause })
  }
}

/** A loaded frame in the page, with the runtime. @throws Error where one of them does not load */
async function openFrame(address: string, runtime: Promise<string>): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe')
  frame.setAttribute('sandbox', 'allow-scripts')
  frame.setAttribute('referrerpolicy', 'no-referrer')
  frame.setAttribute('aria-hidden', 'true')
  frame.tabIndex = -1
  frame.hidden = true
  frame.title = 'Sandbox of policies'
  frame.src = address
  const loaded = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error('the sandbox of policies could not be loaded'))
    }, FRAME_LIMIT)
    frame.addEventListener('load', () => {
      clearTimeout(timer)
      resolve()
    })
    document.body.append(frame)
  })
  try {
    const [text] = await Promise.all([runtime, loaded])
    const beginning: FrameQuestion = { text }
    frame.contentWindow?.postMessage(beginning, '*')
    return frame
  } catch (error) {
    frame.remove()
    throw error
  }
}
