/*
 * Writes a filter as lines of a unit.
 *
 * A unit names calls and has no conditions. An allow list begins with `@default`, so the refused calls of that set
 * are taken off it. Whatever the lines say, systemd gives `SystemCallErrorNumber=` to the calls of `@known` that an
 * allow list does not name, and ENOSYS to all other numbers. `write` always runs. A call that libseccomp does not
 * know has no word.
 *
 * Sources: systemd src/core/load-fragment.c, src/core/exec-invoke.c, src/shared/seccomp-util.c; systemd.exec(5).
 */
import { actionOf, dataOf, MAX_ERRNO, SECCOMP_RET } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { verdictText } from '@seccompile/constants/errno'
import { abiLosses, express, namedCalls, siblings } from '@seccompile/notation'
import type { Loss, NamedCalls, NotationRules, NotationText, Vocabulary } from '@seccompile/notation'
import { errno } from '@seccompile/policy'
import { actionOn, actionVerdict } from '@seccompile/policy/toolkit'
import { ALWAYS, canonical, isAlways, isNever, ruleSet, U32 } from '@seccompile/rules'
import type { Range, RuleSet } from '@seccompile/rules'
import { expectObject } from '@seccompile/shape'
import type { AbiTable } from '@seccompile/syscalls'
import { archName, LOCAL } from './arch.ts'
import { isNative, knowledge } from './libseccomp-names.ts'
import { SYSTEMD_SETS } from './sets.ts'
import { listLines, runs, SUCCESS } from './write-lists.ts'
import type { Lists } from './write-lists.ts'
import { withMultiplexers } from './write-multiplexers.ts'
import type { LineVerdicts } from './write-multiplexers.ts'

/** The options of writing lines of a unit. */
export interface WriteSystemdOptions {
  /** The ABIs that the filter is for; the first is the ABI of the machine. */
  readonly abis: readonly AbiTable[]
}

const { ALLOW, KILL_PROCESS, KILL_THREAD, LOG } = SECCOMP_RET

/** Whether a verdict is an errno that libseccomp takes; it refuses 4095. */
const isErrno = (verdict: Verdict): boolean => actionOf(verdict) === 'ERRNO' && dataOf(verdict) < MAX_ERRNO

const VOCABULARY: Vocabulary = {
  hasVerdict: (verdict) => runs(verdict) || verdict === KILL_PROCESS || isErrno(verdict),
  clauses: (when) => (isAlways(when) ? [[]] : isNever(when) ? [] : undefined),
}

/**
 * The most frequent of `verdicts`; among equally frequent ones, the lowest. Without any verdict, it is the default of
 * systemd.
 */
function mostOf(verdicts: readonly Verdict[]): Verdict {
  const counts = new Map<Verdict, number>()
  for (const verdict of verdicts) counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
  return [...counts].toSorted(([a, m], [b, n]) => n - m || a - b)[0]?.[0] ?? KILL_PROCESS
}

/**
 * Whether `SystemCallArchitectures=` with `abis` has an effect on a machine whose own ABI is the first. Where it
 * lists all ABIs of the machine, systemd attaches nothing for it.
 */
function isClosing(abis: readonly AbiTable[]): boolean {
  const listed = abis.map(({ token }) => token)
  const { sub, others } = LOCAL.find(({ main }) => main === listed[0]) ?? { sub: [], others: [] }
  return [...sub, ...others].some((token) => !listed.includes(token))
}

/**
 * The ABIs that a machine does not run if its own ABI is the first of the list. systemd has no filter for their calls.
 */
function foreign([main, ...others]: readonly AbiTable[]): readonly AbiTable[] {
  const local = LOCAL.find((machine) => machine.main === main?.token)
  const known: readonly string[] = [...(local?.sub ?? []), ...(local?.others ?? [])]
  return others.filter(({ token }) => !known.includes(token))
}

/**
 * Whether a note is enough for a number that the rules refuse with `verdict` and systemd refuses with ENOSYS: both
 * refuse it, with different errnos.
 */
