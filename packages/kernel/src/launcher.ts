/*
 * The process that `run()` starts: it reads what to do from descriptor 3, attaches, and becomes the command. Where it
 * cannot, it says why on descriptor 4, which closes by itself when it does.
 */
import { readFileSync, writeSync } from 'node:fs'
import { execUnder } from './exec.ts'
import { toCommand } from './launch-plan.ts'
import type { LaunchFailure, LaunchPlan } from './launch-plan.ts'

function launch(): LaunchFailure {
  try {
    // Written by run.ts of this very package.
    const plan = JSON.parse(readFileSync(3, 'utf8')) as LaunchPlan
    writeSync(4, '\n') // it has started; nothing more means that it became the command
    const decoded = (texts: readonly string[]): readonly Uint8Array[] =>
      texts.map((text) => new Uint8Array(Buffer.from(text, 'base64')))
    const { flags, noNewPrivs, observers, filters } = plan
    const errno = execUnder(decoded(filters), toCommand(plan), {
      flags,
      noNewPrivs,
      observers: decoded(observers),
    })
    return { stage: 'exec', code: 'E_REFUSED', message: `${plan.args[0] ?? ''}: ${errno}`, errno }
  } catch (error) {
    const { code, message, errno } = error as Partial<LaunchFailure> & Error
    return { stage: 'attach', code: code ?? 'E_REFUSED', message, ...(errno === undefined ? {} : { errno }) }
  }
}

const failure = launch()
writeSync(4, JSON.stringify(failure))
process.exit(failure.stage === 'exec' ? 126 : 125)
