/*
 * Writes a filter as a policy of minijail.
 *
 * A text for the Python compiler has the conditions of a call in braces. So the C compiler refuses the text, and does
 * not read `; return` in its own way. The Python compiler drops conditions before an unconditional `allow`. So the
 * last filter of a call with conditions has a condition too: `arg0 >= 0`, which always holds.
 *
 * `@default` is a kill, a signal or the listener. Where the filter has another default, the text has a rule for every
 * call, and only numbers without a name are a loss. In a deny list, calls without a rule run, and a rule has an
 * errno. The numbers of x32 never have a rule. Where the filter refuses some of them, the text kills calls without a
 * rule.
 *
 * Sources: minijail tools/parser.py: _parse_default_action(), tools/compiler.py: compile_filter_statement(),
 * syscall_filter.c: compile_policy_line().
 */
import { actionOf, refuses, SECCOMP_RET, verdictOf } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { abiLosses, clausesOf, express, namedCalls, siblings } from '@seccompile/notation'
import type {
  Clause,
  ExpressedAnswer,
  Loss,
  NamedCall,
  NotationRules,
  NotationText,
  Vocabulary,
} from '@seccompile/notation'
import { createOutcomes } from '@seccompile/outcomes'
import { ALWAYS, any, isAlways as isAlwaysMet, isNever, not, predicateKey } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import { expectObject } from '@seccompile/shape'
import type { AbiTable } from '@seccompile/syscalls'
import { archName } from './arch.ts'
import type { MinijailDialect } from './dialect.ts'
import { MAX_ATOMS } from './statement.ts'
import { MAX_POLICY_LENGTH } from './tokens.ts'
import { areNarrow, expressionText } from './write-atoms.ts'
import { orderedFilters, predicateOf } from './write-ordered.ts'
import type { OrderedFilters } from './write-ordered.ts'
import { cReturn, hasWord, isDefault, pythonWord } from './write-words.ts'

/** The options of writing a policy. */
export interface WriteMinijailOptions {
  /** The ABIs that the filter is for; the first is the main one. */
  readonly abis: readonly AbiTable[]
  /** The compiler that will read the text; `'python'` where absent. */
  readonly dialect?: MinijailDialect | undefined
}

const EPERM: Verdict = verdictOf('ERRNO', 1)

/** The purpose of a text. */
interface TextRequest {
  readonly dialect: MinijailDialect
  /** Whether calls without a rule are killed, whatever the filter gives them. */
  readonly isClosed: boolean
}

/** The form of a text. */
interface TextForm {
  readonly dialect: MinijailDialect
  readonly isDenylist: boolean
  /** The verdict that the text gives to calls without a rule. */
  readonly otherwise: Verdict
  /** The verdict that the text gives to calls of other architectures. */
  readonly badArch: Verdict
  /** The default of the filter, where the text cannot have it as its own default. */
  readonly residual: Verdict | undefined
}

function formOf(
  { otherwise, calls }: NotationRules,
  ordered: ReadonlyMap<string, OrderedFilters>,
  badArch: Verdict,
  { dialect, isClosed }: TextRequest,
): TextForm {
  const isListed = (verdict: Verdict): boolean =>
    verdict === SECCOMP_RET.ALLOW || actionOf(verdict) === 'ERRNO'
  const verdicts = [
    ...calls
      .filter(({ name }) => !ordered.has(name))
      .flatMap(({ answers }) => answers.map(({ verdict }) => verdict)),
    ...[...ordered.values()].flatMap(({ filters, rest }) => [rest, ...filters.map(({ verdict }) => verdict)]),
  ]
  const isDenylist =
    !isClosed &&
    dialect === 'python' &&
    otherwise === SECCOMP_RET.ALLOW &&
    badArch === EPERM &&
    verdicts.every(isListed)
  if (isDenylist) return { dialect, isDenylist, otherwise, badArch: EPERM, residual: undefined }
  const isSaid = isClosed ? otherwise === SECCOMP_RET.KILL_THREAD : isDefault(otherwise, dialect)
  return {
    dialect,
    isDenylist,
    otherwise: isSaid ? otherwise : SECCOMP_RET.KILL_THREAD,
    badArch: SECCOMP_RET.KILL_THREAD,
    residual: isSaid ? undefined : otherwise,
  }
}

