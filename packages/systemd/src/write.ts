/*
 * A filter as lines of a unit.
 *
 * A unit names calls and has no conditions. A list of what runs begins with `@default`, so calls of that set that do not run
 * are taken off it. `write` always runs, whatever the lines say. A line for a call is one for the operation of a multiplexer
 * that does the same, so that `socketcall` is compared with what comes of the lines for `socket` and others.
 *
 * Sources: systemd src/core/load-fragment.c, src/core/exec-invoke.c; systemd.exec(5).
 */
import { actionOf, dataOf, MAX_ERRNO, SECCOMP_RET, verdictOf } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { nameOfValue } from '@seccompile/constants/all'
import { abiLosses, express, namedCalls, siblings } from '@seccompile/notation'
import type { Expressed, Loss, NamedCalls, Vocabulary, Written } from '@seccompile/notation'
import { createOutcomes } from '@seccompile/outcomes'
import { argument, isAlways, isNever, WHOLE_ARGUMENT } from '@seccompile/rules'
import type { Rule, RuleSet } from '@seccompile/rules'
import { MULTIPLEXERS } from '@seccompile/syscalls'
import type { AbiTable, Multiplexer } from '@seccompile/syscalls'
import { archName, LOCAL } from './arch.ts'
import { callsOfSet } from './sets.ts'

/** How to write lines of a unit. */
export interface WriteSystemdOptions {
  /** The ABIs that the filter is for; the first is that of the machine. */
  readonly abis: readonly AbiTable[]
}

const { ALLOW, KILL_PROCESS, KILL_THREAD, LOG } = SECCOMP_RET
const EPERM: Verdict = verdictOf('ERRNO', 1)
/** An errno of 0, which a call may have, and SystemCallErrorNumber= not. */
const SUCCESS: Verdict = verdictOf('ERRNO', 0)

/** The number of the call in rules that are about one call. */
const ZERO = [{ lo: 0, hi: 0 }]

const isErrno = (verdict: Verdict): boolean => actionOf(verdict) === 'ERRNO' && dataOf(verdict) <= MAX_ERRNO
const runs = (verdict: Verdict): boolean => verdict === ALLOW || verdict === LOG

const VOCABULARY: Vocabulary = {
  hasVerdict: (verdict) => runs(verdict) || verdict === KILL_PROCESS || isErrno(verdict),
  clauses: (when) => (isAlways(when) ? [[]] : isNever(when) ? [] : undefined),
}

/** The highest errno that has one number on all ABIs. */
const LAST_COMMON_ERRNO = 34

/** `kill`, or an errno: by its name where that has one number on all ABIs. */
function errnoWord(verdict: Verdict): string {
  if (verdict === KILL_PROCESS) return 'kill'
  const number = dataOf(verdict)
  if (number === 0 || number > LAST_COMMON_ERRNO) return `${number}`
  return nameOfValue('errno', number, 'x86_64') ?? `${number}`
}

/** What the lines say of calls. */
interface Lists {
  readonly otherwise: Verdict
  /** Calls that do not get the default. */
  readonly verdicts: ReadonlyMap<string, Verdict>
}

/** The most characters of a line. */
const WIDTH = 100

/** Lines of one key, whose words are in order; `~` begins the words of a list of calls that do not run. */
function linesOf(key: string, words: readonly string[], sign: '' | '~' = ''): readonly string[] {
  const lines: string[] = []
  for (const word of words.toSorted()) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < WIDTH) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(`${key}=${sign}${word}`)
  }
  return lines
}

/** The verdict that most of `verdicts` are; of equally many the lesser one; without any it is that of systemd. */
function mostOf(verdicts: readonly Verdict[]): Verdict {
  const counts = new Map<Verdict, number>()
  for (const verdict of verdicts) counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
  return [...counts].toSorted(([a, m], [b, n]) => n - m || a - b)[0]?.[0] ?? KILL_PROCESS
}

const errnoLine = (verdict: Verdict): readonly string[] =>
  verdict === KILL_PROCESS ? [] : [`SystemCallErrorNumber=${errnoWord(verdict)}`]

const withErrno = (name: string, verdict: Verdict, common: Verdict): string =>
  verdict === common ? name : `${name}:${errnoWord(verdict)}`

