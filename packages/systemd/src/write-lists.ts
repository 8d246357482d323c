/*
 * Writes two lists of calls as lines of a unit: an allow list or a deny list, and the calls that are logged.
 */
import { dataOf, SECCOMP_RET, verdictOf } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { nameOfValue } from '@seccompile/constants/all'
import type { AbiTable } from '@seccompile/syscalls'
import { callsOfSet } from './sets.ts'

const { ALLOW, KILL_PROCESS, LOG } = SECCOMP_RET

/** The errno 0. A call may have it, but SystemCallErrorNumber= may not. */
export const SUCCESS: Verdict = verdictOf('ERRNO', 0)

/** Whether a call with this verdict runs. */
export const runs = (verdict: Verdict): boolean => verdict === ALLOW || verdict === LOG

/** The content of the lines. */
export interface Lists {
  /** Whether the first list is an allow list. Otherwise it is a deny list. */
  readonly isAllowList: boolean
  /** The value of `SystemCallErrorNumber=`: the verdict of refused calls without an errno of their own. */
  readonly negative: Verdict
  /** Whether all calls that run are logged, except those in `quiet`. */
  readonly isLogged: boolean
  /** The calls that have a word, with their verdicts. */
  readonly listed: ReadonlyMap<string, Verdict>
}

/** The highest errno with the same number on all ABIs. */
const LAST_COMMON_ERRNO = 34

/** The word for a verdict: `kill`, or an errno. An errno is written by name where the name has one number on all ABIs. */
function errnoWord(verdict: Verdict): string {
  if (verdict === KILL_PROCESS) return 'kill'
  const number = dataOf(verdict)
  if (number === 0 || number > LAST_COMMON_ERRNO) return `${number}`
  return nameOfValue('errno', number, 'x86_64') ?? `${number}`
}

/** The most characters of a line. */
const WIDTH = 100

/** The lines of one key with `words`, in order; `~` marks a deny list. */
function linesOf(key: string, words: readonly string[], sign: '' | '~' = ''): readonly string[] {
  const lines: string[] = []
  for (const word of words.toSorted()) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < WIDTH) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(`${key}=${sign}${word}`)
  }
  return lines
}

const errnoLine = (verdict: Verdict): readonly string[] =>
  verdict === KILL_PROCESS ? [] : [`SystemCallErrorNumber=${errnoWord(verdict)}`]

const withErrno = (name: string, verdict: Verdict, common: Verdict): string =>
  verdict === common ? name : `${name}:${errnoWord(verdict)}`

function allowLines({ listed, negative }: Lists, abis: readonly AbiTable[]): readonly string[] {
  const running = [...listed].filter(([, verdict]) => runs(verdict)).map(([name]) => name)
  const refused = [...listed].filter(([, verdict]) => !runs(verdict))
  const implied = callsOfSet('@default').filter((name) => abis.some(({ numbers }) => numbers.has(name)))
  const off = implied.filter((name) => !listed.has(name))
  const others = running.filter((name) => !implied.includes(name) && name !== 'write')
  return [
    // Without another call, @default alone makes this an allow list.
    ...linesOf('SystemCallFilter', others.length > 0 ? others : ['@default']),
    ...linesOf(
      'SystemCallFilter',
      [...off, ...refused.map(([name, verdict]) => `${name}:${errnoWord(verdict)}`)],
      '~',
    ),
    ...errnoLine(negative),
  ]
}

function denyLines({ listed, negative }: Lists): readonly string[] {
  const refused = [...listed].filter(([, verdict]) => !runs(verdict))
  if (refused.length === 0) return ['SystemCallFilter=~']
  const words = refused.map(([name, verdict]) => withErrno(name, verdict, negative))
  const needsErrno = refused.some(([, verdict]) => verdict === negative)
  return [...linesOf('SystemCallFilter', words, '~'), ...(needsErrno ? errnoLine(negative) : [])]
}

/**
 * Calls that few ABIs have. Without a call, the list of calls that are not logged attaches nothing, so one of these
 * fills it.
 */
const FILLERS = ['riscv_flush_icache', 'arm_fadvise64_64']

function logLines({ isLogged, listed }: Lists, abis: readonly AbiTable[]): readonly string[] {
  const of = (wanted: Verdict): readonly string[] =>
    [...listed].filter(([, verdict]) => verdict === wanted).map(([name]) => name)
  if (!isLogged) return linesOf('SystemCallLog', of(LOG))
  const quiet = of(ALLOW)
  const fillers = FILLERS.filter((name) => abis.every(({ numbers }) => !numbers.has(name)))
  return linesOf('SystemCallLog', quiet.length > 0 ? quiet : fillers.slice(0, 1), '~')
}

/** The lines of `lists`, for a machine with the ABIs `abis`. */
export function listLines(lists: Lists, abis: readonly AbiTable[]): readonly string[] {
  return [...(lists.isAllowList ? allowLines(lists, abis) : denyLines(lists)), ...logLines(lists, abis)]
}
