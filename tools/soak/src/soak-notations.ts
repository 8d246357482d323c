/*
 * `pnpm soak notations`: random policies through each notation, and random merges, with the number of inputs that
 * each trial sets. Prints a line for each trial with the number of inputs and their results. Exits 1 where a trial
 * fails, with the shrunk input and the command that repeats it.
 */
import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { MAX_SEED } from './soak-loop.ts'
import { TRIALS } from './trials.ts'
import type { SoakTrial } from './trials.ts'

const USAGE = `usage: soak notations [--seed N] [--count N] [--only TRIAL]... [--path PATH] [--list]

Random policies through each notation, and random merges.

  --seed N      what the inputs are drawn by; another each time by default
  --count N     inputs of each trial; 1000 by default, and 10000 merges
  --only TRIAL  this trial alone; may be given again
  --path PATH   the one input that a failure names
  --list        name the trials
`

interface NotationSoakOptions {
  readonly seed: number
  readonly count: number | undefined
  readonly path: string | undefined
  readonly trials: readonly SoakTrial[]
}

function whole(option: string, text: string | undefined, most: number): number | undefined {
  if (text === undefined) return undefined
  const value = Number(text)
  if (/^\d+$/.test(text) && value <= most) return value
  throw new Error(`--${option} takes a whole number up to ${most}, not "${text}"`)
}

function trialNamed(name: string): SoakTrial {
  const found = TRIALS.find((trial) => trial.name === name)
  if (found === undefined) throw new Error(`there is no trial "${name}"; --list names them`)
  return found
}

/** The options, or a text to print instead. @throws Error for bad usage */
function asked(args: readonly string[]): NotationSoakOptions | string {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string' },
      count: { type: 'string' },
      only: { type: 'string', multiple: true, default: [] },
      path: { type: 'string' },
      list: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return USAGE
  if (values.list) return TRIALS.map(({ name }) => `${name}\n`).join('')
  return {
    seed: whole('seed', values.seed, MAX_SEED) ?? randomInt(MAX_SEED + 1),
    count: whole('count', values.count, Number.MAX_SAFE_INTEGER),
    path: values.path,
    trials: values.only.length === 0 ? TRIALS : values.only.map(trialNamed),
  }
}

/** Runs a trial; yields its line, and whether it succeeded. */
async function run(
  trial: SoakTrial,
  { seed, count, path }: NotationSoakOptions,
): Promise<{ text: string; isHeld: boolean }> {
  const { name, property } = trial
  const tally = new Map<string, number>()
  const began = performance.now()
  const details = await fc.check(
    property((came) => tally.set(came, (tally.get(came) ?? 0) + 1)),
    { seed, numRuns: count ?? trial.count, ...(path === undefined ? {} : { path }) },
  )
  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  const came = [...tally].toSorted().map(([word, times]) => `${times} ${word}`)
  const text = `${name}: ${details.numRuns} in ${seconds} s: ${came.join(', ')}\n`
  if (!details.failed) return { text, isHeld: true }
  const again = `pnpm soak notations --only "${name}" --seed ${seed} --path ${details.counterexamplePath}`
  const [input] = (details.counterexample ?? []) as readonly unknown[]
  const said = details.errorInstance instanceof Error ? details.errorInstance.message : 'it did not end'
  return {
    text: `FAIL ${name}, seed ${seed}\n${fc.stringify(input)}\n${said}\nagain: ${again}\n`,
    isHeld: false,
  }
}

async function main(): Promise<number> {
  const given = asked(process.argv.slice(2))
  if (typeof given === 'string') {
    process.stdout.write(given)
    return 0
  }
  process.stdout.write(`seed ${given.seed}\n`)
  let failed = 0
  for (const trial of given.trials) {
    const { text, isHeld } = await run(trial, given)
    process.stdout.write(text)
    if (!isHeld) failed += 1
  }
  return failed > 0 ? 1 : 0
}

try {
  process.exitCode = await main()
} catch (error) {
  process.stderr.write(`soak notations: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
}
