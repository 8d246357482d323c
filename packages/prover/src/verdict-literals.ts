/*
 * The verdicts of a subject as literals: for each verdict a literal that is true wherever the subject has that verdict.
 *
 * In rules and their predicates each part is a condition on its parts. A program is followed instead, as a call goes
 * through it: each state has a literal, and where it is true and its test holds, the literal of the next state is true.
 * So the literals of the states on the way of a call are true, and so is that of its verdict.
 */
import { argHigh, argLow, SECCOMP_RET, WORD_ARCH, WORD_NR } from '@seccompile/abi'
import type { Endianness, Program, Verdict } from '@seccompile/abi'
import { topological } from '@seccompile/decision'
import type { Decision, Test } from '@seccompile/decision'
import { createStore, TERMINAL } from '@seccompile/diagram'
import { U32 } from '@seccompile/rules'
import type { ArgumentTest, Predicate, RangeSet, Rule, RuleSet } from '@seccompile/rules'
import { assertNever } from '@seccompile/shape'
import { byHighWord, highWord, lowWord } from './argument-words.ts'
import { programWays } from './program-states.ts'
import type { ProgramState } from './program-states.ts'
import type { Within } from './question.ts'
import { strictest } from './strength.ts'
import type { Subject } from './subject.ts'
import { UndecidedError } from './undecided.ts'
import { placeOf } from './word-order.ts'
import type { RangedTest } from './word-range.ts'
import type { Circuit } from './circuit.ts'
import { negated } from './clause-search.ts'
import type { Literal } from './clause-search.ts'

/** A literal for each verdict that a subject can have. */
export type VerdictLiterals = ReadonlyMap<Verdict, Literal>

/** The bounds for the values of a program. They are words or constants unless it computes with them. */
const VALUE_LIMITS = { maxNodes: 100_000, maxSteps: 1_000_000 }

/** Whether the word at `place` under `mask` is in one of `ranges`. */
function inRanges(circuit: Circuit, place: number, mask: number, ranges: RangeSet<number>): Literal {
  const { all, any, atLeast, equals } = circuit
  return any(
    ranges.map(({ lo, hi }) =>
      lo === hi
        ? equals(place, mask, lo)
        : all([atLeast(place, mask, lo), negated(atLeast(place, mask, hi + 1))]),
    ),
  )
}

function argumentLiteral(circuit: Circuit, { index, mask, values }: ArgumentTest): Literal {
  const pieces = byHighWord(values).map(({ lo, hi, lows }) =>
    circuit.all([
      inRanges(circuit, placeOf(argHigh(index)), highWord(mask), [{ lo, hi }]),
      inRanges(circuit, placeOf(argLow(index)), lowWord(mask), lows),
    ]),
  )
  return circuit.any(pieces)
}

function predicateLiteral(circuit: Circuit, predicate: Predicate): Literal {
  switch (predicate.kind) {
    case 'argument':
      return argumentLiteral(circuit, predicate)
    case 'all':
      return circuit.all(predicate.of.map((part) => predicateLiteral(circuit, part)))
    case 'any':
      return circuit.any(predicate.of.map((part) => predicateLiteral(circuit, part)))
    default:
      return assertNever(predicate)
  }
}

/** Neighbouring rules with one verdict: the call has it where any of `parts` holds, and no run before. */
interface VerdictRun {
  readonly verdict: Verdict
  readonly parts: Literal[]
}

/** The verdicts of the first rule that matches. */
function ofRules(circuit: Circuit, { sections, badArch }: RuleSet): VerdictLiterals {
  const { all, any, equals } = circuit
  const matches = ({ numbers, when }: Rule): Literal =>
    all([inRanges(circuit, placeOf(WORD_NR), U32.max, numbers), predicateLiteral(circuit, when)])
  /** Neighbouring rules with one verdict are one run, with one condition: which of them matches does not matter. */
  const runsOf = (rules: readonly Rule[]): readonly VerdictRun[] => {
    const found: VerdictRun[] = []
    for (const rule of rules) {
      const last = found.at(-1)
      if (last?.verdict === rule.verdict) last.parts.push(matches(rule))
      else found.push({ verdict: rule.verdict, parts: [matches(rule)] })
    }
    return found
  }
  /** The conditions under which a call has each verdict. */
  const ways = new Map<Verdict, Literal[]>()
  const add = (verdict: Verdict, way: Literal): void => {
    const known = ways.get(verdict)
    if (known === undefined) ways.set(verdict, [way])
    else known.push(way)
  }
  const arches = sections.map(({ arch }) => equals(placeOf(WORD_ARCH), U32.max, arch))
  sections.forEach(({ rules, otherwise }, place) => {
    // Whether a call is in the section, and no run before matches it.
    let open = arches[place]!
    for (const { verdict, parts } of runsOf(rules)) {
      const run = any(parts)
      add(verdict, all([open, run]))
      open = all([open, negated(run)])
    }
    add(otherwise, open)
  })
  add(badArch, all(arches.map(negated)))
  return new Map([...ways].map(([verdict, conditions]) => [verdict, any(conditions)] as const))
}