function allowLines({ otherwise, verdicts }: Lists, abis: readonly AbiTable[]): readonly string[] {
  const running = [...verdicts].filter(([, verdict]) => runs(verdict)).map(([name]) => name)
  const refused = [...verdicts].filter(([, verdict]) => !runs(verdict))
  const implied = callsOfSet('@default').filter((name) => abis.some(({ numbers }) => numbers.has(name)))
  const off = implied.filter((name) => !verdicts.has(name))
  const others = running.filter((name) => !implied.includes(name) && name !== 'write')
  return [
    // Without another call, @default alone says that this is a list of what runs.
    ...linesOf('SystemCallFilter', others.length > 0 ? others : ['@default']),
    ...linesOf(
      'SystemCallFilter',
      [...off, ...refused.map(([name, verdict]) => `${name}:${errnoWord(verdict)}`)],
      '~',
    ),
    ...errnoLine(otherwise),
  ]
}

function denyLines({ verdicts }: Lists): readonly string[] {
  const refused = [...verdicts].filter(([, verdict]) => !runs(verdict))
  if (refused.length === 0) return ['SystemCallFilter=~']
  const common = mostOf(refused.map(([, verdict]) => verdict).filter((verdict) => verdict !== SUCCESS))
  const words = refused.map(([name, verdict]) => withErrno(name, verdict, common))
  return [...linesOf('SystemCallFilter', words, '~'), ...errnoLine(common)]
}

function logLines({ otherwise, verdicts }: Lists): readonly string[] {
  const of = (wanted: Verdict): readonly string[] =>
    [...verdicts].filter(([, verdict]) => verdict === wanted).map(([name]) => name)
  if (otherwise !== LOG) return linesOf('SystemCallLog', of(LOG))
  const quiet = of(ALLOW)
  return quiet.length === 0 ? ['SystemCallLog=~'] : linesOf('SystemCallLog', quiet, '~')
}

/** Whether systemd filters exactly `abis` on a machine whose own ABI is the first. */
function areLocal(abis: readonly AbiTable[]): boolean {
  const [main, ...others] = abis.map(({ token }) => token)
  const sub = LOCAL.find((each) => each.main === main)?.sub ?? []
  return others.length === sub.length && others.every((token) => sub.includes(token))
}

/** What the lines make of a multiplexer on an ABI: a rule for each call behind it, where there is none for itself. */
function multiplexerRules(
  { calls }: Multiplexer,
  { verdicts }: Lists,
  { wordSize }: AbiTable,
): readonly Rule[] {
  const mask = wordSize === 64 ? WHOLE_ARGUMENT : 0xffff_ffffn
  return calls.flatMap(({ name, call }): readonly Rule[] => {
    const verdict = verdicts.get(name)
    if (verdict === undefined) return []
    const value = BigInt(call)
    return [{ numbers: ZERO, when: argument(0, [{ lo: value, hi: value }], mask), verdict }]
  })
}

/**
 * Whether the lines for a multiplexer with the verdict `own` decide its calls, whatever the lines for calls behind it say. They
 * do in each list that has both: the filter, and the one of calls that are logged.
 */
function decidesAlone({ calls }: Multiplexer, own: Verdict, { otherwise, verdicts }: Lists): boolean {
  const isFiltered = (verdict: Verdict): boolean => !runs(otherwise) || !runs(verdict)
  const isLogged = (verdict: Verdict): boolean => verdict === (otherwise === LOG ? ALLOW : LOG)
  return calls.every(({ name }) => {
    const verdict = verdicts.get(name)
    if (verdict === undefined) return true
    return (!isFiltered(verdict) || isFiltered(own)) && (!isLogged(verdict) || isLogged(own))
  })
}

