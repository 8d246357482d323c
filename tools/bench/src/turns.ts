/*
 * Compilations by us and by libseccomp's tree, in turns. Other work on the machine comes and goes, and slows both
 * sides of a turn. So a ratio is taken within one turn, and the figure is the median over turns.
 */
import { compile } from '@seccompile/compiler'
import { dockerProfile } from '@seccompile/presets/docker-profile'
import type { BenchSubject } from './filters.ts'
import { hasLibseccomp } from '@seccompile/vectors/libseccomp'
import { compileSubject } from './live-costs.ts'
import { median, milliseconds, SETTLED } from './timing.ts'

/** The policies that we compile by names, as libseccomp does. */
export type TimedName = Exclude<BenchSubject['name'], 'docker-flat'>

/** One turn: the median time of a compilation by each compiler, in milliseconds. */
export interface Turn {
  readonly ours: number
  readonly tree: number
}

/** The turns of one policy. */
export interface TurnsRow {
  readonly subject: TimedName
  readonly turns: readonly Turn[]
}

const TURNS = 9
/** Compilations by each compiler in a turn. */
const RUNS = 10

/** Our time divided by that of libseccomp's tree, for each turn, in ascending order. */
export function ratios({ turns }: TurnsRow): readonly number[] {
  return turns.map(({ ours, tree }) => ours / tree).toSorted((a, b) => a - b)
}

function turnsOf(subject: BenchSubject & { readonly name: TimedName }): TurnsRow {
  const act = (): unknown => compile(dockerProfile, { abis: subject.abis, prove: false })
  for (let i = 0; i < SETTLED; i++) act()
  const turns = Array.from({ length: TURNS }, () => ({
    ours: median(Array.from({ length: RUNS }, () => milliseconds(act))),
    tree: compileSubject(subject, 'tree', RUNS).ms,
  }))
  return { subject: subject.name, turns }
}

const isTimed = (subject: BenchSubject): subject is BenchSubject & { readonly name: TimedName } =>
  subject.name !== 'docker-flat'

/** The turns of each timed subject; none where libseccomp or Python is not installed. */
export function takeTurns(subjects: readonly BenchSubject[]): readonly TurnsRow[] {
  return hasLibseccomp() ? subjects.filter(isTimed).map(turnsOf) : []
}
