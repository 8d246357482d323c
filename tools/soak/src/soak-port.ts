/*
 * `pnpm soak port`: random policies go from one ABI to another by `port`, and a judge of its own compares what programs can do.
 *
 * Exits 1 where something is wrong.
 */
import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { portTrial } from './port/trial.ts'
import { MAX_SEED } from './soak-loop.ts'

const USAGE = `usage: soak port [--minutes N] [--seed N] [--trial N]

Random policies, presets and Docker's profile go from one ABI to another. What a program there can do by its functions
is what it could do here, or "port" says that it is not.

  --minutes N  how long; 60 by default
  --seed N     which policies; a random one by default
  --trial N    this trial alone
`

const REPORT_MS = 5 * 60_000

function number(option: string, text: string, isWanted: (value: number) => boolean): number {
  const value = Number(text)
  if (text !== '' && Number.isFinite(value) && isWanted(value)) return value
  throw new Error(`--${option} takes a number that is not "${text}"; --help says which`)
}

const whole = (option: string, text: string): number =>
  number(option, text, (value) => Number.isInteger(value) && value >= 0 && value <= MAX_SEED)

function main(args: readonly string[]): number {
  const { values } = parseArgs({
    args: [...args],
    options: {
      minutes: { type: 'string' },
      seed: { type: 'string' },
      trial: { type: 'string' },
      help: { type: 'boolean' },
    },
  })
  if (values.help === true) {
    process.stdout.write(USAGE)
    return 0
  }
  const seed = values.seed === undefined ? randomInt(MAX_SEED) : whole('seed', values.seed)
  const first = values.trial === undefined ? 0 : whole('trial', values.trial)
  const minutes = number('minutes', values.minutes ?? '60', (value) => value > 0 && value <= 10_080)
  const began = performance.now()
  const counts = { judged: 0, refused: 0, undecided: 0, wrong: 0 }
  const say = (): void => {
    const { judged, refused, undecided, wrong } = counts
    process.stdout.write(
      `port: ${judged} judged, ${refused} refused, ${undecided} undecided, ${wrong} wrong, seed ${seed}\n`,
    )
  }
  let reported = began
  for (let index = first; performance.now() - began < minutes * 60_000; index += 1) {
    const { kind, what, wrong } = portTrial(seed, index)
    counts[kind] += 1
    if (wrong.length > 0) counts.wrong += 1
    for (const line of wrong) process.stdout.write(`WRONG: ${what}: ${line}\n`)
    if (wrong.length > 0) process.stdout.write(`again: pnpm soak port --seed ${seed} --trial ${index}\n`)
    if (values.trial !== undefined) break
    if (performance.now() - reported < REPORT_MS) continue
    reported = performance.now()
    say()
  }
  say()
  return counts.wrong === 0 ? 0 : 1
}

try {
  process.exitCode = main(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`soak port: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
}