/** A call in a text, with its filters. */
interface CallText extends OrderedFilters {
  readonly name: string
  /** The ABIs that have the call. */
  readonly on: readonly AbiTable[]
}

const wordSizeOf = (on: readonly AbiTable[]): 32 | 64 =>
  on.some(({ wordSize }) => wordSize === 64) ? 64 : 32

const isAlways = ({ clauses }: ExpressedAnswer): boolean => clauses.some((clause) => clause.length === 0)

/** Whether the answers together hold for every call. */
function coverAll(answers: readonly ExpressedAnswer[], wordSize: 32 | 64): boolean {
  const outcomes = createOutcomes()
  const numbers = [{ lo: 0, hi: 0 }]
  const when = any(answers.map(({ clauses }) => predicateOf(clauses, wordSize)))
  return (
    outcomes.of([{ numbers, when, verdict: 1 }], 0) ===
    outcomes.of([{ numbers, when: ALWAYS, verdict: 1 }], 0)
  )
}

/** Yields the text behind the name of a call; `undefined` where the dialect has no form for the call. */
type LineOf = (call: CallText) => string | undefined

const pythonLine =
  ({ otherwise, isDenylist }: TextForm): LineOf =>
  ({ filters, rest }) => {
    if (filters.length === 0) return pythonWord(rest)
    const texts = filters.map(({ clauses, verdict }) =>
      // A deny list takes no word for an action, so a condition without an action allows.
      isDenylist && verdict === SECCOMP_RET.ALLOW
        ? expressionText(clauses)
        : `${expressionText(clauses)}; ${pythonWord(verdict)}`,
    )
    if (rest === SECCOMP_RET.ALLOW && !isDenylist) texts.push(`${expressionText([[]])}; allow`)
    else if (rest !== otherwise) texts.push(pythonWord(rest))
    return `{ ${texts.join(', ')} }`
  }

/** Lines for the C compiler: a call matches at most one of its filters. */
const cLine =
  (abis: readonly AbiTable[]): LineOf =>
  ({ filters, rest, on }) => {
    const wordSize = wordSizeOf(on)
    const verdicts = new Set([
      ...filters.map(({ verdict }) => verdict),
      ...(coverAll(filters, wordSize) ? [] : [rest]),
    ])
    const refused = [...verdicts].filter((verdict) => verdict !== SECCOMP_RET.ALLOW)
    const [other] = refused
    if (other === undefined) return '1'
    if (refused.length > 1) return undefined
    if (!verdicts.has(SECCOMP_RET.ALLOW)) return cReturn(other)
    const clauses =
      filters.find(({ verdict }) => verdict === SECCOMP_RET.ALLOW)?.clauses ??
      clausesOf(not(any(filters.map((each) => predicateOf(each.clauses, wordSize)))), wordSize)
    if (clauses === undefined || !areComparable(abis, clauses)) return undefined
    const expression = expressionText(clauses)
    return other === SECCOMP_RET.KILL_THREAD ? expression : `${expression}; ${cReturn(other)}`
  }

/** Whether each of the ABIs can compare with the numbers in `clauses`. */
const areComparable = (on: readonly AbiTable[], clauses: readonly Clause[]): boolean =>
  new Set(on.map(({ wordSize }) => wordSize)).size < 2 || areNarrow(clauses)

/**
 * The architectures that have a call; empty for the C compiler, and where every ABI of the text has the call. The Python
 * compiler for an architecture without the call would refuse its name.
 */
function archesOf({ on }: CallText, abis: readonly AbiTable[], dialect: MinijailDialect): readonly string[] {
  if (dialect === 'c' || on.length === abis.length) return []
  const arches = new Set(on.map(({ token }) => archName(token)))
  return arches.has(undefined) ? [] : ([...arches] as string[]) // no name is undefined
}

const HEADERS: Readonly<Record<MinijailDialect, string>> = {
  python: '# A policy for compile_seccomp_policy.py of minijail.',
  c: '# A policy for minijail0 -S.',
}

const byName = ({ name: a }: CallText, { name: b }: CallText): number => (a < b ? -1 : a > b ? 1 : 0)

/** Whether a line has no more comparisons than the reader takes. A filter with more would be too large for the kernel. */
const isReadable = (line: string): boolean => line.split(/&&|\|\|/, MAX_ATOMS + 1).length <= MAX_ATOMS

