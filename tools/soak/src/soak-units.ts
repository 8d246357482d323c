/*
 * `pnpm soak units`: the reading of units by this project, compared with the filters that the systemd of this machine
 * attaches for them. The units are random, and from Debian packages, which are downloaded, or from a folder. Exits 1
 * where a unit differs. Exits 3 where this machine cannot run the comparison, and prints the reason.
 */
import { randomInt } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { unitDifference } from './check-unit.ts'
import { downloadedUnits, unitsBelow } from './debian-units.ts'
import type { UnitFile } from './debian-units.ts'
import { randomUnit } from './random-units.ts'
import { MAX_SEED } from './soak-loop.ts'
import { systemdFilters, systemdVersion, whyNot } from './systemd-oracle.ts'
import type { UnitStart } from './systemd-oracle.ts'

const USAGE = `usage: soak units [--seed N] [--count N] [--folder FOLDER [--record] | --no-packages]

Units as this project reads them, against the filters that systemd attaches for them.

  --seed N         what the random units are drawn by; another each time by default
  --count N        random units; 1000 by default
  --folder FOLDER  take the unit files below FOLDER, instead of those of Debian packages
  --record         write the filters of systemd beside each unit file, one a line in base64, as FILE.filters
  --no-packages    random units alone
`

/** The number of units for one start of systemd. */
const BATCH = 250

interface UnitSoakOptions {
  readonly seed: number
  readonly count: number
  readonly folder: string | undefined
  readonly hasPackages: boolean
  readonly isRecorded: boolean
}

function whole(option: string, text: string, most: number): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value <= most) return value
  throw new Error(`--${option} takes a whole number up to ${most}, not "${text}"`)
}

/** The options, or a text to print instead. @throws Error for bad usage */
function asked(args: readonly string[]): UnitSoakOptions | string {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string' },
      count: { type: 'string', default: '1000' },
      folder: { type: 'string' },
      record: { type: 'boolean', default: false },
      'no-packages': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return USAGE
  return {
    seed: values.seed === undefined ? randomInt(MAX_SEED + 1) : whole('seed', values.seed, MAX_SEED),
    count: whole('count', values.count, 100_000),
    folder: values.folder,
    hasPackages: !values['no-packages'],
    isRecorded: values.record,
  }
}

/** Starts `units` under systemd, prints those that differ and a line of figures; yields the number of differences. */
async function check(
  what: string,
  units: readonly UnitFile[],
  record: (unit: UnitFile, answer: UnitStart) => void = () => {},
): Promise<number> {
  let differing = 0
  const came = new Map<string, number>()
  for (let from = 0; from < units.length; from += BATCH) {
    const batch = units.slice(from, from + BATCH)
    const answers = await systemdFilters(batch.map(({ bytes }) => bytes))
    for (const [i, { name, bytes }] of batch.entries()) {
      const answer = answers[i]!
      record(batch[i]!, answer)
      const kind =
        answer.state === 'started' ? `with ${answer.filters.length > 0 ? 'filters' : 'none'}` : answer.state
      came.set(kind, (came.get(kind) ?? 0) + 1)
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
      const difference = unitDifference(text, answer)
      if (difference === undefined) continue
      differing += 1
      process.stdout.write(
        `DIFFERS ${name}: ${difference}\n${JSON.stringify(text.length > 2000 ? `${text.slice(0, 2000)}…` : text)}\n`,
      )
    }
  }
  const figures = [...came].toSorted().map(([kind, count]) => `${count} ${kind}`)
  process.stdout.write(`${what}: ${units.length} units, ${figures.join(', ')}: ${differing} differ\n`)
  return differing
}

async function main(): Promise<number> {
  const given = asked(process.argv.slice(2))
  if (typeof given === 'string') {
    process.stdout.write(given)
    return 0
  }
  const why = whyNot()
  if (why !== undefined) {
    process.stderr.write(`NOT RUN: units against systemd: ${why}\n`)
    return 3
  }
  const { seed, count, folder, hasPackages, isRecorded } = given
  process.stdout.write(`${systemdVersion()}, seed ${seed}\n`)
  const encoder = new TextEncoder()
  const random = fc
    .sample(randomUnit, { seed, numRuns: count })
    .map((text, i): UnitFile => ({ name: `random unit ${i}`, bytes: encoder.encode(text) }))
  let differing = await check('random', random)
  const record = ({ name }: UnitFile, { filters }: UnitStart): void => {
    if (!isRecorded || folder === undefined) return
    const lines = filters.map((bytes) => `${Buffer.from(bytes).toString('base64')}\n`)
    writeFileSync(join(folder, `${name.replace(/\.service$/, '')}.filters`), lines.join(''))
  }
  if (folder !== undefined) differing += await check(folder, unitsBelow(folder), record)
  else if (hasPackages) {
    const units = downloadedUnits()
    if (typeof units === 'string') process.stderr.write(`NOT RUN: units of Debian packages: ${units}\n`)
    else differing += await check('Debian packages', units)
  }
  return differing > 0 ? 1 : 0
}

try {
  process.exitCode = await main()
} catch (error) {
  process.stderr.write(`soak units: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
}
