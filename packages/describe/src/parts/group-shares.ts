/*
 * Calls of an ABI as shares of groups.
 *
 * A call may be in several groups: `close` is in base, descriptors, files-to-read and files-to-write. Here it is counted
 * once, in the most specific of its groups, which is the one with the fewest calls over all ABIs; of groups of one size, in
 * the first by name. So the groups divide the calls of every ABI, and a call is counted in the same group on each.
 */
import { GROUPS } from '@seccompile/groups'

/** How many calls of a group are in a set, and their names where these are not all or none. */
export interface GroupShare {
  readonly group: string
  /** The calls of the ABI that are counted in the group. */
  readonly size: number
  /** How many of them are in the set. */
  readonly count: number
  /** Whether `names` are the calls of the group that are not in the set. Those are fewer than the others. */
  readonly isAllBut: boolean
  readonly names: readonly string[]
  /** Calls that are in the set for some arguments only. They are neither counted nor in `names`. */
  readonly byArguments: readonly string[]
}

/** The group in which each call is counted. */
function countedGroups(): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const { name, calls } of GROUPS.toSorted((a, b) => a.calls.length - b.calls.length))
    for (const call of calls) if (!found.has(call)) found.set(call, name)
  return found
}

/** The calls of the ABI by the group in which they are counted, in the order of the names of groups. */
function callsByGroup(calls: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const groupOf = countedGroups()
  const found = new Map(GROUPS.map(({ name }): [string, string[]] => [name, []]))
  for (const call of calls) found.get(groupOf.get(call) ?? '')?.push(call)
  return found
}

/**
 * The shares that a set of calls has of each group of which `all` has a call, in the order of the names of groups.
 * @param all - the calls of the ABI
 * @param stateOf - whether a call is in the set: always, for some arguments, or never
 */
export function groupShares(
  all: Iterable<string>,
  stateOf: (call: string) => 'in' | 'by arguments' | 'out',
): readonly GroupShare[] {
  return [...callsByGroup(all)].flatMap(([group, calls]): readonly GroupShare[] => {
    if (calls.length === 0) return []
    const those = (state: ReturnType<typeof stateOf>): readonly string[] =>
      calls.filter((call) => stateOf(call) === state)
    const inside = those('in')
    const outside = those('out')
    const isAllBut = outside.length < inside.length
    return [
      {
        group,
        size: calls.length,
        count: inside.length,
        isAllBut,
        names: isAllBut ? outside : inside,
        byArguments: those('by arguments'),
      },
    ]
  })
}
