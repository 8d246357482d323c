/*
 * Expresses a rule set in the words of a notation.
 *
 * Every writer of a notation needs the same things: the answers of each name, as clauses with the comparisons of the
 * notation, and a default for calls without an entry. A name has one entry for all ABIs, so its answers have to be
 * right on each ABI. The answers come from the ABI with the widest arguments. They are compared with the answers of
 * every other ABI, as canonical diagrams.
 *
 * Where a notation cannot express the answers to a call, the call is a loss. The text refuses the call with a
 * verdict that is at least as strict as each verdict of the rules for it. So the text never lets such a call do more
 * than the rules do.
 */
import { refuses, SECCOMP_RET, strictnessOf, verdictOf } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { createOutcomes } from '@seccompile/outcomes'
import type { Outcomes } from '@seccompile/outcomes'
import { conditionPredicate, overlapTooOften } from '@seccompile/policy/toolkit'
import { all, any, not } from '@seccompile/rules'
import type { ConditionalVerdict, Predicate, Rule, RuleSet } from '@seccompile/rules'
import { expectList, expectObject } from '@seccompile/shape'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'
import type { Clause, ClauseCondition } from './clauses.ts'
import type { Loss } from './loss.ts'
import { namedCalls } from './named-calls.ts'
import type { AbiAnswers, NamedCall, UnnamedNumbers } from './named-calls.ts'

/** The words of a notation. */
export interface Vocabulary {
  /** Whether the notation has the action of `verdict`, with its data. */
  readonly hasVerdict: (verdict: Verdict) => boolean
  /** Whether the notation has `verdict` as the default. Where left out, the same verdicts are possible as for calls. */
  readonly hasDefault?: (verdict: Verdict) => boolean
  /** Verdicts for calls that are a loss, besides the usual refusals; for a notation with few verdicts. */
  readonly refusals?: readonly Verdict[]
  /**
   * Clauses of which one holds exactly where `when` does, on an ABI whose arguments have `wordSize` bits; `undefined`
   * where the notation has no such clauses. `clausesOf` of this package serves a notation with all comparisons.
   */
  readonly clauses: (when: Predicate, wordSize: 32 | 64) => readonly Clause[] | undefined
  /**
   * For a notation with only some forms of lists of rules: a check whether the clauses of a call have such a form,
   * and the clauses of a predicate in such a form.
   */
  readonly exact?: {
    readonly holds: (clauses: readonly Clause[]) => boolean
    readonly clauses: Vocabulary['clauses']
  }
  /**
   * The meaning of a condition, which was written for another ABI, on an ABI whose arguments have `wordSize` bits.
   * Where left out, the condition itself.
   */
  readonly condition?: (condition: ClauseCondition, wordSize: 32 | 64) => ClauseCondition
}

/** A verdict, and the clauses of which one holds for the calls that get it. */
export interface ExpressedAnswer {
  readonly clauses: readonly Clause[]
  readonly verdict: Verdict
}

/** The entry of a call in a notation. */
export interface ExpressedCall {
  readonly name: string
  /** At least one answer. No two hold for one call, and a call for which none holds gets the default. */
  readonly answers: readonly ExpressedAnswer[]
}

/** A rule set, expressed in the words of a notation. */
export interface NotationRules {
  /** The default, for calls that have no entry. */
  readonly otherwise: Verdict
  /** The calls that do not always get the default, in the order of their numbers on the first ABI. */
  readonly calls: readonly ExpressedCall[]
  /** The losses of the notation; empty where the text has the meaning of the rules. */
  readonly losses: readonly Loss[]
}

/** Verdicts that refuse a call, the weakest first. */
const REFUSALS: readonly Verdict[] = [
  verdictOf('ERRNO', 1),
  verdictOf('TRAP', 0),
  SECCOMP_RET.KILL_THREAD,
  SECCOMP_RET.KILL_PROCESS,
]

/**
 * The weakest refusal that the notation has, among `others` and the usual refusals, that is as strict as each of
 * `verdicts`. Where there is none, the strictest refusal of all.
 */
function refusal(
  hasVerdict: Vocabulary['hasVerdict'],
  verdicts: readonly Verdict[],
  others: readonly Verdict[] = [],
): Verdict {
  const strictest = verdicts.reduce((a, b) => (strictnessOf(b) < strictnessOf(a) ? b : a))
  const strength = strictnessOf(strictest)
  const known = [strictest, ...REFUSALS, ...others].filter((each) => refuses(each) && hasVerdict(each))
  const stricter = known.toSorted((a, b) => strictnessOf(a) - strictnessOf(b))
  return known.find((each) => strictnessOf(each) <= strength) ?? stricter[0] ?? strictest
}

