import { GROUPS, groupsOf } from '@seccompile/groups'
import { didYouMean, quote } from '@seccompile/shape'
import { numberOf } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { callsOfSet } from '@seccompile/systemd'
import { CliError } from '../cli-error.ts'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { systemdSets } from '../load/systemd-sets.ts'
import { inColumns, printableLine, wrappedText } from '@seccompile/text-layout'
import { columnsOf } from '../show/columns-of.ts'
import { sayJson } from '../show/say.ts'

/** The groups that are shown. */
export interface GroupsQuestion {
  /** All where it is left out. */
  readonly name?: string | undefined
  readonly abi?: AbiTable | undefined
  readonly systemd: boolean
  readonly json: boolean
}

/** A group of ours, or a set of systemd. */
interface ShownGroup {
  readonly name: string
  readonly summary: string
  /** Names of calls. Those of systemd may be in no table. */
  readonly calls: readonly string[]
  /** The sets that it is made of, beside calls. */
  readonly sets?: readonly string[]
}

/** The sets of systemd with all their calls. */
function setsOfSystemd(io: Io): readonly ShownGroup[] {
  const all = systemdSets(io)
  return all.map(({ name, summary, sets }) => {
    const calls = callsOfSet(name, all).toSorted()
    return { name, summary, sets, calls }
  })
}

/** The group called `name`. @throws CliError where there is none */
function groupNamed(name: string, groups: readonly ShownGroup[], systemd: boolean): ShownGroup {
  const wanted = systemd && !name.startsWith('@') ? `@${name}` : name
  const found = groups.find((each) => each.name === wanted)
  if (found !== undefined) return found
  const of = systemd ? [] : groupsOf(name).map((group) => group.name)
  if (of.length > 0) throw new CliError(`unknown group ${quote(name)}; it is a call, in ${of.join(', ')}`)
  const names = groups.map((group) => group.name)
  const otherwise = systemd ? '; "seccompile groups --systemd" lists all' : '; "seccompile groups" lists all'
  throw new CliError(
    `unknown ${systemd ? 'set' : 'group'} ${quote(wanted)}${didYouMean(wanted, names, otherwise)}`,
  )
}

/** Names with numbers of the calls that `abi` has, in the order of the numbers. */
function onAbi(calls: readonly string[], abi: AbiTable): readonly (readonly [name: string, nr: number])[] {
  return calls
    .flatMap((name) => {
      const nr = numberOf(abi, name)
      return nr === undefined ? [] : [[name, nr] as const]
    })
    .sort(([, a], [, b]) => a - b)
}

const numberText = (nr: number): string => (nr > 0xffff ? `0x${nr.toString(16)}` : String(nr))

/** The list of the groups: name, number of calls, summary. */
function listText(groups: readonly ShownGroup[], abi: AbiTable | undefined, columns: number): string {
  const width = Math.max(...groups.map(({ name }) => name.length))
  return groups
    .map(({ name, summary, calls }) => {
      const count = abi === undefined ? calls.length : onAbi(calls, abi).length
      const start = `${name.padEnd(width)}  ${String(count).padStart(3)}  `
      return `${wrappedText(start, summary, ' '.repeat(start.length), columns)}\n`
    })
    .join('')
}

/** The screen about one group. */
function groupText(
  { name, summary, calls, sets = [] }: ShownGroup,
  abi: AbiTable | undefined,
  columns: number,
): string {
  const title = `${wrappedText(`${name}: `, summary, '  ', columns)}\n`
  const made =
    sets.length === 0 ? '' : `${wrappedText('with the calls of ', sets.join(', '), '  ', columns)}\n`
  if (abi === undefined) return `${title}${made}\n${inColumns(calls, '  ', columns)}`
  const here = onAbi(calls, abi)
  const width = Math.max(0, ...here.map(([, nr]) => numberText(nr).length))
  const texts = here.map(([call, nr]) => `${numberText(nr).padStart(width)} ${call}`)
  const lacking = calls.length - here.length
  const note = lacking === 0 ? '' : `\n${abi.token} lacks ${lacking} of the ${calls.length} calls\n`
  return `${title}${made}\n${inColumns(texts, '  ', columns)}${note}`
}

/** A group for machines; with an ABI, the numbers of the calls that it has. */
function groupJson(group: ShownGroup, abi: AbiTable | undefined): unknown {
  return abi === undefined
    ? group
    : { ...group, abi: abi.token, numbers: Object.fromEntries(onAbi(group.calls, abi)) }
}

/** What the systemd of the machine prints may hold any character. */
const safe = (group: ShownGroup): ShownGroup => ({ ...group, summary: printableLine(group.summary) })

/**
 * `seccompile groups`: the groups of calls, or the calls of one; of this project or of the machine's systemd.
 * @throws CliError for an unknown group, and where systemd cannot be asked
 */
export function groups(io: Io, { name, abi, systemd, json }: GroupsQuestion): ExitCode {
  const all: readonly ShownGroup[] = systemd ? setsOfSystemd(io) : GROUPS
  const columns = columnsOf(io)
  if (name === undefined) {
    if (json) sayJson(io, { groups: all.map((group) => groupJson(group, abi)) })
    else io.out(listText(all.map(safe), abi, columns))
    return EXIT.ok
  }
  const group = groupNamed(name, all, systemd)
  if (json) sayJson(io, groupJson(group, abi))
  else io.out(groupText(safe(group), abi, columns))
  return EXIT.ok
}
