/*
 * The process that `run()` starts: it reads what to do from descriptor 3, attaches, and becomes the command. Where it
 * cannot, it says why on descriptor 4, which closes by itself when it does.
 */
import { readFileSync, writeSync } from 'node:fs'
import { execUnder } from './exec.ts'
import type { ExecFailed } from './exec.ts'
import { toCommand } from './launch-plan.ts'
import type { LaunchFailure, LaunchPlan } from './launch-plan.ts'

function say(failure: LaunchFailure): void {
  try {
    writeSync(4, JSON.stringify(failure))
  } catch {
    // The filter refuses write; what is left to say is the status.
  }
}

function launch(plan: LaunchPlan): ExecFailed {
  const decoded = (texts: readonly string[]): readonly Uint8Array[] =>
    texts.map((text) => new Uint8Array(Buffer.from(text, 'base64')))
  const { flags, noNewPrivs, observers, filters } = plan
  return execUnder(decoded(filters), toCommand(plan), { flags, noNewPrivs, observers: decoded(observers) })
}

try {
  // Written by run.ts of this very package.
  const plan = JSON.parse(readFileSync(3, 'utf8')) as LaunchPlan
  writeSync(4, '\n') // it has started; nothing more means that it became the command
  const { errno, message, exit } = launch(plan)
  const code = errno === 'ENOENT' ? 'E_NO_COMMAND' : 'E_NOT_EXECUTABLE'
  say({ code, message, errno })
  exit(126)
} catch (error) {
  const { code, message, errno } = error as Partial<LaunchFailure> & Error
  say({ code: code ?? 'E_REFUSED', message, ...(errno === undefined ? {} : { errno }) })
  process.exit(125)
}
