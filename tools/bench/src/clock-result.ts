/* The whole measurement of filters on the kernel's clock, as plain data: the content of the files in docs/clock. */
import { benchAttach } from '@seccompile/clock'
import { abiTable } from '@seccompile/syscalls'
import { RECORDED_NAMES, recording } from '@seccompile/vectors'
import type { Recording } from '@seccompile/vectors'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { clockSubject, TREE } from './clock-filters.ts'
import type { ClockMaker, ClockSubject } from './clock-filters.ts'
import { playedCost } from './clock-jumps.ts'
import type { PlayedCost } from './clock-jumps.ts'
import { draws, replays } from './clock-sequences.ts'
import { sit } from './clock-sittings.ts'
import type { ClockFloor, ClockRow, SittingConditions } from './clock-sittings.ts'
import type { ClockMachine } from './clock-machine.ts'
import type { BenchSubject } from './filters.ts'

/** The time to attach a filter. */
export interface ClockAttach {
  readonly filter: string
  /** The lowest tenth of all turns took at most this many microseconds. Shorter times are luck. */
  readonly us: number
  /** The ratio of `us` to that of libseccomp's tree. */
  readonly toTree: number
}

/** The results for one policy. */
export interface ClockPolicy {
  readonly policy: BenchSubject['name']
  readonly filters: readonly { readonly name: string; readonly maker: ClockMaker; readonly insns: number }[]
  readonly floors: readonly ClockFloor[]
  readonly rows: readonly ClockRow[]
  /** The cost of each recorded sequence under each filter. */
  readonly played: readonly (PlayedCost & { readonly sequence: string; readonly filter: string })[]
  readonly attach: readonly ClockAttach[]
}

/** The results of one run. */
export interface ClockResult {
  readonly machine: ClockMachine
  readonly cpu: number
  readonly rounds: number
  readonly recordings: readonly (Omit<Recording, 'calls'> & { readonly count: number })[]
  readonly policies: readonly ClockPolicy[]
}

const POLICIES: readonly BenchSubject['name'][] = ['docker-args', 'docker-flat', 'docker-3abi']

/**
 * The sittings of one policy. A cached call costs the same under all filters, so replays without work are left out
 * with the bitmap.
 */
const SITTINGS: readonly (SittingConditions & { readonly plays: 'replays' | 'draws' | 'both' })[] = [
  { bitmap: false, work: 'program', plays: 'replays' },
  { bitmap: false, work: 'words', plays: 'replays' },
  { bitmap: false, work: 'jumps', plays: 'replays' },
  { bitmap: false, work: 'none', plays: 'both' },
  { bitmap: true, work: 'program', plays: 'replays' },
  { bitmap: true, work: 'none', plays: 'draws' },
]

/** Called with the name of the sitting, the turns done and the number of all turns. */
export type OnClockProgress = (sitting: string, done: number, total: number) => void

async function measurePolicy(
  from: ClockSubject,
  rounds: number,
  onProgress: OnClockProgress,
): Promise<ClockPolicy & { readonly cpu: number }> {
  const floors: ClockFloor[] = []
  const rows: ClockRow[] = []
  let cpu = 0
  for (const { plays, ...conditions } of SITTINGS) {
    const all = [...replays(), ...draws(abiTable('x86_64'), from)]
    const kinds = { replays: 'replay', draws: 'draw', both: undefined } as const
    const sequences = all.filter(({ kind }) => kinds[plays] === undefined || kinds[plays] === kind)
    const what = `${from.name}, ${plays === 'both' ? 'replays and draws' : plays}, ${conditions.bitmap ? 'bitmap' : 'bitmap defeated'}`
    const total = (from.filters.length + 3) * rounds
    let done = 0
    const sat = await sit(from, sequences, conditions, {
      rounds,
      onTurn: () => onProgress(what, ++done, total),
    })
    floors.push(...sat.floors)
    rows.push(...sat.rows)
    cpu = sat.cpu
  }
  // libseccomp's tree first, which ratios refer to.
  const tree = from.filters.filter(({ name }) => name === TREE)
  const { rows: attached } = await benchAttach(
    [...tree, ...from.filters.filter(({ name }) => name !== TREE)].map(({ name, program }) => ({
      name,
      programs: [program],
    })),
    { rounds, cpu, onProgress: (done, total) => onProgress(`${from.name}, attach`, done, total) },
  )
  return {
    cpu,
    policy: from.name,
    filters: from.filters.map(({ name, maker, program }) => ({ name, maker, insns: program.length })),
    floors,
    rows,
    played: from.filters.flatMap(({ name, program }) =>
      replays().map((sequence) => ({
        sequence: sequence.name,
        filter: name,
        ...playedCost(program, sequence.calls, abiTable('x86_64')),
      })),
    ),
    attach: attached.map(({ filter, ns }) => ({
      filter,
      us: ns.p10 / 1000,
      toTree: ns.p10 / attached[0]!.ns.p10, // the first filter is the tree
    })),
  }
}

/**
 * Measures everything, `rounds` turns of each filter. Takes about fifteen minutes at 200 rounds.
 * @throws KernelError where this machine cannot time filters
 */
export async function measureClock(
  machine: ClockMachine,
  rounds: number,
  onProgress: OnClockProgress,
): Promise<ClockResult> {
  const policies: (ClockPolicy & { readonly cpu: number })[] = []
  for (const name of POLICIES) policies.push(await measurePolicy(clockSubject(name), rounds, onProgress))
  return {
    machine,
    cpu: policies[0]!.cpu, // there is at least one policy
    rounds,
    recordings: RECORDED_NAMES.map(recording).map(({ calls, ...rest }) => ({ ...rest, count: calls.length })),
    policies: policies.map(({ cpu: _cpu, ...policy }) => policy),
  }
}

/** A thousandth of a nanosecond is less than any noise. */
const DIGITS = 3

/** The figures as JSON, one row on a line. */
export function clockJson(result: ClockResult): string {
  const round = (_key: string, value: unknown): unknown =>
    typeof value === 'number' ? Number(value.toFixed(DIGITS)) : value
  const text = JSON.stringify(result, round, 2)
  const isRow = /\{[^{}[\]]*\}/g
  return `${text.replaceAll(isRow, (row) => row.replaceAll(/\s*\n\s*/g, ' '))}\n`
}

/** The results in the folder `figures`, a file for each kind of processor, the newest first. */
export function clockResults(figures: string): readonly ClockResult[] {
  return readdirSync(figures)
    .toSorted()
    .map((name) => JSON.parse(readFileSync(join(figures, name), 'utf8')) as ClockResult) // clockJson() wrote the file
    .toSorted((a, b) => b.machine.date.localeCompare(a.machine.date))
}