const isNoted = (verdict: Verdict): boolean => actionOf(verdict) === 'ERRNO' && verdict !== SUCCESS

/** Numbers of an arch. */
interface Numbers extends Range<number> {
  readonly arch: number
}

/** The content of the lines, and the losses. */
interface LineChoice {
  readonly lists: Lists
  readonly given: LineVerdicts
  readonly losses: readonly Loss[]
  /** Ranges of numbers that the lines refuse with another errno than the rules. */
  readonly noted: readonly Numbers[]
}

/** The lines of a deny list. */
function denyList({ otherwise, calls, losses }: NotationRules, { calls: named }: NamedCalls): LineChoice {
  const knows = knowledge()
  // Each call has one answer. `write` runs in any case, which is a loss where the rules refuse it.
  const verdicts = new Map(calls.map(({ name, answers }) => [name, answers[0]!.verdict]))
  const unknown = named.filter(({ name }) => !knows(name) && verdicts.has(name))
  const open = unknown.flatMap(({ name, on }) => {
    const found = on.flatMap(({ abi, answers }) => answers.map(({ verdict }) => ({ abi, verdict })))
    const refused = found.find(({ verdict }) => !runs(verdict))
    return refused === undefined ? [] : [{ kind: 'runs', name, abi: refused.abi.token, verdict: refused.verdict } as const] // prettier-ignore
  })
  const listed = new Map([...verdicts].filter(([name, verdict]) => knows(name) && (name !== 'write' || runs(verdict)))) // prettier-ignore
  const refused = [...listed.values()].filter((verdict) => !runs(verdict))
  const negative = mostOf(refused.filter((verdict) => verdict !== SUCCESS))
  const lists = { isAllowList: false, negative, isLogged: otherwise === LOG, listed }
  return {
    lists,
    given: { of: (name) => listed.get(name), otherwise },
    losses: [...losses, ...open],
    noted: [],
  }
}

/** The lines of an allow list. */
function allowList({ otherwise, calls, losses }: NotationRules, named: NamedCalls, abis: readonly AbiTable[]): LineChoice {
  const [native] = abis
  const knows = knowledge()
  const known = new Set(SYSTEMD_SETS.find(({ name }) => name === '@known')?.own)
  const isKnown = (name: string): boolean => known.has(name) && knows(name) && isNative(name, native!) // there is at least one ABI
  const enosys = actionVerdict(actionOn(errno('ENOSYS'), native!.token))
  const answers = new Map(calls.map(({ name, answers: [answer] }) => [name, answer!.verdict])) // each call has one answer
  const verdictOn = (name: string): Verdict => answers.get(name) ?? otherwise
  const names = named.calls.map(({ name }) => name).filter((name) => name !== 'write')
  const refused = names.filter((name) => isKnown(name) && !runs(verdictOn(name))).map(verdictOn)
  // libseccomp refuses a word with ENOSYS, because it is the default. As SystemCallErrorNumber=, ENOSYS needs no
  // word.
  const negative = refused.includes(enosys) ? enosys : mostOf(refused.filter((verdict) => verdict !== SUCCESS))
  const listed = new Map<string, Verdict>()
  const lost: Loss[] = []
  const noted: Numbers[] = []
  for (const { name, on } of named.calls) {
    const verdict = verdictOn(name)
    const without = isKnown(name) ? negative : enosys
    const { abi } = on[0]! // a call has at least one ABI
    if (!knows(name)) {
      if (verdict === enosys) continue
      if (isNoted(verdict)) noted.push(...on.map(({ abi: { auditArch }, nr }) => ({ arch: auditArch, lo: nr, hi: nr })))
      else lost.push({ kind: 'fixed', name, abi: abi.token, verdict, written: enosys })
    } else if (runs(verdict)) listed.set(name, verdict)
    else if (name !== 'write' && verdict === enosys && without !== enosys) lost.push({ kind: 'verdict', name, abi: abi.token, verdict })
    else if (name !== 'write' && verdict !== without) listed.set(name, verdict)
  }
  for (const { abi, lo, hi, answers: found } of named.unnamed) {
    const verdict = found.length === 1 ? found[0]!.verdict : undefined
    if (verdict === enosys) continue
    if (verdict !== undefined && isNoted(verdict)) noted.push({ arch: abi.auditArch, lo, hi })
    else lost.push({ kind: 'numbers', abi: abi.token, lo, hi, verdict })
  }
  const lists = { isAllowList: true, negative, isLogged: false, listed }
  const of = (name: string): Verdict | undefined => listed.get(name) ?? (isKnown(name) ? negative : undefined)
  // The code above compares the verdicts of numbers without a name, and of calls that libseccomp does not know.
  const others = losses.filter((loss) => ('name' in loss ? knows(loss.name) : loss.kind !== 'numbers'))
  return { lists, given: { of, otherwise: enosys }, losses: [...others, ...lost], noted }
} // prettier-ignore

