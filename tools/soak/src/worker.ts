/* The thread that tries properties: see attempts.ts. */
import { parentPort } from 'node:worker_threads'
import type { AttemptAnswer, Job } from './attempts.ts'
import { PROPERTIES } from './properties.ts'

async function answer({ name, seed }: Job): Promise<AttemptAnswer> {
  const property = PROPERTIES.find((each) => each.name === name)
  if (property === undefined) return { message: `there is no property "${name}"` }
  try {
    await property.run(seed)
    return {}
  } catch (error) {
    return { message: error instanceof Error ? error.message : String(error) }
  }
}

parentPort?.on('message', (job: Job) => {
  void answer(job).then((found) => parentPort?.postMessage(found))
})
