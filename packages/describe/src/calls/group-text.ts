/*
 * Groups of calls, as text for people and as data for machines. A summary may come from another program, so it is
 * made printable on one line.
 */
import { expectList, expectObject } from '@seccompile/shape'
import { numberOf } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { inColumns, printableLine, wrappedText } from '@seccompile/text-layout'
import { plainNumber } from '../names/call-names.ts'

/** A group of calls of this project, or a set of systemd. */
export interface CallGroup {
  readonly name: string
  readonly summary: string
  /** Names of calls. A set of systemd may have names that no table knows. */
  readonly calls: readonly string[]
  /** The sets that the group contains, besides calls. */
  readonly sets?: readonly string[]
}

/** Name and number of each call that `abi` has, by ascending number. */
function onAbi(calls: readonly string[], abi: AbiTable): readonly (readonly [name: string, nr: number])[] {
  return calls
    .flatMap((name) => {
      const nr = numberOf(abi, name)
      return nr === undefined ? [] : [[name, nr] as const]
    })
    .sort(([, a], [, b]) => a - b)
}

/**
 * A list of `groups` in lines of at most `columns`: name, number of calls, summary.
 * @param abi - the ABI whose calls are counted; without it, all calls are counted
 */
export function groupsText(groups: readonly CallGroup[], abi: AbiTable | undefined, columns: number): string {
  expectList(groups, 'groups', 'name', 'summary', 'calls')
  const width = Math.max(...groups.map(({ name }) => name.length))
  return groups
    .map(({ name, summary, calls }) => {
      const count = abi === undefined ? calls.length : onAbi(calls, abi).length
      const start = `${name.padEnd(width)}  ${String(count).padStart(3)}  `
      return `${wrappedText(start, printableLine(summary), ' '.repeat(start.length), columns)}\n`
    })
    .join('')
}

/**
 * The screen about one group, in lines of at most `columns`.
 * @param abi - the ABI whose calls are listed with their numbers; without it, the names of all calls are listed
 */
export function groupText(group: CallGroup, abi: AbiTable | undefined, columns: number): string {
  expectObject(group, 'group', 'name', 'summary', 'calls')
  const { name, summary, calls, sets = [] } = group
  const title = `${wrappedText(`${name}: `, printableLine(summary), '  ', columns)}\n`
  const made =
    sets.length === 0 ? '' : `${wrappedText('with the calls of ', sets.join(', '), '  ', columns)}\n`
  if (abi === undefined) return `${title}${made}\n${inColumns(calls, '  ', columns)}`
  const here = onAbi(calls, abi)
  const width = Math.max(0, ...here.map(([, nr]) => plainNumber(nr).length))
  const texts = here.map(([call, nr]) => `${plainNumber(nr).padStart(width)} ${call}`)
  const lacking = calls.length - here.length
  const note = lacking === 0 ? '' : `\n${abi.token} lacks ${lacking} of the ${calls.length} calls\n`
  return `${title}${made}\n${inColumns(texts, '  ', columns)}${note}`
}

/** A group for machines. @param abi - the ABI whose numbers the calls get */
export function groupFacts(group: CallGroup, abi: AbiTable | undefined): unknown {
  expectObject(group, 'group', 'calls')
  if (abi === undefined) return group
  const numbers = Object.fromEntries(onAbi(group.calls, abi)) // onAbi() refuses a value that is no table
  return { ...group, abi: abi.token, numbers }
}
