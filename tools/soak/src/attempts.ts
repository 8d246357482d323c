/*
 * A thread that tries properties. So the main thread can count seconds, react to ^C, and end an attempt that would
 * run for ever: a pass that loops on some input is a failure like any other.
 */
import { Worker } from 'node:worker_threads'

/** A job for the thread: a property by name, and a seed. */
export interface Job {
  readonly name: string
  readonly seed: number
}

/** The answer of the thread: the failure, if there is one. */
export interface AttemptAnswer {
  readonly message?: string
}

/** A thread that tries properties. */
export interface Attempts {
  /** Tries a property with a seed; yields the failure, or `undefined`. One at a time. */
  readonly attempt: (name: string, seed: number) => Promise<string | undefined>
  /** Ends the thread at any time; a pending attempt yields nothing. */
  readonly stop: () => Promise<void>
}

/** Starts a thread of `script`; an attempt that takes `limitMs` or longer is given up, and the thread replaced. */
export function startAttempts(script: URL, limitMs: number): Attempts {
  let worker: Worker | undefined
  let stopped = false
  const end = async (): Promise<void> => {
    const ending = worker
    worker = undefined
    await ending?.terminate()
  }
  return {
    attempt: async (name, seed) => {
      if (stopped) return undefined
      worker ??= new Worker(script)
      const answer = await ask(worker, { name, seed }, limitMs)
      if (stopped) return undefined
      if (!answer.reusable) await end()
      return answer.message
    },
    stop: async () => {
      stopped = true
      await end()
    },
  }
}

/** Sends `job` to `worker`, and waits for its answer, its end or the limit, whichever comes first. */
function ask(
  worker: Worker,
  job: Job,
  limitMs: number,
): Promise<{ readonly message: string | undefined; readonly reusable: boolean }> {
  return new Promise((resolve) => {
    const finish = (message: string | undefined, reusable: boolean): void => {
      clearTimeout(timer)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      resolve({ message, reusable })
    }
    const onMessage = ({ message }: AttemptAnswer): void => finish(message, true)
    const onError = (error: unknown): void => {
      const said = error instanceof Error ? (error.stack ?? error.message) : String(error)
      finish(`the thread failed: ${said}`, false)
    }
    const onExit = (code: number): void => finish(`the thread ended with ${code}`, false)
    const timer = setTimeout(() => finish(`did not end within ${limitMs / 1000} s`, false), limitMs)
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.postMessage(job)
  })
}
