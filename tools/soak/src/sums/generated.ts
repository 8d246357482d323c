/*
 * Recordings that nobody made: random rows that reach every bound of the format. They lie in folders as docs/fleets.md has
 * them.
 */
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { abiTable, calls } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { randomOf } from '../inputs/random.ts'
import type { RandomDraws } from '../inputs/random.ts'

const ABIS: readonly AbiToken[] = ['x86_64', 'x86']
/** More than a recording keeps of each. */
const PROGRAMS = 90
const UNKNOWN = 90
const FILES = 100

/** How many values and lists the calls of a program have, and how many calls it makes. */
interface Variety {
  readonly calls: number
  readonly values: number
  readonly lists: number
}

/** A few programs have more values and lists than are kept; the others have few, as programs do. */
const varietyOf = (program: number): Variety =>
  program < 4 ? { calls: 6, values: 150, lists: 3000 } : { calls: 8, values: 10, lists: 20 }

/** What the rows of a recording are about. */
interface Known {
  readonly abi: AbiToken
  readonly nr: number
  readonly call: string
}

const KNOWN: readonly Known[] = ABIS.flatMap((abi) =>
  calls(abiTable(abi))
    .slice(0, 40)
    .map(({ nr, name }) => ({ abi, nr, call: name })),
)

const hex = (value: number): string => `0x${value.toString(16)}`

/** A row as JSON, and the calls that it counts once. */
function row({ below }: RandomDraws): readonly [text: string, calls: number] {
  const count = 1 + below(1000)
  const number = below(2) === 0 ? below(4) : below(PROGRAMS)
  const variety = varietyOf(number)
  const program = below(20) === 0 ? '' : `"program":"/usr/bin/p${number}",`
  const first = 1_790_000_000_000 + below(1_000_000)
  const time = below(4) === 0 ? '' : `,"first":${first},"last":${first + below(1000)}`
  const counted = `"count":${count}${time}}`
  const kind = below(16)
  if (kind === 0) return [`{"abi":"x86_64","nr":${5000 + below(UNKNOWN)},${program}${counted}`, count]
  if (kind === 1) return [`{"abi":"x86",${program}${counted}`, count]
  const { abi, nr, call } = KNOWN[(number * 7 + below(variety.calls)) % KNOWN.length]!
  const start = `{"abi":"${abi}","nr":${nr},"call":"${call}",${program}`
  if (kind < 5) return [start + counted, count]
  const more = below(50) === 0
  // Values of all sizes: their order as texts is not their order as numbers.
  const value = (): string =>
    more ? 'more' : hex(below(2) === 0 ? below(variety.values) : below(variety.values) * 0x0123_4567)
  if (kind < 12) return [`${start}"args":[${below(2) === 0 ? '' : 'null,'}"${value()}"],${counted}`, 0]
  const list = below(variety.lists)
  const parts = more ? ['more', 'more'] : [hex(list % 70), hex(Math.floor(list / 70) * 0x1111)]
  return [`${start}"args":["${parts[0]}",null,"${parts[1]}"],${counted}`, 0]
}

const HEAD =
  '{"format":"seccompile-recording","version":1,"source":"generated","machine":"x86_64","abis":["x86_64","x86"],"unseen":[]}\n'

function writeFile(path: string, rows: number, random: RandomDraws): void {
  const fd = openSync(path, 'w')
  let text = HEAD
  let total = 0
  for (let i = 0; i < rows; i += 1) {
    const [line, count] = row(random)
    total += count
    text += `${line}\n`
    if (text.length > 1 << 20) {
      writeSync(fd, text)
      text = ''
    }
  }
  writeSync(fd, `${text}{"end":true,"rows":${rows},"calls":${total}}\n`)
  closeSync(fd)
}

/** Writes recordings with `rows` rows together below `folder`; yields their paths. */
export function generateRecordings(folder: string, rows: number, seed: number): readonly string[] {
  const random = randomOf(`sums ${seed}`)
  const each = Math.ceil(rows / FILES)
  return Array.from({ length: FILES }, (_, at) => {
    const path = join(folder, `service=web/host=a${at % 10}/date=2026-11-${10 + Math.floor(at / 10)}`)
    mkdirSync(path, { recursive: true })
    const file = join(path, `${1_790_000_000_000 + at}.ndjson`)
    writeFile(file, Math.min(each, Math.max(0, rows - at * each)), random)
    return file
  })
}
