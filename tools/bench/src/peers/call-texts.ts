/*
 * Rules of x86_64 in the notations of libseccomp, kafel and minijail, as their users would write them. What a text means
 * is not promised here: the prover compares the program that the tool makes with the rules.
 */
import { actionOf, AUDIT_ARCH, dataOf } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { jsonText } from '@seccompile/oci/reading'
import { contains, isAlways } from '@seccompile/rules'
import type { Predicate, RuleSet } from '@seccompile/rules'
import { calls } from '@seccompile/syscalls'
import { x86_64 } from '@seccompile/syscalls/x86_64'
import { alternativesOf, bitsOf, isWhole, testClauses } from './clauses.ts'
import type { Sign, SignedComparison } from './clauses.ts'

/** Rules in a notation, or why the notation cannot hold them. */
export type SaidRules<T> =
  { readonly kind: 'said'; readonly said: T } | { readonly kind: 'none'; readonly reason: string }

/** Thrown and caught in this file where a notation has no words for a part of the rules. */
class NoWords extends Error {
  override readonly name = 'NoWords'
}

function saidOrReason<T>(make: () => T): SaidRules<T> {
  try {
    return { kind: 'said', said: make() }
  } catch (error) {
    if (error instanceof NoWords) return { kind: 'none', reason: error.message }
    throw error
  }
}

/** What decides a call: conditions, of which the first that holds decides, and the verdict of the remaining arguments. */
interface PeerCall {
  readonly name: string
  readonly nr: number
  readonly conditions: readonly { readonly when: Predicate; readonly verdict: Verdict }[]
  /** Absent where the default decides the remaining arguments. */
  readonly rest?: Verdict
}

const sectionOf = ({ sections }: RuleSet) => sections.find(({ arch }) => arch === AUDIT_ARCH.X86_64)!

/** The calls of x86_64 that `rules` name. */
function ruledCalls(rules: RuleSet): readonly PeerCall[] {
  const section = sectionOf(rules)
  return calls(x86_64).flatMap(({ name, nr }): readonly PeerCall[] => {
    const own = section.rules.filter(({ numbers }) => contains(numbers, nr))
    const last = own.findIndex(({ when }) => isAlways(when))
    const conditions = last < 0 ? own : own.slice(0, last)
    const rest = last < 0 ? undefined : own[last]!.verdict
    if (conditions.length === 0 && (rest === undefined || rest === section.otherwise)) return []
    return [{ name, nr, conditions, ...(rest === undefined ? {} : { rest }) }]
  })
}

function profileAction(verdict: Verdict): { readonly action: string; readonly errnoRet?: number } {
  const action = actionOf(verdict)
  const data = dataOf(verdict)
  if (action === undefined || (data !== 0 && action === 'TRAP')) throw new NoWords('no word for an action')
  const name = `SCMP_ACT_${action === 'USER_NOTIF' ? 'NOTIFY' : action}`
  return action === 'ERRNO' || action === 'TRACE' ? { action: name, errnoRet: data } : { action: name }
}

const OPERATORS = { '==': 'EQ', '!=': 'NE', '<=': 'LE', '>=': 'GE' } as const satisfies Record<Sign, string>

/** A condition of a profile. libseccomp compares under a mask for equality alone. */
function profileCondition({ index, mask, sign, value }: SignedComparison): object {
  if (isWhole(mask)) return { index, op: `SCMP_CMP_${OPERATORS[sign]}`, value }
  if (sign !== '==') throw new NoWords('no word for such a comparison under a mask')
  return { index, op: 'SCMP_CMP_MASKED_EQ', value: mask, valueTwo: value }
}

/** The alternatives of a comparison in a profile: where some bit of a mask is set, one rule for each bit. */
const profileAlternatives = (comparison: SignedComparison): readonly SignedComparison[] =>
  comparison.sign === '!=' && comparison.value === 0n && !isWhole(comparison.mask)
    ? bitsOf(comparison.mask).map((bit) => ({ ...comparison, sign: '==', mask: bit, value: bit }))
    : [comparison]