/** The verdict of numbers without a name: that of the widest range on the first ABI. */
function defaultOf(unnamed: readonly UnnamedNumbers[], badArch: Verdict): Verdict {
  const first = unnamed[0]?.abi
  const widest = unnamed
    .filter(({ abi, answers }) => abi === first && answers.length === 1)
    .reduce<UnnamedNumbers | undefined>(
      (a, b) => (a === undefined || b.hi - b.lo > a.hi - a.lo ? b : a),
      undefined,
    )
  return widest?.answers[0]?.verdict ?? badArch
}

const asRule = ({ when, verdict }: ConditionalVerdict): Rule => ({
  numbers: [{ lo: 0, hi: 0 }],
  when,
  verdict,
})

/** The predicate of `clauses` on an ABI whose arguments have `wordSize` bits. */
function predicateOf(
  clauses: readonly Clause[],
  wordSize: 32 | 64,
  { condition: read = (each) => each }: Vocabulary,
): Predicate {
  return any(
    clauses.map((clause) => all(clause.map((each) => conditionPredicate(read(each, wordSize), wordSize)))),
  )
}

/** The outcome of answers. */
type AnswerNode = ReturnType<Outcomes['of']>

/** The reason why the answers to a call cannot be expressed. */
type UnsaidReason = { readonly kind: 'verdict'; readonly verdict: Verdict } | { readonly kind: 'conditions' }

/** Whether a reader that takes the clauses as rules in no order would refuse them: see `overlapTooOften`. */
const areTooMany = (answers: readonly ExpressedAnswer[], wordSize: 32 | 64): boolean =>
  overlapTooOften(
    answers.flatMap(({ clauses, verdict }) => clauses.map((args) => ({ args, verdict }))),
    wordSize,
  )

/** Expresses the answers to calls, and notes losses. */
interface Writer {
  /** The answers to a call. Where the notation cannot express them, a single answer that refuses the call, and a loss. */
  readonly call: (call: NamedCall) => readonly ExpressedAnswer[]
  /** Notes a loss where numbers without a name do not get the default. */
  readonly numbers: (unnamed: UnnamedNumbers) => void
}

