import { PolicyError } from '@seccompile/policy'
import type { RecordingHead, RecordingRow } from '@seccompile/recording'
import { expectList, quote } from '@seccompile/shape'
import { abiByName, otherAbisOf } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'

/** A recording, and the name of its file for messages. */
export interface NamedRecording {
  readonly file: string
  readonly head: RecordingHead
  readonly rows: readonly RecordingRow[]
}

/** The scenario of a recording: its name, or the file where it has none. Recordings with one name are one scenario. */
export const scenarioOf = ({ file, head }: NamedRecording): string => head.scenario ?? file

/** The scenarios of `recordings`, sorted. */
export const scenariosOf = (recordings: readonly NamedRecording[]): readonly string[] =>
  [...new Set(recordings.map(scenarioOf))].sort()

/** The machine in `head`, by a name that `uname` prints or another. */
const machineOf = ({ head }: NamedRecording): string => abiByName(head.machine)?.token ?? head.machine

/** @throws PolicyError E_CONFLICT where the head names an ABI that its machine does not have */
function checkMachine({ file, head }: NamedRecording): void {
  const main = abiByName(head.machine)?.token
  const foreign = main && head.abis.find((abi) => abi !== main && !otherAbisOf(main).includes(abi))
  if (foreign !== undefined)
    throw new PolicyError(
      'E_CONFLICT',
      `${file}: its head names the machine ${quote(head.machine)} and the ABI ${foreign}, which that machine does not have; record it again`,
    )
}

/** @throws PolicyError E_CONFLICT where rows have values of a call, and no row counts the call itself */
function checkCounted({ file, rows }: NamedRecording): void {
  const keyOf = ({ abi, nr }: RecordingRow): string => `${abi} ${nr ?? ''}`
  const counted = new Set(rows.filter(({ args }) => args === undefined).map(keyOf))
  const stray = rows.find((row) => !counted.has(keyOf(row)))
  if (stray !== undefined)
    throw new PolicyError(
      'E_CONFLICT',
      `${file}: has values of arguments of ${stray.call ?? `number ${stray.nr ?? 'unknown'}`} of ${stray.abi}, and no row without "args" that counts the call; record it again`,
    )
}

/** @throws PolicyError E_NUMBER where a double does not hold the number of all calls */
function checkTotal(recordings: readonly NamedRecording[]): void {
  const counts = recordings.flatMap(({ rows }) =>
    rows.map(({ args, count }) => (args === undefined ? count : 0)),
  )
  if (counts.reduce((sum, count) => sum + count, 0) > Number.MAX_SAFE_INTEGER)
    throw new PolicyError(
      'E_NUMBER',
      `the recordings count more than ${Number.MAX_SAFE_INTEGER} calls together; name fewer`,
    )
}

/**
 * Checks that one policy can be made of `recordings`.
 * @throws PolicyError E_EMPTY without a recording or without a call; E_CONFLICT for recordings of several machines, for a
 * row of an ABI that its head does not name, and for one that contradicts itself; E_NUMBER for
 * more than 2^53 - 1 calls
 */
export function checkRecordings(recordings: readonly NamedRecording[]): void {
  expectList(recordings, 'recordings', 'file', 'head', 'rows')
  const [first] = recordings
  if (first === undefined) throw new PolicyError('E_EMPTY', 'there is no recording; name one or more')
  for (const each of recordings) {
    const { file, head, rows } = each
    if (head.machine === 'several')
      throw new PolicyError(
        'E_CONFLICT',
        `${file}: is a sum of recordings of several machines; name those of one machine`,
      )
    if (machineOf(each) !== machineOf(first))
      throw new PolicyError(
        'E_CONFLICT',
        `${file}: was recorded on ${quote(head.machine)}, and ${first.file} on ${quote(first.head.machine)}; make a policy for each machine`,
      )
    const stray = rows.find(({ abi }) => !head.abis.includes(abi))
    if (stray !== undefined)
      throw new PolicyError(
        'E_CONFLICT',
        `${file}: has calls of ${stray.abi}, and its head names ${head.abis.join(', ') || 'no ABI'}; record it again`,
      )
    checkMachine(each)
    checkCounted(each)
    if (rows.length === 0)
      throw new PolicyError('E_EMPTY', `${file}: has no call; record a program that makes some`)
  }
  checkTotal(recordings)
}

/**
 * The ABIs of which calls were seen, that of the machine first.
 * @throws PolicyError as {@link checkRecordings} does
 */
export function seenAbis(recordings: readonly NamedRecording[]): readonly AbiToken[] {
  checkRecordings(recordings)
  const seen = [...new Set(recordings.flatMap(({ rows }) => rows.map(({ abi }) => abi)))]
  const order = [...new Set([...recordings.map(machineOf), ...recordings.flatMap(({ head }) => head.abis)])]
  return seen.sort((a, b) => order.indexOf(a) - order.indexOf(b))
}