/** The room for the head of a text, and for the lines of calls that are refused. */
const ROOM = 64 * 1024

/**
 * The text for `calls`, and the calls that have no form in it. The text stays within the length that the reader
 * takes.
 */
function textOf(calls: readonly CallText[], abis: readonly AbiTable[], form: TextForm): NotationText {
  const { dialect, otherwise, isDenylist } = form
  const lineOf = dialect === 'c' ? cLine(abis) : pythonLine(form)
  const losses: Loss[] = []
  const lines: string[] = []
  let left = MAX_POLICY_LENGTH - ROOM
  for (const call of calls.toSorted(byName)) {
    const { name, on, filters } = call
    const arches = archesOf(call, abis, dialect)
    const readBy = arches.length > 0 ? on : abis
    const [main] = on as readonly [AbiTable] // a call is on some ABI
    const other = readBy.find(({ wordSize }) => wordSize === 32)?.token
    const isComparable = filters.every(({ clauses }) => areComparable(readBy, clauses))
    const made = isComparable ? lineOf(call) : undefined
    const line = made !== undefined && isReadable(made) && made.length <= left ? made : undefined
    left -= line?.length ?? 0
    const label = arches.length > 0 ? `${name}[arch=${arches.join(',')}]` : name
    if (line !== undefined) lines.push(`${label}: ${line}`)
    else if (!refuses(otherwise)) lines.push(`${label}: ${pythonWord(EPERM)}`)
    if (!isComparable && other !== undefined) losses.push({ kind: 'abis', name, abi: main.token, other })
    else if (line === undefined) losses.push({ kind: 'conditions', name, abi: main.token })
  }
  const head = [
    HEADERS[dialect],
    ...(isDenylist ? ['@denylist'] : dialect === 'python' ? [`@default ${pythonWord(otherwise)}`] : []),
  ]
  return { text: [...head, ...lines, ''].join('\n'), losses }
}

/**
 * The calls of a text: those whose verdict is not the default of the text. The calls are all calls where the text cannot
 * have the default of the filter.
 */
function callsOf(
  { calls }: NotationRules,
  ordered: ReadonlyMap<string, OrderedFilters>,
  abis: readonly AbiTable[],
  { residual, otherwise }: TextForm,
): readonly CallText[] {
  const known = new Map(calls.map(({ name, answers }) => [name, answers]))
  const meant = residual ?? otherwise
  const names = new Set(abis.flatMap(({ numbers }) => [...numbers.keys()]))
  return [...names]
    .map((name): CallText => {
      const on = abis.filter(({ numbers }) => numbers.has(name))
      const answers = known.get(name) ?? []
      const always = answers.find(isAlways)
      const plain =
        always === undefined ? { filters: answers, rest: meant } : { filters: [], rest: always.verdict }
      return { name, on, ...(ordered.get(name) ?? plain) }
    })
    .filter(({ filters, rest }) => filters.length > 0 || rest !== otherwise)
}