/**
 * The rules of a profile for `clause`, each a list of conditions.
 * @throws NoWords where an argument is compared twice: a profile means another thing by it
 */
function profileRules(clause: readonly SignedComparison[]): readonly (readonly object[])[] {
  if (new Set(clause.map(({ index }) => index)).size < clause.length)
    throw new NoWords('a rule of libseccomp compares an argument once')
  return clause.reduce<readonly (readonly object[])[]>(
    (before, comparison) =>
      before.flatMap((done) =>
        profileAlternatives(comparison).map((one) => [...done, profileCondition(one)]),
      ),
    [[]],
  )
}

/** A profile has no ranges. So a short range is written value by value. */
const MOST_APART = 16n

/** The profile for libseccomp with the meaning of `rules` on x86_64. */
export function profileOfRules(rules: RuleSet): SaidRules<string> {
  return saidOrReason(() => {
    const { action, errnoRet } = profileAction(sectionOf(rules).otherwise)
    const syscalls = ruledCalls(rules).flatMap(({ name, conditions, rest }) => [
      ...conditions.flatMap(({ when, verdict }) =>
        comparisonClauses(when, MOST_APART)
          .flatMap(profileRules)
          .map((args) => ({ names: [name], ...profileAction(verdict), args })),
      ),
      ...(rest === undefined ? [] : [{ names: [name], ...profileAction(rest), args: [] }]),
    ])
    return jsonText({
      defaultAction: action,
      ...(errnoRet === undefined ? {} : { defaultErrnoRet: errnoRet }),
      syscalls,
    })
  })
}

const LETTERS = ['a', 'b', 'c', 'd', 'e', 'f'] as const

/** kafel bounds the depth of an expression. A call may have several entries, each with so many clauses. */
const MAX_KAFEL_CLAUSES = 100

function kafelAction(verdict: Verdict): string {
  const action = actionOf(verdict)
  if (action === undefined) throw new NoWords('no word for an action')
  return ['ERRNO', 'TRAP', 'TRACE'].includes(action) ? `${action}(${dataOf(verdict)})` : action
}

function kafelComparison({ index, mask, sign, value }: SignedComparison): readonly string[] {
  const subject = isWhole(mask) ? LETTERS[index]! : `(${LETTERS[index]!} & ${mask})`
  return [`${subject} ${sign} ${value}`]
}

/**
 * The clauses of comparisons of `when`, one of which has to hold: the tests of a clause multiplied out over their
 * alternatives.
 */
const comparisonClauses = (when: Predicate, mostApart: bigint): readonly (readonly SignedComparison[])[] =>
  testClauses(when).flatMap((clause) =>
    clause.reduce<readonly (readonly SignedComparison[])[]>(
      (before, test) =>
        before.flatMap((done) => alternativesOf(test, mostApart).map((one) => [...done, ...one])),
      [[]],
    ),
  )

/** Two neighbouring values take as many comparisons as the range of them. */
const PAIR = 2n

/** The clauses of `when` as texts. `said` writes a comparison, and yields several texts where the notation needs them. */
const clauseTexts = (
  when: Predicate,
  said: (comparison: SignedComparison) => readonly string[],
): readonly string[] => comparisonClauses(when, PAIR).map((clause) => clause.flatMap(said).join(' && '))

