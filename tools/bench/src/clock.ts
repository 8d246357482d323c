/*
 * `npm run bench clock`: filters of Docker's profile on the kernel's clock, on recorded calls and on random ones.
 * `--write` rewrites the figures, the page and the chart in docs/.
 *
 * It needs x86_64 Linux, `cc` and some minutes; other work on the machine disturbs it. A missed target is no failure,
 * because the figures are times.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { format, resolveConfig } from 'prettier'
import { stagedProgress } from '@seccompile/clock'
import { clockMachine, figuresFile } from './clock-machine.ts'
import { clockFiles } from './clock-page.ts'
import { clockJson, clockResults, measureClock } from './clock-result.ts'
import type { ClockResult } from './clock-result.ts'
import { clockTargets, clockText } from './clock-text.ts'
import { targetTable } from './text.ts'

const DOCS = fileURLToPath(new URL('../../../docs', import.meta.url))
const USAGE = `usage: bench clock [--rounds N] [--write]   measure; N turns of each filter, 200 by default
`

async function write(result: ClockResult): Promise<void> {
  const figures = join(DOCS, 'clock')
  mkdirSync(figures, { recursive: true })
  writeFileSync(join(figures, figuresFile(result.machine)), clockJson(result))
  const file = join(DOCS, 'clock.md')
  const { page, chart } = clockFiles(clockResults(figures))
  writeFileSync(file, await format(page, { ...(await resolveConfig(file)), filepath: file }))
  writeFileSync(join(DOCS, 'clock.svg'), chart)
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '200' },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(USAGE)
    return
  }
  const rounds = Number(values.rounds)
  if (!(Number.isSafeInteger(rounds) && rounds > 0 && rounds <= 1000))
    throw new Error(`rounds are a whole number from 1 to 1000, and not ${values.rounds}`)
  const io = {
    err: (text: string) => process.stderr.write(text),
    errIsTerminal: process.stderr.isTTY ?? false,
  }
  const shown = stagedProgress(io, 'turns')
  const result = await measureClock(clockMachine(), rounds, shown.report)
  shown.end()
  if (values.write) await write(result)
  const { targets, hidden } = clockTargets(result)
  const met = targets.filter((one) => one.met).length
  process.stdout.write(
    [
      clockText(result),
      `Targets\n${targetTable(targets)}`,
      ...hidden.map((figure) => `noise hides: ${figure}`),
      `${met} of ${targets.length + hidden.length} targets met\n`,
    ].join('\n'),
  )
}

try {
  await main()
} catch (error) {
  process.stderr.write(`bench clock: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
}