/** The losses about x32. To minijail for x86_64, its numbers are numbers without a rule. */
function x32Losses(rules: RuleSet, abis: readonly AbiTable[], otherwise: Verdict): readonly Loss[] {
  const x32 = abis.find(({ token }) => token === 'x32')
  if (x32 === undefined) return []
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

/** The vocabulary of a dialect. In Python, ordered filters express calls with conditions instead. */
const vocabularyOf = (dialect: MinijailDialect): Vocabulary => ({
  hasVerdict: (verdict) => hasWord(verdict, dialect),
  clauses:
    dialect === 'c' ? clausesOf : (when) => (isAlwaysMet(when) ? [[]] : isNever(when) ? [] : undefined),
})

/** A key of the answers to a call, without its name. Hundreds of calls of a raw filter may share their conditions. */
const keyOf = ({ on }: NamedCall): string =>
  on
    .map(({ abi, answers }) =>
      [abi.token, ...answers.map(({ when, verdict }) => `${verdict} ${predicateKey(when)}`)].join(),
    )
    .join(';')

type OrderedOrLoss = OrderedFilters | Extract<Loss, { readonly name: string }>

/** `orderedFilters` with a memory: calls with the same meaning share one result. */
function createOrderedFilters(): (call: NamedCall) => OrderedOrLoss {
  const made = new Map<string, OrderedOrLoss>()
  return (call) => {
    const key = keyOf(call)
    const found = made.get(key) ?? orderedFilters(call)
    made.set(key, found)
    return found
  }
}

/** Ordered filters for the calls that `express` cannot express without an order, and the losses that stay. */
function inOrder(
  rules: RuleSet,
  abis: readonly AbiTable[],
  { losses }: NotationRules,
): { readonly ordered: ReadonlyMap<string, OrderedFilters>; readonly losses: readonly Loss[] } {
  const ordered = new Map<string, OrderedFilters>()
  const orderedOnce = createOrderedFilters()
  const calls = new Map(namedCalls(rules, abis).calls.map((call) => [call.name, call]))
  const left = losses.flatMap((loss): readonly Loss[] => {
    const call = loss.kind === 'conditions' || loss.kind === 'abis' ? calls.get(loss.name) : undefined
    if (call === undefined) return [loss]
    const unsaid = call.on
      .flatMap(({ abi, answers }) => answers.map(({ verdict }) => ({ abi: abi.token, verdict })))
      .find(({ verdict }) => !hasWord(verdict, 'python'))
    if (unsaid !== undefined) return [{ kind: 'verdict', name: call.name, ...unsaid }]
    const found = orderedOnce(call)
    if ('kind' in found) return [{ ...found, name: call.name }]
    ordered.set(call.name, found)
    return []
  })
  return { ordered, losses: left }
}

/** `rules` for `abis`, expressed in the words of the dialect, and the form of the text. */
function saidFor(rules: RuleSet, abis: readonly AbiTable[], wanted: TextRequest) {
  const { dialect } = wanted
  const expressed = express(rules, abis, vocabularyOf(dialect))
  const { ordered, losses } =
    dialect === 'c'
      ? { ordered: new Map<string, OrderedFilters>(), losses: expressed.losses }
      : inOrder(rules, abis, expressed)
  return { expressed, ordered, losses, form: formOf(expressed, ordered, rules.badArch, wanted) }
}

function written(rules: RuleSet, abis: readonly AbiTable[], wanted: TextRequest): NotationText {
  const { dialect } = wanted
  const withAll = saidFor(rules, abis, wanted)
  // Where the numbers of x32 and other architectures get different verdicts, rules for x86_64 are not for x32.
  const isApart =
    withAll.form.otherwise !== withAll.form.badArch && abis.some(({ token }) => token === 'x86_64')
  const own = isApart ? abis.filter(({ token }) => token !== 'x32') : abis
  const { expressed, ordered, losses, form } =
    own.length === abis.length ? withAll : saidFor(rules, own, wanted)
  const isUniform = form.otherwise === form.badArch
  const ofX32 = [
    ...(isApart ? x32Losses(rules, abis, form.otherwise) : []),
    // In such a text, calls of x32 get the verdict of calls without a rule.
    ...abiLosses(rules, siblings(abis), form.otherwise, isUniform ? rules.badArch : form.otherwise),
  ]
  // A text has no rule for a call of x32. If the default lets calls run, it lets every call of x32 run, and the filter
  // may refuse some of them.
  if (ofX32.length > 0 && !refuses(form.otherwise)) return written(rules, abis, { dialect, isClosed: true })
  const text = textOf(callsOf(expressed, ordered, own, form), own, form)
  // `express` compares numbers with the default of the filter. In the text, they get the verdict of calls without a
  // rule.
  const isLost = (loss: Loss): boolean => loss.kind !== 'numbers' || loss.verdict !== form.otherwise
  return {
    text: text.text,
    losses: [
      ...losses.filter(isLost),
      ...text.losses,
      ...(form.residual === undefined ? [] : [{ kind: 'default', verdict: form.residual } as const]),
      ...ofX32,
      ...(rules.badArch === form.badArch
        ? []
        : [{ kind: 'bad-arch', verdict: rules.badArch, written: form.badArch } as const]),
    ],
  }
}

/** The text of a policy with the meaning of `rules`, except for its losses. */
export function writeMinijail(rules: RuleSet, options: WriteMinijailOptions): NotationText {
  expectObject(rules, 'rules', 'sections', 'badArch')
  expectObject(options, 'options', 'abis')
  const { abis, dialect = 'python' } = options
  return written(rules, abis, { dialect, isClosed: false })
}
