/*
 * A filter as a policy of minijail.
 *
 * A text for the Python compiler has the conditions of a call in braces, so that the C compiler refuses it and does not read
 * `; return` in its own way. The Python compiler drops conditions in front of an unconditional `allow`, so the last filter of
 * a call with conditions is never one: it asks `arg0 >= 0`, which always holds.
 *
 * `@default` is a kill, a signal or the listener. Where calls without a rule get something else, every call has a rule, and
 * the loss is about numbers without a name alone. In the form of a deny list calls without a rule run, and a rule has an errno.
 *
 * Sources: minijail tools/parser.py: _parse_default_action(), tools/compiler.py: compile_filter_statement(),
 * syscall_filter.c: compile_policy_line().
 */
import { actionOf, NO_CALL, SECCOMP_RET, verdictOf } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { clausesOf, express, namedCalls } from '@seccompile/notation'
import type { Clause, ExpressedAnswer, ExpressedCall, Loss, Written } from '@seccompile/notation'
import { createOutcomes } from '@seccompile/outcomes'
import { conditionPredicate } from '@seccompile/policy'
import { all, ALWAYS, any, not } from '@seccompile/rules'
import type { Predicate, RuleSet } from '@seccompile/rules'
import type { AbiTable } from '@seccompile/syscalls'
import { archName } from './arch.ts'
import type { Dialect } from './dialect.ts'
import { areNarrow, expressionText } from './write-atoms.ts'
import { cReturn, hasWord, isDefault, pythonWord } from './write-words.ts'

/** How to write a policy. */
export interface WriteMinijailOptions {
  /** The ABIs that the filter is for; the first is the main one. */
  readonly abis: readonly AbiTable[]
  /** The compiler that is to read the text; `'python'` where absent. */
  readonly dialect?: Dialect | undefined
}

const EPERM: Verdict = verdictOf('ERRNO', 1)

/** The form of a text. */
interface Form {
  readonly dialect: Dialect
  readonly isDenylist: boolean
  /** What calls without a rule get by the text. */
  readonly otherwise: Verdict
  /** What calls of other architectures get by the text. */
  readonly badArch: Verdict
  /** What calls get that the filter has no other verdict for, where the text cannot say it once. */
  readonly residual: Verdict | undefined
}

function formOf(
  { otherwise, calls }: { readonly otherwise: Verdict; readonly calls: readonly ExpressedCall[] },
  badArch: Verdict,
  dialect: Dialect,
): Form {
  const isErrno = ({ verdict }: ExpressedAnswer): boolean => actionOf(verdict) === 'ERRNO'
  const isDenylist =
    dialect === 'python' &&
    otherwise === SECCOMP_RET.ALLOW &&
    badArch === EPERM &&
    calls.every(({ answers }) => answers.every(isErrno))
  if (isDenylist) return { dialect, isDenylist, otherwise, badArch: EPERM, residual: undefined }
  const isSaid = isDefault(otherwise, dialect)
  return {
    dialect,
    isDenylist,
    otherwise: isSaid ? otherwise : SECCOMP_RET.KILL_THREAD,
    badArch: SECCOMP_RET.KILL_THREAD,
    residual: isSaid ? undefined : otherwise,
  }
}

/** `answers`, and what the calls get for which none holds, where that is not the default of the text. */
interface Call {
  readonly name: string
  readonly answers: readonly ExpressedAnswer[]
  readonly residual: Verdict | undefined
  /** The ABIs that have the call. */
  readonly on: readonly AbiTable[]
}

const wordSizeOf = ({ on }: Call): 32 | 64 => (on.some(({ wordSize }) => wordSize === 64) ? 64 : 32)

function predicateOf(clauses: readonly Clause[], wordSize: 32 | 64): Predicate {
  return any(clauses.map((clause) => all(clause.map((condition) => conditionPredicate(condition, wordSize)))))
}

const isAlways = ({ clauses }: ExpressedAnswer): boolean => clauses.some((clause) => clause.length === 0)

