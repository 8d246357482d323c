import { numberOf } from '@seccompile/syscalls'
import { record, watch } from '@seccompile/watch'
import { OWN, refusing } from './machine.ts'

const QUIET = ['ignore', 'ignore', 'ignore'] as const
const GETPPID = numberOf(OWN, 'getppid')

/** The calls of getppid that are recorded, and that are refused, of a program that makes some in each of its threads. */
async function counted(command: readonly [string, ...string[]]): Promise<readonly [number, number]> {
  const { rows } = await record(command, { stdio: QUIET })
  const recorded = rows.filter(({ call, args }) => call === 'getppid' && args === undefined)
  const watching = watch(refusing(['getppid']), command, { stdio: QUIET })
  let refused = 0
  for await (const batch of watching) for (const { nr, count } of batch) if (nr === GETPPID) refused += count
  await watching.report
  return [recorded.reduce((sum, { count }) => sum + count, 0), refused]
}

/** Runs in which the counts are not those of the program; every other run is interrupted by signals every 200 µs. */
export async function wrongCounts(program: string, runs: number): Promise<readonly string[]> {
  const wrong: string[] = []
  for (let run = 0; run < runs; run += 1) {
    const calls = 500 + 37 * run
    const threads = 1 + (run % 8)
    const words = [String(calls), String(threads), ...(run % 2 === 0 ? [] : ['200'])]
    const [recorded, refused] = await counted([program, ...words])
    if (recorded !== calls * threads || refused !== calls * threads)
      wrong.push(`calls ${words.join(' ')}: recorded ${recorded}, refused ${refused}`)
  }
  process.stdout.write(`counts: ${runs - wrong.length} of ${runs} exact, recorded and refused\n`)
  return wrong
}
