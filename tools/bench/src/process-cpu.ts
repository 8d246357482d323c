/*
 * The CPU time of a process that compiles, beside that of an empty Node. It is the time of all threads. A module that
 * is loaded before the program writes the time when the program ends. So the figure lacks the work of Node after
 * that: it frees its memory, and writes the code of modules to its cache.
 */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A module that writes the milliseconds of CPU to descriptor 3. */
const SAYS = `process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  require('node:fs').writeSync(3, String((user + system) / 1000))
})
`

/** Milliseconds of CPU. */
export interface CpuTimes {
  readonly ours: readonly number[]
  readonly empty: readonly number[]
}

/** Runs Node with `args` and an empty Node, in turn. @throws Error where a process fails or writes no time */
export function cpuTimes(args: readonly string[], folder: string, rounds: number): CpuTimes {
  const [says, empty] = [join(folder, 'says.cjs'), join(folder, 'empty.mjs')]
  writeFileSync(says, SAYS)
  writeFileSync(empty, '')
  const once = (words: readonly string[]): number => {
    const { status, output } = spawnSync(process.execPath, ['--require', says, ...words], {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`${words.join(' ')} failed: ${output[2] ?? ''}`)
    // Number('') would be a time of 0.
    if (!output[3]) throw new Error(`${words.join(' ')} wrote no CPU time`)
    return Number(output[3])
  }
  const times = Array.from({ length: rounds }, () => ({ ours: once(args), empty: once([empty]) }))
  return { ours: times.map(({ ours }) => ours), empty: times.map((one) => one.empty) }
}