/** The loss of `write`, where the rules refuse it on some ABI: systemd lets it run. */
function writeLoss({ calls }: NamedCalls): readonly Loss[] {
  const on = calls.find(({ name }) => name === 'write')?.on ?? []
  const refused = on.flatMap(({ abi, answers }) =>
    answers.filter(({ verdict }) => !runs(verdict)).map(({ verdict }) => ({ abi: abi.token, verdict })),
  )
  const [first] = refused
  return first === undefined ? [] : [{ kind: 'runs', name: 'write', ...first }]
}

/** `rules` with the verdict `written` for the numbers `noted`, which the lines refuse with that verdict. */
function withNoted(rules: RuleSet, noted: readonly Numbers[], written: Verdict): RuleSet {
  const sections = rules.sections.map((section) => {
    const numbers = canonical(U32, noted.filter(({ arch }) => arch === section.arch))
    return numbers.length === 0
      ? section
      : { ...section, rules: [{ numbers, when: ALWAYS, verdict: written }, ...section.rules] }
  })
  return ruleSet({ ...rules, sections })
} // prettier-ignore

/** The lines for `[Service]` with the meaning of `rules`, except for their losses and notes. */
export function writeSystemd(rules: RuleSet, options: WriteSystemdOptions): NotationText {
  expectObject(rules, 'rules', 'sections', 'badArch')
  expectObject(options, 'options', 'abis')
  const { abis } = options
  const expressed = express(rules, abis, VOCABULARY)
  const named = namedCalls(rules, abis)
  const isDenyList = runs(expressed.otherwise)
  const { noted, ...chosen } = isDenyList ? denyList(expressed, named) : allowList(expressed, named, abis)
  const { lists, losses } = withMultiplexers(chosen.lists, chosen.given, named, chosen.losses)
  const isClosed = isClosing(abis)
  const badArch = isClosed ? KILL_THREAD : ALLOW
  const arches = abis.map(({ token }) => archName(token) ?? 'native')
  const lines = [
    '[Service]',
    ...listLines(lists, abis),
    ...(isClosed ? [`SystemCallArchitectures=${arches.join(' ')}`] : []),
  ]
  const written = chosen.given.otherwise
  return {
    text: `${lines.join('\n')}\n`,
    losses: [
      ...losses,
      ...writeLoss(named),
      ...abiLosses(rules, foreign(abis), badArch),
      ...abiLosses(rules, siblings(abis), badArch, rules.badArch),
      ...(rules.badArch === badArch
        ? []
        : [{ kind: 'bad-arch', verdict: rules.badArch, written: badArch } as const]),
    ],
    ...(noted.length === 0
      ? {}
      : {
          meant: withNoted(rules, noted, written),
          notes: [
            `calls that systemd does not know are refused, and get ${verdictText(
              written,
              abis.map(({ token }) => token),
            )}`,
          ],
        }),
  }
}