/** The lists with what comes of multiplexers, and the losses about them. */
function withMultiplexers(
  lists: Lists,
  { calls }: NamedCalls,
  losses: readonly Loss[],
): { readonly lists: Lists; readonly losses: readonly Loss[] } {
  const verdicts = new Map(lists.verdicts)
  let left = losses
  for (const multiplexer of MULTIPLEXERS) {
    const call = calls.find(({ name }) => name === multiplexer.name)
    if (call === undefined) continue
    const { name, on } = call
    const isLost = losses.some((loss) => 'name' in loss && loss.name === name)
    const own = verdicts.get(name)
    if (own !== undefined && !isLost) {
      if (decidesAlone(multiplexer, own, lists)) continue
      verdicts.set(name, lists.otherwise === EPERM ? KILL_PROCESS : EPERM)
      left = [...left, { kind: 'conditions', name, abi: on[0]!.abi.token }] // a call is on some ABI
      continue
    }
    const outcomes = createOutcomes()
    const wrong = on.find(({ abi, answers }) => {
      const made = outcomes.of(multiplexerRules(multiplexer, lists, abi), lists.otherwise)
      const meant = answers.map((answer): Rule => ({ numbers: ZERO, ...answer }))
      return made !== outcomes.of(meant, lists.otherwise)
    })
    if (wrong === undefined) {
      verdicts.delete(name)
      left = left.filter((loss) => !('name' in loss && loss.name === name))
    } else {
      if (!isLost) left = [...left, { kind: 'conditions', name, abi: wrong.abi.token }]
      // The verdict of the default would be no line, and leave the lines of the calls behind it.
      if (!verdicts.has(name)) verdicts.set(name, lists.otherwise === EPERM ? KILL_PROCESS : EPERM)
    }
  }
  return { lists: { ...lists, verdicts }, losses: left }
}

/** What calls get by name, with the default of lines. */
function listsOf({ otherwise, calls }: Expressed): {
  readonly lists: Lists
  readonly losses: readonly Loss[]
} {
  const verdicts = new Map(calls.map(({ name, answers }) => [name, answers[0]!.verdict])) // each has one answer
  // It runs all the same, and that is a loss where it should not.
  if (!runs(verdicts.get('write') ?? ALLOW)) verdicts.delete('write')
  const isSaid = otherwise !== SUCCESS
  return {
    lists: { otherwise: isSaid ? otherwise : KILL_PROCESS, verdicts },
    losses: isSaid ? [] : [{ kind: 'default', verdict: otherwise }],
  }
}

/** The loss of a call that runs by systemd, and is refused by the rules on some ABI. */
function writeLoss({ calls }: NamedCalls): readonly Loss[] {
  const on = calls.find(({ name }) => name === 'write')?.on ?? []
  const refused = on.flatMap(({ abi, answers }) =>
    answers.filter(({ verdict }) => !runs(verdict)).map(({ verdict }) => ({ abi: abi.token, verdict })),
  )
  const [first] = refused
  return first === undefined ? [] : [{ kind: 'runs', name: 'write', ...first }]
}

/** The lines for `[Service]` that mean what `rules` mean but for their losses. */
export function writeSystemd(rules: RuleSet, { abis }: WriteSystemdOptions): Written {
  const expressed = express(rules, abis, VOCABULARY)
  const named = namedCalls(rules, abis)
  const begun = listsOf(expressed)
  const { lists, losses } = withMultiplexers(begun.lists, named, [...expressed.losses, ...begun.losses])
  // Numbers are held against the default of the filter. By the lines they get the default of the lines.
  const isLost = (loss: Loss): boolean => loss.kind !== 'numbers' || loss.verdict !== lists.otherwise
  const isOpen = rules.badArch === ALLOW && areLocal(abis)
  const badArch = isOpen ? ALLOW : KILL_THREAD
  const arches = abis.map(({ token }) => archName(token) ?? 'native')
  const lines = [
    '[Service]',
    ...(runs(lists.otherwise) ? denyLines(lists) : allowLines(lists, abis)),
    ...logLines(lists),
    ...(isOpen ? [] : [`SystemCallArchitectures=${arches.join(' ')}`]),
  ]
  return {
    text: `${lines.join('\n')}\n`,
    losses: [
      ...losses.filter(isLost),
      ...writeLoss(named),
      ...abiLosses(rules, siblings(abis), badArch, rules.badArch),
      ...(rules.badArch === badArch
        ? []
        : [{ kind: 'bad-arch', verdict: rules.badArch, written: badArch } as const]),
    ],
  }
}
