/*
 * `pnpm soak inputs`: almost right texts of every notation, for each reader. A reader must take a text, or report its
 * fault on one line. It must throw no foreign error, must not hang, and must stay within its memory limit. Prints a
 * line for each reader. Exits 1 where one fails, with the command that repeats the input.
 *
 * With `--largest`, texts as large as a reader takes, for each command that reads them.
 */
import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { runLargest } from './inputs/largest.ts'
import { largestTexts } from './inputs/largest-texts.ts'
import { mutated } from './inputs/mutate.ts'
import { randomOf } from './inputs/random.ts'
import { inputReaders } from './inputs/readers.ts'
import { readInputs } from './inputs/watch-reader.ts'
import { MAX_SEED } from './soak-loop.ts'

const USAGE = `usage: soak inputs [--seed N] [--count N] [--only READER]... [--at INDEX] [--print] [--list]
       soak inputs --largest [--only TEXT]... [--list]

Almost right texts of every notation, for each reader.

  --seed N       what the inputs are drawn by; another each time by default
  --count N      inputs of each reader; 10000 by default
  --only READER  this reader alone; may be given again
  --at INDEX     the one input that a failure names
  --print        with --at: print the input, do not read it
  --largest      texts of 4 MiB of one thing each, through each command that reads them
  --list         name the readers, or the texts
`

/** The number of readers that run at the same time. */
const AT_ONCE = 2

function whole(option: string, text: string | undefined, most: number): number | undefined {
  if (text === undefined) return undefined
  if (/^\d+$/.test(text) && Number(text) <= most) return Number(text)
  throw new Error(`--${option} takes a whole number up to ${most}, not "${text}"`)
}

/** Runs the commands on the texts of the largest size whose names begin with one of `only`; on all texts where it is empty. */
async function soakLargest(only: readonly string[], isList: boolean): Promise<number> {
  let failed = 0
  for (const text of largestTexts()) {
    if (only.length > 0 && !only.some((name) => text.name.startsWith(name))) continue
    if (isList) {
      process.stdout.write(`${text.name}\n`)
      continue
    }
    let [commands, slowest] = [0, 0]
    for await (const { command, seconds, fault } of runLargest(text)) {
      commands += 1
      slowest = Math.max(slowest, seconds)
      if (fault === undefined) continue
      failed += 1
      process.stdout.write(`FAIL ${text.name}: ${command}: ${fault} (${seconds.toFixed(1)} s)\n`)
    }
    process.stdout.write(`${text.name}: ${commands} commands, the slowest took ${slowest.toFixed(1)} s\n`)
  }
  return failed > 0 ? 1 : 0
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string' },
      count: { type: 'string' },
      only: { type: 'string', multiple: true, default: [] },
      at: { type: 'string' },
      print: { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
      largest: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.largest && !values.help) return soakLargest(values.only, values.list)
  const readers = await inputReaders()
  const names = readers.map(({ name }) => name)
  const unknown = values.only.find((name) => !names.includes(name))
  if (unknown !== undefined) throw new Error(`there is no reader "${unknown}"; --list names them`)
  const seed = whole('seed', values.seed, MAX_SEED) ?? randomInt(MAX_SEED + 1)
  const at = whole('at', values.at, Number.MAX_SAFE_INTEGER)
  const count = whole('count', values.count, 1e9) ?? 10_000
  const chosen = readers.filter(({ name }) => values.only.length === 0 || values.only.includes(name))
  if (values.help || values.list) {
    process.stdout.write(values.help ? USAGE : names.map((name) => `${name}\n`).join(''))
    return 0
  }
  if (values.print) {
    if (at === undefined || chosen.length !== 1) throw new Error('--print takes --at and one --only')
    process.stdout.write(mutated(chosen[0]!, randomOf(`${seed} ${chosen[0]!.name} ${at}`)))
    return 0
  }
  process.stdout.write(`seed ${seed}\n`)
  const waiting = chosen.map(({ name }) => name)
  let failed = 0
  const work = async (): Promise<void> => {
    for (let reader = waiting.shift(); reader !== undefined; reader = waiting.shift()) {
      const began = performance.now()
      const { read, taken, finds } = await readInputs({ reader, seed, first: at ?? 0, end: at === undefined ? count : at + 1 }) // prettier-ignore
      const seconds = ((performance.now() - began) / 1000).toFixed(0)
      process.stdout.write(
        `${reader}: ${read} inputs in ${seconds} s, ${taken} taken, ${finds.length} finds\n`,
      )
      for (const { index, what } of finds)
        process.stdout.write(`FAIL ${reader}: ${what}\nagain: pnpm soak inputs --seed ${seed} --only "${reader}" --at ${index}\n`) // prettier-ignore
      failed += finds.length
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return failed > 0 ? 1 : 0
}

try {
  process.exitCode = await main()
} catch (error) {
  process.stderr.write(`soak inputs: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
}
