/* The function that libFuzzer calls. A line of JSON on standard output says what is wrong with the code under test. */
import { writeSync } from 'node:fs'
import { judgeOf } from './judges.ts'
import { jobOfProcess } from './worker-job.ts'

const judge = await judgeOf(jobOfProcess().target)

function tell(error: unknown): never {
  const what = error instanceof Error ? error.message : String(error)
  writeSync(1, `${JSON.stringify({ what })}\n`)
  throw error
}

/** Judges one input. @throws Error that says what is wrong with the code under test */
export function fuzz(input: Buffer): void | Promise<void> {
  try {
    return judge(input)?.catch(tell)
  } catch (error) {
    tell(error)
  }
}