/** Whether one of the answers holds for every call. */
function coverAll(call: Call): boolean {
  if (call.answers.some(isAlways)) return true
  const outcomes = createOutcomes()
  const numbers = [{ lo: 0, hi: 0 }]
  const wordSize = wordSizeOf(call)
  const when = any(call.answers.map(({ clauses }) => predicateOf(clauses, wordSize)))
  return outcomes.of([{ numbers, when, verdict: 1 }], 0) === outcomes.of([{ numbers, when: ALWAYS, verdict: 1 }], 0)
}

/** The text behind the name of a call, or `undefined` where the dialect has none. */
type LineOf = (call: Call) => string | undefined

const pythonLine: LineOf = ({ answers, residual }) => {
  const [first] = answers
  if (first === undefined) return pythonWord(residual!) // a call without answers has a residual
  if (isAlways(first)) return pythonWord(first.verdict)
  const filters = answers.map(({ clauses, verdict }) => `${expressionText(clauses)}; ${pythonWord(verdict)}`)
  if (residual === SECCOMP_RET.ALLOW) filters.push(`${expressionText([[]])}; allow`)
  else if (residual !== undefined) filters.push(pythonWord(residual))
  return `{ ${filters.join(', ')} }`
}

/** In a deny list `; allow` is refused, and is not needed. */
const cLine =
  (otherwise: Verdict): LineOf =>
  (call) => {
    const { answers } = call
    const rest = coverAll(call) ? undefined : (call.residual ?? otherwise)
    const verdicts = new Set([...answers.map(({ verdict }) => verdict), ...(rest === undefined ? [] : [rest])])
    const refused = [...verdicts].filter((verdict) => verdict !== SECCOMP_RET.ALLOW)
    const [other] = refused
    if (other === undefined) return '1'
    if (refused.length > 1) return undefined
    if (!verdicts.has(SECCOMP_RET.ALLOW)) return cReturn(other)
    const wordSize = wordSizeOf(call)
    const clauses =
      answers.find(({ verdict }) => verdict === SECCOMP_RET.ALLOW)?.clauses ??
      clausesOf(not(any(answers.map((each) => predicateOf(each.clauses, wordSize)))), wordSize)
    if (clauses === undefined || !isNarrowEnough(call, clauses)) return undefined
    const expression = expressionText(clauses)
    return other === SECCOMP_RET.KILL_THREAD ? expression : `${expression}; ${cReturn(other)}`
  }

/** Whether each ABI that has the call can compare with the numbers in `clauses`. */
const isNarrowEnough = ({ on }: Call, clauses: readonly Clause[]): boolean =>
  on.every(({ wordSize }) => wordSize === 64) || wordSizeOf({ on } as Call) === 32 || areNarrow(clauses)

/** A call of several ABIs names those that have it, since a compiler for another one refuses the name. */
function nameText({ name, on }: Call, abis: readonly AbiTable[], dialect: Dialect): string {
  if (dialect === 'c' || on.length === abis.length) return name
  const arches = on.map(({ token }) => archName(token))
  return arches.includes(undefined) ? name : `${name}[arch=${[...new Set(arches)].join(',')}]`
}

const HEADERS: Readonly<Record<Dialect, string>> = {
  python: '# A policy for compile_seccomp_policy.py of minijail.',
  c: '# A policy for minijail0 -S.',
}

const byName = ({ name: a }: Call, { name: b }: Call): number => (a < b ? -1 : a > b ? 1 : 0)

