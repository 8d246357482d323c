import type { LauncherName } from '../src/launch/launch-words.ts'
import { run } from '../src/launch/run.ts'
import { sayNotRun } from './why-not.ts'

/** A filter of one instruction, which allows everything. */
const ALLOW = [{ code: 0x06, jt: 0, jf: 0, k: 0x7fff_0000 }]

/** Why nothing can be run under a filter by `launcher` here; `undefined` where it can. Said, where it cannot. */
export async function whyNotRun(what: string, launcher: LauncherName): Promise<string | undefined> {
  try {
    const { status } = await run(ALLOW, ['true'], { launcher, stdio: ['ignore', 'ignore', 'ignore'] })
    if (status === 0) return undefined
    const reason = `${launcher} does not run "true" under a filter that allows everything; it ends with ${status}`
    sayNotRun(what, reason)
    return reason
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    sayNotRun(what, reason)
    return reason
  }
}