function createWriter(vocabulary: Vocabulary, otherwise: Verdict, losses: Loss[]): Writer {
  const outcomes = createOutcomes()
  const never = outcomes.of([], 0)

  /** Whether no call satisfies both conditions. */
  const exclude = (a: Predicate, b: Predicate): boolean =>
    outcomes.of([asRule({ when: all([a, b]), verdict: 1 })], 0) === never

  /** For each verdict other than the default, the condition under which a call gets it. */
  const conditions = (answers: readonly ConditionalVerdict[]): ReadonlyMap<Verdict, Predicate> => {
    const found = new Map<Verdict, Predicate>()
    for (const [at, { when, verdict }] of answers.entries()) {
      if (verdict === otherwise) continue
      const before = answers
        .slice(0, at)
        .filter((other) => other.verdict !== verdict && !exclude(other.when, when))
        .map((other) => not(other.when))
      const own = all([...before, when])
      const known = found.get(verdict)
      found.set(verdict, known === undefined ? own : any([known, own]))
    }
    return found
  }

  const answersBy = (
    clausesOf: Vocabulary['clauses'],
    { abi, answers }: AbiAnswers,
  ): readonly ExpressedAnswer[] | UnsaidReason => {
    const found: ExpressedAnswer[] = []
    for (const [verdict, when] of conditions(answers)) {
      if (!vocabulary.hasVerdict(verdict)) return { kind: 'verdict', verdict }
      const clauses = clausesOf(when, abi.wordSize)
      if (clauses === undefined) return { kind: 'conditions' }
      if (clauses.length > 0) found.push({ clauses, verdict })
    }
    return areTooMany(found, abi.wordSize) ? { kind: 'conditions' } : found
  }

  const newAnswers = (on: AbiAnswers): readonly ExpressedAnswer[] | UnsaidReason => {
    const found = answersBy(vocabulary.clauses, on)
    const { exact } = vocabulary
    if ('kind' in found || exact === undefined) return found
    const all = found.flatMap(({ clauses }) => clauses)
    return exact.holds(all) ? found : answersBy(exact.clauses, on)
  }

  const nodeOf = ({ answers }: AbiAnswers): AnswerNode => outcomes.of(answers.map(asRule), otherwise)

  /**
   * Answers of calls with the same meaning are expressed once. Hundreds of calls of a raw filter may share their
   * conditions.
   */
  const made = new Map<string, readonly ExpressedAnswer[] | UnsaidReason>()
  const answersOn = (on: AbiAnswers): readonly ExpressedAnswer[] | UnsaidReason => {
    const key = `${on.abi.wordSize} ${nodeOf(on)}`
    const answers = made.get(key) ?? newAnswers(on)
    made.set(key, answers)
    return answers
  }

  const writtenNodes = new Map<readonly ExpressedAnswer[], Map<32 | 64, AnswerNode>>()
  const writtenNode = (written: readonly ExpressedAnswer[], wordSize: 32 | 64): AnswerNode => {
    const nodes = writtenNodes.get(written) ?? new Map<32 | 64, AnswerNode>()
    writtenNodes.set(written, nodes)
    const rules = (): readonly Rule[] =>
      written.map(({ clauses, verdict }) =>
        asRule({ when: predicateOf(clauses, wordSize, vocabulary), verdict }),
      )
    const node = nodes.get(wordSize) ?? outcomes.of(rules(), otherwise)
    nodes.set(wordSize, node)
    return node
  }

  /** Whether `written` has the meaning of the call on the ABI. */
  const isRight = (written: readonly ExpressedAnswer[], on: AbiAnswers): boolean => {
    const node = writtenNode(written, on.abi.wordSize)
    return !outcomes.isTooLarge(node) && node === nodeOf(on)
  }

  /** The loss for the first ABI on which `written`, the answers of the ABI `main`, is wrong. */
  const mismatch = (
    written: readonly ExpressedAnswer[],
    main: AbiToken,
    { name, on }: NamedCall,
  ): Loss | undefined => {
    const wrong = on.find((each) => !isRight(written, each))?.abi.token
    if (wrong === undefined) return undefined
    return wrong === main
      ? { kind: 'conditions', name, abi: main }
      : { kind: 'abis', name, abi: main, other: wrong }
  }

  return {
    call: (call) => {
      const { name, on } = call
      const main = on.find(({ abi }) => abi.wordSize === 64) ?? on[0]! // a call has at least one ABI
      const answers = answersOn(main)
      const abi = main.abi.token
      const loss = 'kind' in answers ? { ...answers, name, abi } : mismatch(answers, abi, call)
      if (loss === undefined) return answers as readonly ExpressedAnswer[]
      losses.push(loss)
      const meant = on.flatMap((each) => each.answers.map(({ verdict }) => verdict))
      const { hasVerdict, refusals = [] } = vocabulary
      const verdict = refusal(hasVerdict, meant, [...refusals, otherwise])
      return verdict === otherwise ? [] : [{ clauses: [[]], verdict }]
    },
    numbers: ({ abi, lo, hi, answers }) => {
      const verdict = answers.length === 1 ? answers[0]!.verdict : undefined
      if (verdict !== otherwise) losses.push({ kind: 'numbers', abi: abi.token, lo, hi, verdict })
    },
  }
}

/**
 * `rules` in the words of a notation, for the ABIs of `abis`.
 *
 * The writer of a notation adds the facts that only it knows, such as the verdict for other architectures. It proves
 * the meaning of its text by reading the text back.
 */
export function express(rules: RuleSet, abis: readonly AbiTable[], vocabulary: Vocabulary): NotationRules {
  expectObject(rules, 'rules', 'sections', 'badArch')
  expectList(abis, 'abis', 'auditArch', 'numbers')
  expectObject(vocabulary, 'vocabulary', 'hasVerdict')
  const { calls, unnamed, badArch } = namedCalls(rules, abis)
  const meant = defaultOf(unnamed, badArch)
  const { hasVerdict, hasDefault = hasVerdict } = vocabulary
  const otherwise = hasDefault(meant) ? meant : refusal(hasDefault, [meant])
  const losses: Loss[] = otherwise === meant ? [] : [{ kind: 'default', verdict: meant }]
  const writer = createWriter(vocabulary, otherwise, losses)
  for (const each of unnamed) writer.numbers(each)
  const written = calls.map((call) => ({ name: call.name, answers: writer.call(call) }))
  return {
    otherwise,
    calls: written.filter(({ answers }) => answers.length > 0),
    losses,
  }
}