/** The lines of the text, and the calls that have none because the dialect has no words for what they get. */
function textOf(calls: readonly Call[], abis: readonly AbiTable[], form: Form): Written {
  const { dialect, otherwise, isDenylist } = form
  const lineOf = dialect === 'c' ? cLine(otherwise) : pythonLine
  const losses: Loss[] = []
  const lines: string[] = []
  for (const call of calls.toSorted(byName)) {
    const [{ token }] = call.on as readonly [AbiTable] // an expressed call is on some ABI
    const narrow = call.on.find(({ wordSize }) => wordSize === 32)
    const isWritable = call.answers.every(({ clauses }) => isNarrowEnough(call, clauses))
    const text = isWritable ? lineOf(call) : undefined
    if (!isWritable && narrow !== undefined)
      losses.push({ kind: 'abis', name: call.name, abi: token, other: narrow.token })
    else if (text === undefined) losses.push({ kind: 'conditions', name: call.name, abi: token })
    if (text !== undefined) lines.push(`${nameText(call, abis, dialect)}: ${text}`)
    else if (isDenylist) lines.push(`${nameText(call, abis, dialect)}: ${pythonWord(EPERM)}`)
  }
  const head = [
    HEADERS[dialect],
    ...(isDenylist ? ['@denylist'] : dialect === 'python' ? [`@default ${pythonWord(otherwise)}`] : []),
  ]
  return { text: [...head, ...lines, ''].join('\n'), losses }
}

/** The calls of a text: those that `express` has, and all others where the text cannot say what they get. */
function callsOf(expressed: readonly ExpressedCall[], abis: readonly AbiTable[], { residual }: Form): readonly Call[] {
  const known = new Map(expressed.map(({ name, answers }) => [name, answers]))
  const names = residual === undefined ? [...known.keys()] : abis.flatMap(({ numbers }) => [...numbers.keys()])
  return [...new Set(names)].map((name) => ({
    name,
    answers: known.get(name) ?? [],
    residual,
    on: abis.filter(({ numbers }) => numbers.has(name)),
  }))
}

/** The numbers of x32 as minijail for x86_64 sees them: they have no rule. */
function x32Losses(rules: RuleSet, abis: readonly AbiTable[], otherwise: Verdict): readonly Loss[] {
  const x32 = abis.find(({ token }) => token === 'x32')
  if (x32 === undefined) {
    const isSame = rules.badArch === otherwise
    const range = { lo: 0x4000_0000, hi: NO_CALL - 1 }
    return isSame ? [] : [{ kind: 'numbers', abi: 'x32', ...range, verdict: rules.badArch }]
  }
  const { calls, unnamed } = namedCalls(rules, [x32])
  const isPlain = (answers: readonly { readonly verdict: Verdict }[]): boolean =>
    answers.every(({ verdict }) => verdict === otherwise)
  const differing = calls.filter(({ on }) => !on.every(({ answers }) => isPlain(answers)))
  return [
    ...differing.map(({ name }): Loss => ({ kind: 'abis', name, abi: 'x86_64', other: 'x32' })),
    ...unnamed
      .filter(({ answers }) => !isPlain(answers))
      .map(({ lo, hi, answers }): Loss => ({ kind: 'numbers', abi: 'x32', lo, hi, verdict: answers.length === 1 ? answers[0]!.verdict : undefined })), // prettier-ignore
  ]
}

/** The text of a policy that means what `rules` mean but for its losses. */
export function writeMinijail(rules: RuleSet, { abis, dialect = 'python' }: WriteMinijailOptions): Written {
  const vocabulary = { hasVerdict: (verdict: Verdict) => hasWord(verdict, dialect), clauses: clausesOf }
  const withAll = express(rules, abis, vocabulary)
  const guess = formOf(withAll, rules.badArch, dialect)
  // Where x32's numbers get something else than other architectures, rules for x86_64 are not for x32.
  const isApart = guess.otherwise !== guess.badArch && abis.some(({ token }) => token === 'x86_64')
  const own = isApart ? abis.filter(({ token }) => token !== 'x32') : abis
  const expressed = own.length === abis.length ? withAll : express(rules, own, vocabulary)
  const form = own.length === abis.length ? guess : formOf(expressed, rules.badArch, dialect)
  const { text, losses } = textOf(callsOf(expressed.calls, own, form), own, form)
  return {
    text,
    losses: [
      ...expressed.losses,
      ...losses,
      ...(form.residual === undefined ? [] : [{ kind: 'default', verdict: form.residual } as const]),
      ...(isApart ? x32Losses(rules, abis, form.otherwise) : []),
      ...(rules.badArch === form.badArch
        ? []
        : [{ kind: 'bad-arch', verdict: rules.badArch, written: form.badArch } as const]),
    ],
  }
}
