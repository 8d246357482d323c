/*
 * `pnpm soak levels`: random round trips through every level, with fresh seeds, until time is up. A terminal shows the
 * progress; elsewhere one line is printed at the end. Exits 1 when a property failed, 130 after ^C.
 */
import { randomInt } from 'node:crypto'
import { soakArguments, USAGE } from './arguments.ts'
import { startAttempts } from './attempts.ts'
import { PROPERTIES } from './properties.ts'
import { failureText, progressLine, summaryLine } from './report.ts'
import { MAX_SEED, soak } from './soak-loop.ts'
import type { SoakProgress } from './soak-loop.ts'

/**
 * The time limit of an attempt. A run of a property takes well under a second, shrinking takes some seconds, and a
 * busy machine takes a few times as long.
 */
const LIMIT_MS = 10 * 60_000
const REFRESH_MS = 500
const names = PROPERTIES.map(({ name }) => name)

/** Shows a line in place of the last one, on a terminal. */
function statusLine(): { readonly show: (text: string) => void; readonly clear: () => void } {
  const { stderr } = process
  const clear = (): void => {
    if (stderr.isTTY) stderr.write('\r\u001b[K')
  }
  const show = (text: string): void => {
    if (stderr.isTTY) stderr.write(`\r${text.slice(0, stderr.columns - 1)}\u001b[K`)
  }
  return { show, clear }
}

async function main(): Promise<number> {
  const asked = soakArguments(process.argv.slice(2), names)
  if (asked.help || asked.list) {
    process.stdout.write(asked.help ? USAGE : names.map((name) => `${name}\n`).join(''))
    return 0
  }
  const seed = asked.seed ?? randomInt(MAX_SEED + 1)
  const began = performance.now()
  const deadline = began + asked.minutes * 60_000
  const attempts = startAttempts(new URL('worker.js', import.meta.url), LIMIT_MS)
  const status = statusLine()
  let latest: SoakProgress = { cases: 0, rounds: 0, failures: [] }
  const refresh = setInterval(() => {
    const now = performance.now()
    status.show(progressLine(latest, now - began, deadline - now))
  }, REFRESH_MS)

  let interrupted = false
  const stopOn = (): void => {
    interrupted = true
    void attempts.stop()
  }
  process.once('SIGINT', stopOn)
  process.once('SIGTERM', stopOn)

  if (process.stderr.isTTY) process.stderr.write(`soak: seed ${seed}\n`)
  const result = await soak({
    properties: PROPERTIES.filter(({ name }) => asked.only.length === 0 || asked.only.includes(name)),
    seed,
    rounds: asked.rounds,
    attempt: attempts.attempt,
    isOver: () => interrupted || performance.now() >= deadline,
    onProgress: (progress) => {
      latest = progress
    },
    onFailure: (failure) => {
      status.clear()
      process.stdout.write(failureText(failure))
    },
  })
  clearInterval(refresh)
  status.clear()
  await attempts.stop()
  process.stdout.write(`${summaryLine(result, performance.now() - began, seed)}\n`)
  if (interrupted) return 130
  return result.failures.length > 0 ? 1 : 0
}

try {
  process.exitCode = await main()
} catch (error) {
  process.stderr.write(`soak: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
}