/** The text of kafel for `rules` on x86_64. */
export function kafelText(rules: RuleSet): SaidRules<string> {
  return saidOrReason(() => {
    const blocks = new Map<string, string[]>()
    const add = (verdict: Verdict, isLast: boolean, call: string): void => {
      const key = `${isLast ? 1 : 0} ${kafelAction(verdict)}`
      blocks.set(key, [...(blocks.get(key) ?? []), call])
    }
    for (const { nr, conditions, rest } of ruledCalls(rules)) {
      for (const verdict of new Set(conditions.map((each) => each.verdict))) {
        const own = conditions.filter((each) => each.verdict === verdict)
        const clauses = own.flatMap(({ when }) => clauseTexts(when, kafelComparison))
        for (let from = 0; from < clauses.length; from += MAX_KAFEL_CLAUSES) {
          const text = clauses.slice(from, from + MAX_KAFEL_CLAUSES).join(', ')
          add(verdict, false, `SYSCALL[${nr}] (${LETTERS.join()}) { ${text} }`)
        }
      }
      if (rest !== undefined) add(rest, true, `SYSCALL[${nr}]`)
    }
    const body = [...blocks]
      .sort(([a], [b]) => (a < b ? -1 : 1)) // calls with conditions first: the first block that matches decides
      .map(([key, list]) => `${key.slice(2)} {\n${list.join(',\n')}\n}`)
    return `POLICY p {\n${body.join(',\n')}\n}\nUSE p DEFAULT ${kafelAction(sectionOf(rules).otherwise)}\n`
  })
}

/** The word of minijail for `verdict`. */
function minijailAction(verdict: Verdict): string {
  const data = dataOf(verdict)
  switch (actionOf(verdict)) {
    case 'ERRNO':
      return `return ${data}`
    case 'ALLOW':
      return 'allow'
    case 'KILL_PROCESS':
      return 'kill-process'
    case 'KILL_THREAD':
      return 'kill-thread'
    case 'LOG':
      return 'log'
    case 'USER_NOTIF':
      return 'user-notify'
    case 'TRAP':
      if (data === 0) return 'trap'
      break
    case 'TRACE':
      if (data === 0) return 'trace'
      break
    default:
  }
  throw new NoWords('no word for an action')
}

/** minijail has no masked comparison: `in ~bits` holds where `bits` are clear, and `& bit` where a bit is set. */
function minijailAtoms({ index, mask, sign, value }: SignedComparison): readonly string[] {
  const subject = `arg${index}`
  if (isWhole(mask)) return [`${subject} ${sign} ${value}`]
  if (sign === '!=' && value === 0n) return [`${subject} & ${mask}`]
  if (sign !== '==') throw new NoWords('no word for such a comparison under a mask')
  const clear = mask & ~value
  return [
    ...(clear === 0n ? [] : [`${subject} in ~${clear}`]),
    ...bitsOf(value).map((bit) => `${subject} & ${bit}`),
  ]
}

/** The line of minijail for a call. */
function minijailLine({ name, conditions, rest }: PeerCall): string {
  const filters = conditions.map(({ when, verdict }) => {
    const expression = clauseTexts(when, minijailAtoms).join(' || ')
    return actionOf(verdict) === 'ALLOW' ? expression : `${expression} ; ${minijailAction(verdict)}`
  })
  const all = rest === undefined ? filters : [...filters, minijailAction(rest)]
  return `${name}: ${all.length === 1 ? all[0]! : `{ ${all.join(', ')} }`}\n`
}

/** A text for minijail's compiler, and the options that go with it. */
export interface MinijailText {
  readonly text: string
  readonly options: readonly string[]
}

/**
 * The text of minijail for `rules` on x86_64. A policy that allows the calls of no rule is a denylist: without that mark,
 * conditions before such a default would be dropped.
 */
export function minijailText(rules: RuleSet): SaidRules<MinijailText> {
  return saidOrReason(() => {
    const otherwise = minijailAction(sectionOf(rules).otherwise)
    const lines = ruledCalls(rules).map(minijailLine).join('')
    return otherwise === 'allow'
      ? { text: `@denylist\n${lines}`, options: ['--denylist'] }
      : { text: lines, options: ['--default-action', otherwise] }
  })
}

/** The table of calls that minijail's compiler takes. */
export function minijailArch(): string {
  const numbers = Object.fromEntries(calls(x86_64).map(({ name, nr }) => [name, nr]))
  return JSON.stringify({
    arch_nr: AUDIT_ARCH.X86_64,
    arch_name: 'x86_64',
    bits: 64,
    syscalls: numbers,
    constants: { EPERM: 1 }, // a denylist has it as the action of its kind
  })
}
