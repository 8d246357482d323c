/*
 * `pnpm soak sums`: the sum of generated recordings by `recordings sum` and by the query of docs/fleets.md. The rows have to be equal.
 *
 * Exits 1 where they are not.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { wrongSums } from './sums/compare.ts'

const USAGE = `usage: soak sums [--rows N] [--seed N]

Recordings of random rows, added by "recordings sum" and by the query of docs/fleets.md in DuckDB.

  --rows N  rows of all recordings together; 10,000,000 by default
  --seed N  which rows; 1 by default
`

function whole(option: string, text: string): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value <= 1_000_000_000) return value
  throw new Error(`--${option} takes a whole number up to 1000000000, not "${text}"`)
}

async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { rows: { type: 'string' }, seed: { type: 'string' }, help: { type: 'boolean' } },
  })
  if (values.help === true) {
    process.stdout.write(USAGE)
    return 0
  }
  const folder = mkdtempSync(join(tmpdir(), 'seccompile-sums-'))
  const say = (line: string): void => {
    process.stdout.write(`${line}\n`)
  }
  try {
    const wrong = await wrongSums(
      folder,
      whole('rows', values.rows ?? '10000000'),
      whole('seed', values.seed ?? '1'),
      say,
    )
    for (const line of wrong) say(`WRONG: ${line}`)
    return wrong.length === 0 ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

process.exitCode = await main(process.argv.slice(2))