/** The literals of verdicts, made where a way first ends in them. */
function outputs(circuit: Circuit): {
  readonly literals: Map<Verdict, Literal>
  readonly of: (verdict: Verdict) => Literal
} {
  const literals = new Map<Verdict, Literal>()
  return {
    literals,
    of: (verdict) => {
      const literal = literals.get(verdict) ?? circuit.free()
      literals.set(verdict, literal)
      return literal
    },
  }
}

/** Leads a call at `from` on: to `then` where `test` is true, else to `otherwise`. */
function branch({ demand }: Circuit, from: Literal, test: Literal, then: Literal, otherwise: Literal): void {
  demand([negated(from), negated(test), then])
  demand([negated(from), test, otherwise])
}

function testLiteral(circuit: Circuit, { place, mask, op, k }: Omit<RangedTest, 'range'>): Literal {
  switch (op) {
    case 'eq':
      return circuit.equals(place, mask, k)
    case 'ge':
      return circuit.atLeast(place, mask, k)
    case 'set':
      return negated(circuit.equals(place, (mask & k) >>> 0, 0))
    default:
      return assertNever(op)
  }
}

/** @throws UndecidedError for a program whose ways depend on values that it computes */
function ofProgram(circuit: Circuit, program: Program, endianness: Endianness): VerdictLiterals {
  const store = createStore(VALUE_LIMITS)
  const { first, at } = programWays(store, program, endianness)
  const { literals, of } = outputs(circuit)
  const states = new Map<ProgramState, Literal>()
  /** The literal of a state, or of the first one behind it that tests or returns. */
  const literalOf = (from: ProgramState): Literal => {
    let state = from
    let way = state.way!
    for (; way.kind === 'next'; way = state.way!) state = way.to
    const known = states.get(state)
    if (known !== undefined) return known
    const made =
      way.kind === 'return' && store.bitOf(way.diagram) === TERMINAL
        ? of(store.valueOf(way.diagram))
        : circuit.free()
    states.set(state, made)
    return made
  }
  circuit.demand([literalOf(first)])
  for (let pc = 0; pc < program.length; pc += 1)
    for (const state of at(pc)) {
      const way = state.way!
      if (way.kind === 'next') continue
      const from = literalOf(state)
      if (way.kind === 'return' && store.bitOf(way.diagram) === TERMINAL) continue
      if (way.kind !== 'test') throw new UndecidedError(`pc ${pc}`, 'a search knows no computed values')
      branch(circuit, from, testLiteral(circuit, way.test), literalOf(way.then), literalOf(way.else))
    }
  return literals
}

function decisionTest(circuit: Circuit, { word, mask, op, k }: Test): Literal {
  const place = placeOf(word)
  return op === 'gt'
    ? testLiteral(circuit, { place, mask, op: 'ge', k: k + 1 })
    : testLiteral(circuit, { place, mask, op, k })
}

function ofDecision(circuit: Circuit, root: Decision): VerdictLiterals {
  const { literals, of } = outputs(circuit)
  const nodes = topological(root)
  const made = new Map<Decision, Literal>(
    nodes.map((node) => [node, node.kind === 'verdict' ? of(node.verdict) : circuit.free()] as const),
  )
  circuit.demand([made.get(root)!])
  for (const node of nodes)
    if (node.kind === 'test')
      branch(
        circuit,
        made.get(node)!,
        decisionTest(circuit, node),
        made.get(node.then)!,
        made.get(node.else)!,
      )
  return literals
}

/** Like `stackVerdict`, the newest filter first. */
function ofStack(circuit: Circuit, filters: readonly VerdictLiterals[]): VerdictLiterals {
  return filters.reduceRight<VerdictLiterals>(
    (newer, older) => {
      const { literals, of } = outputs(circuit)
      for (const [theirs, isTheirs] of newer)
        for (const [own, isOwn] of older)
          circuit.demand([negated(isTheirs), negated(isOwn), of(strictest(own, theirs))])
      return literals
    },
    new Map([[SECCOMP_RET.ALLOW, circuit.always]]),
  )
}

/**
 * The literals of the verdicts of `subject`.
 * @throws UndecidedError for a program whose ways depend on values that it computes, or that has too many states
 */
export function verdictLiterals(circuit: Circuit, subject: Subject, endianness: Endianness): VerdictLiterals {
  switch (subject.level) {
    case 'rules':
      return ofRules(circuit, subject.ir)
    case 'decision':
      return ofDecision(circuit, subject.ir)
    case 'program':
      return ofProgram(circuit, subject.ir, endianness)
    case 'stack':
      return ofStack(
        circuit,
        subject.ir.map((filter) => verdictLiterals(circuit, filter, endianness)),
      )
    default:
      return assertNever(subject)
  }
}

/** Demands that `arch` and the number are those of a call that the question is about. */
export function demandWithin(circuit: Circuit, { arch, numbers }: Within): void {
  circuit.demand([circuit.equals(placeOf(WORD_ARCH), U32.max, arch)])
  if (numbers !== undefined) circuit.demand([inRanges(circuit, placeOf(WORD_NR), U32.max, numbers)])
}
