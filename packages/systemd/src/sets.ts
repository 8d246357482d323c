/* The sets of calls of systemd: `@file-system` and others. */
import { expectList, expectText } from '@seccompile/shape'
import { SET_TABLE } from './set-table.ts'

/** A set of calls. */
export interface SystemdSet {
  /** The name, with the `@`. */
  readonly name: string
  /** The names of the sets in it. */
  readonly sets: readonly string[]
  /** The names of its own calls, without those of its sets. */
  readonly own: readonly string[]
}

const words = (text: string): readonly string[] => (text === '' ? [] : text.split(' '))

/** The sets of systemd `SYSTEMD_VERSION`, in its order. */
export const SYSTEMD_SETS: readonly SystemdSet[] = Object.freeze(
  SET_TABLE.map(([name, sets, own]) => Object.freeze({ name, sets: words(sets), own: words(own) })),
)

/**
 * The calls of the set `name` and of the sets in it, each once; empty where there is no such set. A set may contain
 * itself.
 */
export function callsOfSet(name: string, sets: readonly SystemdSet[] = SYSTEMD_SETS): readonly string[] {
  expectText(name, 'name')
  expectList(sets, 'sets', 'name', 'sets', 'own')
  const byName = new Map(sets.map((set) => [set.name, set]))
  const reached = new Set([name])
  const calls = new Set<string>()
  for (const each of reached) {
    const { own = [], sets: within = [] } = byName.get(each) ?? {}
    for (const call of own) calls.add(call)
    for (const set of within) reached.add(set)
  }
  return [...calls]
}
