/*
 * ABIs of the machine by which refused calls run.
 *
 * A program can make a call by any ABI that the kernel of its machine offers, and the numbers of ABIs differ. A filter that
 * refuses `execve` on x86_64 and does not test `arch` lets number 11 run, which is `munmap` there and `execve` on x86.
 *
 * An ABI is open in two ways. The filter refuses none of its calls, and refuses some of another ABI of the machine. Or the
 * filter does not test the ABI: a call that it refuses on another ABI runs, and also runs with an `arch` that no ABI has.
 * x32 has the `arch` of x86_64, so nothing but its numbers tells it apart; where x32 is among the examined ABIs, the author
 * of the filter knows it, and single calls of it that run are on purpose.
 */
import { letsRun, seccompData } from '@seccompile/abi'
import { otherAbisOf } from '@seccompile/syscalls'
import type { ShownCall } from '@seccompile/policy'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiToken } from '@seccompile/syscalls'
import { examinedAbi } from '../examine/examined.ts'
import type { ExaminedAbi, ExaminedFilter } from '../examine/examined.ts'
import type { RuleFinding } from '../examine/lint-rule.ts'
import { shownText } from '../examine/shown-text.ts'

/** Calls whose refusal on one ABI shows best that another ABI is open. */
export const TELLING: readonly string[] = ['execve', 'socket', 'openat', 'open', 'ptrace', 'mount']

/** A value of `arch` that no ABI has: its machine is EM_NONE. @see include/uapi/linux/elf-em.h */
const NO_ARCH = 0

const stops = (verdict: number): boolean => !letsRun(verdict)

/** A call that runs by one ABI, and the call that is refused by another. */
interface AbiGap {
  readonly runs: ShownCall
  readonly refused: ShownCall
}

/** Whether the filter lets `call` run whatever its `arch`. */
const runsAnywhere = ({ inquiry }: ExaminedFilter, { data }: ShownCall): boolean =>
  letsRun(inquiry.verdict(seccompData({ ...data, arch: NO_ARCH })))

function gapOf(on: ExaminedAbi, other: ExaminedAbi, looked: ExaminedFilter): AbiGap | undefined {
  const placeOf = ({ abi }: ExaminedAbi): number =>
    looked.on.findIndex((each) => each.abi.token === abi.token)
  const isExamined = placeOf(other) !== -1
  // Where the filter tests no ABI, each ABI is open to the others. That is one gap, and the first ABI reports it.
  const isTold = isExamined && placeOf(other) < placeOf(on)
  const isWholeOpen = ![...other.abi.numbers.keys()].some((name) => other.call(name, stops) !== undefined)
  const hasOwnArch = on.abi.auditArch !== other.abi.auditArch
  const isTested = hasOwnArch ? looked.inquiry.call(letsRun, { arch: NO_ARCH }) === undefined : isExamined
  if ((isTested || isTold) && !isWholeOpen) return undefined
  const names = [...TELLING, ...on.abi.numbers.keys()].filter((name) => on.has(name) && other.has(name))
  for (const name of names) {
    const refused = on.call(name, stops)
    if (refused === undefined) continue
    const runs = other.runs(name)
    if (runs === undefined) continue
    if (isWholeOpen) return { runs, refused }
    if (on.call(name, letsRun) !== undefined) continue
    if (!hasOwnArch || runsAnywhere(looked, runs)) return { runs, refused }
  }
  return undefined
}

/** The finding that the calls of `token` run. The first examined ABI of its machine that has a gap reports it. */
export function openAbi(on: ExaminedAbi, looked: ExaminedFilter, token: AbiToken): readonly RuleFinding[] {
  if (!otherAbisOf(on.abi.token).includes(token)) return []
  const other = examinedAbi(looked.inquiry, signedAbiTable(token))
  const beside = looked.on.filter(({ abi }) => otherAbisOf(abi.token).includes(token))
  const first = beside.find((each) => gapOf(each, other, looked) !== undefined)
  if (first !== on) return []
  const { runs, refused } = gapOf(on, other, looked)! // `first` has one
  const what = `${shownText(other.abi, runs)} of ${token} runs and ${shownText(on.abi, refused)} of ${on.abi.token} is refused; programs of the machine can make calls by both`
  return [{ what, call: runs, other: refused }]
}
