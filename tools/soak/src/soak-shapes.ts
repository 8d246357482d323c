/*
 * `pnpm soak shapes`: random lists of rules for one call, as libseccomp compiles them.
 *
 * - In the forms that are called safe, each program means what is written.
 * - Of the other lists each has the warning `unsafe-shape`; the share of them that libseccomp compiles as written is printed.
 * - Of those, each tenth is written again as `convert --safe` does, and then means what is written, or stays as it is.
 *
 * Exits 1 where one of these does not hold, and 3 where this machine has no libseccomp.
 */
import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { abiTable } from '@seccompile/syscalls'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'
import { table } from '@seccompile/text-layout'
import type { TableCell } from '@seccompile/text-layout'
import { hasLibseccomp } from '@seccompile/vectors/libseccomp'
import fc from 'fast-check'
import { judgedLists, rewrittenLists } from './runtimes/judged-lists.ts'
import type { JudgedList, RewrittenList } from './runtimes/judged-lists.ts'
import { listProfiles } from './runtimes/random-lists.ts'
import { MAX_SEED } from './soak-loop.ts'

const USAGE = `usage: soak shapes [--lists N] [--seed N]

Random lists of rules for one call, as libseccomp compiles them, beside what is written.

  --lists N  lists of all ABIs together; 20,000 by default
  --seed N   what they are drawn by; another each time by default
`

/** ABIs of both widths, of the byte order of the machine: runtimes make filters for the machine that they run on. */
const ABIS: readonly AbiToken[] = ['x86_64', 'x86', 'aarch64', 'arm']

/** Of so many lists one is written again, which makes up to 128 rules of it. */
const REWRITTEN = 10

/** The lists that one question to libseccomp has. */
const BATCH = 1000

function whole(option: string, text: string, most: number): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value <= most) return value
  throw new Error(`--${option} takes a whole number up to ${most}, not "${text}"`)
}

/** The lists of one ABI, judged. */
interface JudgedAbi {
  readonly abi: AbiTable
  readonly judged: readonly JudgedList[]
  readonly rewritten: readonly RewrittenList[]
}

function judge(token: AbiToken, count: number, seed: number): JudgedAbi {
  const abi = abiTable(token)
  const judged: JudgedList[] = []
  const rewritten: RewrittenList[] = []
  for (let done = 0; done < count; done += BATCH) {
    const lists = fc.sample(listProfiles, { seed: seed + done, numRuns: Math.min(BATCH, count - done) })
    judged.push(...judgedLists(lists, abi))
    rewritten.push(...rewrittenLists(lists.slice(0, BATCH / REWRITTEN), abi))
    if (process.stderr.isTTY) process.stderr.write(`\r${token} ${done + lists.length} of ${count} `)
  }
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
  return { abi, judged, rewritten }
}

/** The lists that are not what is claimed. */
function wrongOf({ abi, judged, rewritten }: JudgedAbi): readonly string[] {
  const line = (what: string, text: string): string => `${what} on ${abi.token}: ${text.replace(/\s+/g, ' ')}`
  return [
    ...judged
      .filter(({ isFlagged, outcome }) => !isFlagged && outcome !== 'equal' && outcome !== 'refused')
      .map(({ outcome, text }) => line(`without a warning, and ${outcome}`, text)),
    ...rewritten
      .filter(({ outcome }) => outcome !== 'equal' && outcome !== 'left')
      .map(({ outcome, text }) => line(`written again, and ${outcome}`, text)),
  ]
}

function rowOf({ abi, judged, rewritten }: JudgedAbi): readonly TableCell[] {
  const flagged = judged.filter(({ isFlagged }) => isFlagged)
  const isAsWritten = ({ outcome }: JudgedList): boolean => outcome === 'equal' || outcome === 'refused'
  return [
    abi.token,
    judged.length,
    judged.length - flagged.length,
    flagged.length,
    flagged.filter(isAsWritten).length,
    rewritten.length,
    rewritten.filter(({ outcome }) => outcome === 'equal').length,
    rewritten.filter(({ outcome }) => outcome === 'left').length,
  ]
}

function main(args: readonly string[]): number {
  const { values } = parseArgs({
    args: [...args],
    options: { lists: { type: 'string' }, seed: { type: 'string' }, help: { type: 'boolean' } },
  })
  if (values.help === true) {
    process.stdout.write(USAGE)
    return 0
  }
  const count = whole('lists', values.lists ?? '20000', 10_000_000)
  const seed = values.seed === undefined ? randomInt(MAX_SEED) : whole('seed', values.seed, MAX_SEED)
  if (!hasLibseccomp()) {
    process.stderr.write('NOT RUN: Python or libseccomp is missing\n')
    return 3
  }
  const all = ABIS.map((token) => judge(token, Math.ceil(count / ABIS.length), seed))
  const head = ['ABI', 'lists', 'safe', 'flagged', 'as written', 'written again', 'equal', 'left']
  process.stdout.write(`seed ${seed}\n${table(head, all.map(rowOf))}`)
  const wrong = all.flatMap(wrongOf)
  for (const line of wrong.slice(0, 20)) process.stdout.write(`WRONG: ${line}\n`)
  process.stdout.write(`${wrong.length} wrong\n`)
  return wrong.length === 0 ? 0 : 1
}

process.exitCode = main(process.argv.slice(2))
