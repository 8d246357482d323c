/*
 * The process that reads inputs: `node read-inputs.js READER SEED FIRST END`. A reader that hangs or takes all memory
 * ends this process and not the soak. Standard output has a line with the index before each input, a line `+` behind
 * an input that the reader takes, and a line `! TEXT` behind a find; the last line is `done`.
 */
import { writeSync } from 'node:fs'
import { faultOf } from './fault.ts'
import { LIMITS } from './limits.ts'
import { mutated } from './mutate.ts'
import { randomOf } from './random.ts'
import { inputReaders } from './readers.ts'

const say = (text: string): void => void writeSync(1, `${text}\n`)

async function main(): Promise<void> {
  const [name, seed, first, end] = process.argv.slice(2)
  const reader = (await inputReaders()).find((each) => each.name === name)
  if (reader === undefined) throw new Error(`there is no reader "${name}"`)
  for (let index = Number(first); index < Number(end); index += 1) {
    const text = mutated(reader, randomOf(`${seed} ${name} ${index}`))
    say(String(index))
    const began = process.cpuUsage()
    try {
      await reader.read(text)
      say('+')
    } catch (error) {
      const fault = faultOf(error)
      if (fault !== undefined) say(`! ${fault.replaceAll('\n', ' ')}`)
    }
    const { user, system } = process.cpuUsage(began)
    if (user + system > LIMITS.seconds * 1e6) say(`! takes ${((user + system) / 1e6).toFixed(1)} s`)
    const { maxRSS } = process.resourceUsage()
    if (maxRSS > LIMITS.kibibytes) {
      say(`! the process has taken ${Math.round(maxRSS / 1024)} MiB`)
      break // the peak never falls: the next reader needs a process of its own
    }
  }
  say('done')
}

await main()
