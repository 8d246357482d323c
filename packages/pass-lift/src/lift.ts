/*
 * From a program back to a graph of tests.
 *
 * A walk over the program follows what A, X and the scratch words hold, each as a function of at most one word: a
 * constant, or a word that went through arithmetic with constants. A conditional jump then asks whether that word lies
 * in a set, and the set is what a decision can ask. What loads, stores and arithmetic do is gone from the graph.
 *
 *   0  ld [16]                   n0: (args[0].low & 0xf) == 2 ? n1 : n2
 *   1  and #15                   n1: ALLOW
 *   2  st M[3]                   n2: ERRNO(1)
 *   3  ldx M[3]
 *   4  ld #5
 *   5  add x
 *   6  jeq #7, 7, 8
 *   7  ret #0x7fff0000
 *   8  ret #0x50001              (jumps show targets, not distances)
 *
 * Instructions are walked by state: the values of those cells that are still read. Ways that meet with the same such
 * values go on as one, so that what the program shares the graph shares. Most programs have one state an instruction;
 * how many there may be is bounded.
 *
 * Not every program has such a graph: a jump may compare two words with each other, or look at a sum of two, and a
 * return may yield a word. Those are declined, with the instruction that is to blame.
 */
import { assertNever, BPF, BPF_MEMWORDS, SECCOMP_DATA_BYTES, wordAt, wordName } from '@seccompile/abi'
import type { Endianness, Program, SockFilter, Verdict, Word } from '@seccompile/abi'
import { CELL, insnText, isXForm, liveCells } from '@seccompile/cbpf'
import { decisionBuilder } from '@seccompile/decision'
import type { Decision } from '@seccompile/decision'
import { definePass, PassError } from '@seccompile/pass'
import type { Pass } from '@seccompile/pass'
import { ask } from './ask.ts'
import { comparison } from './comparison.ts'
import type { MaskedSet } from './masked-set.ts'
import { afterArithmetic, afterStep, constant, isArithmetic, keyOf, wholeWord, ZERO } from './value.ts'
import type { Value } from './value.ts'

/** Most states over the whole program: eight an instruction of the longest. */
const MAX_STATES = 32_768

/** Most ranges that all jumps together ask for, which bounds the tests of the graph. */
const MAX_RANGES_IN_ALL = 65_536

/** What each cell (A, X, M[0]…) holds; `undefined` for a dead one. */
type State = readonly (Value | undefined)[]

/** A state at an instruction, by number. */
type StateId = number

/** Where control goes from a state: to a verdict, or to states at later instructions. */
type Way =
  | { readonly kind: 'verdict'; readonly verdict: Verdict }
  | { readonly kind: 'next'; readonly to: StateId }
  | {
      readonly kind: 'test'
      readonly word: Word
      readonly set: MaskedSet
      readonly then: StateId
      readonly else: StateId
    }

/** The states that `program` can be in, each with its way; those at later instructions come last. */
function walk(program: Program, endianness: Endianness): readonly Way[] {
  const live = liveCells(program)
  const idsAt = program.map(() => new Map<string, StateId>())
  const states: State[] = []
  let ranges = 0

  const decline = (pc: number, reason: string): PassError =>
    new PassError(
      'E_DECLINED',
      'lift',
      `pc ${pc}: \`${insnText(program[pc]!)}\` cannot be lifted: ${reason}`,
      {
        before: program,
      },
    )
  /** The state at `pc` with the live of these values. */
  const arrive = (pc: number, values: State): StateId => {
    const kept = values.map((value, cell) => (((live[pc]! >>> cell) & 1) === 1 ? (value ?? ZERO) : undefined))
    const key = kept.map((value) => (value === undefined ? '' : keyOf(value))).join('|')
    const known = idsAt[pc]!.get(key)
    if (known !== undefined) return known
    if (states.length >= MAX_STATES)
      throw decline(pc, `A, X and M[] can be in more than ${MAX_STATES} states on the ways to it`)
    idsAt[pc]!.set(key, states.length)
    return states.push(kept) - 1
  }
  const branch = (pc: number, { code, jt, jf }: SockFilter, a: Value, operand: Value, values: State): Way => {
    const asked = comparison(code, a, operand)
    switch (asked.kind) {
      case 'decided':
        return { kind: 'next', to: arrive(pc + 1 + (asked.holds ? jt : jf), values) }
      case 'lost':
        throw decline(asked.pc ?? pc, asked.reason)
      case 'test': {
        ranges += asked.set.values.length
        if (ranges > MAX_RANGES_IN_ALL)
          throw decline(pc, `the program asks for more than ${MAX_RANGES_IN_ALL} ranges of values`)
        const { word, set } = asked
        return {
          kind: 'test',
          word,
          set,
          then: arrive(pc + 1 + jt, values),
          else: arrive(pc + 1 + jf, values),
        }
      }
      default:
        return assertNever(asked)
    }
  }
  const step = (pc: number, insn: SockFilter, values: State): Way => {
    const { code, k } = insn
    const a = values[CELL.A] ?? ZERO
    const x = values[CELL.X] ?? ZERO
    const operand = isXForm(code) ? x : constant(k)
    const next = (cell: number, value: Value): Way => ({
      kind: 'next',
      to: arrive(pc + 1, values.with(cell, value)),
    })
    switch (code) {
      case BPF.LD_ABS:
        return next(CELL.A, wholeWord(wordAt(k, endianness)!)) // the kernel accepts only words
      case BPF.LD_IMM:
        return next(CELL.A, constant(k))
      case BPF.LDX_IMM:
        return next(CELL.X, constant(k))
      case BPF.LD_LEN:
        return next(CELL.A, constant(SECCOMP_DATA_BYTES))
      case BPF.LDX_LEN:
        return next(CELL.X, constant(SECCOMP_DATA_BYTES))
      case BPF.LD_MEM:
        return next(CELL.A, values[CELL.M + k] ?? ZERO)
      case BPF.LDX_MEM:
        return next(CELL.X, values[CELL.M + k] ?? ZERO)
      case BPF.ST:
        return next(CELL.M + k, a)
      case BPF.STX:
        return next(CELL.M + k, x)
      case BPF.TAX:
        return next(CELL.X, a)
      case BPF.TXA:
        return next(CELL.A, x)
      case BPF.NEG:
        return next(CELL.A, afterStep(a, 'neg', 0, pc))
      case BPF.JA:
        return { kind: 'next', to: arrive(pc + 1 + k, values) }
      case BPF.RET_K:
        return { kind: 'verdict', verdict: k }
      case BPF.RET_A:
        if (a.kind === 'constant') return { kind: 'verdict', verdict: a.value }
        throw decline(pc, a.kind === 'word' ? `it returns what it made of ${wordName(a.word)}` : a.reason)
      case BPF.DIV_X:
        // A division by X that is 0 ends the program with 0, so X is looked at even where A is not.
        if (x.kind !== 'constant') throw decline(pc, 'it divides by a word')
        if (x.value === 0) return { kind: 'verdict', verdict: 0 }
        break
      default:
        break
    }
    return isArithmetic(code)
      ? next(CELL.A, afterArithmetic(code, a, operand, pc))
      : branch(pc, insn, a, operand, values)
  }

  arrive(0, Array<Value>(CELL.M + BPF_MEMWORDS).fill(ZERO))
  // Jumps only go forward: when an instruction's turn comes, every state that can be at it has arrived.
  const ways: Way[] = []
  const order: StateId[] = []
  program.forEach((insn, pc) => {
    for (const id of idsAt[pc]!.values()) {
      ways[id] = step(pc, insn, states[id]!)
      order.push(id)
    }
  })
  return renumbered(ways, order)
}

/** `ways` in `order`, which leads from parents to children, and the numbers in them likewise. */
function renumbered(ways: readonly Way[], order: readonly StateId[]): readonly Way[] {
  const places: number[] = []
  order.forEach((id, place) => (places[id] = place))
  return order.map((id) => {
    const way = ways[id]!
    switch (way.kind) {
      case 'verdict':
        return way
      case 'next':
        return { kind: 'next', to: places[way.to]! }
      case 'test':
        return { ...way, then: places[way.then]!, else: places[way.else]! }
      default:
        return assertNever(way)
    }
  })
}

/**
 * Turns a program that the kernel accepts, by whatever tool, into a graph of tests that means the same: loads, X,
 * scratch memory and arithmetic with constants are gone from it.
 * @throws PassError `E_DECLINED` with the instruction that no test of one word, or no constant verdict, stands for
 */
export const lift: Pass<'program', 'decision', 'lift'> = definePass({
  name: 'lift',
  from: 'program',
  to: 'decision',
  summary: 'turns a program back into a decision graph, where its tests are of one word each',
  declines: true,
  run(program, { endianness }): Decision {
    const builder = decisionBuilder()
    const ways = walk(program, endianness)
    const nodes: Decision[] = []
    for (let place = ways.length - 1; place >= 0; place -= 1) {
      const way = ways[place]!
      switch (way.kind) {
        case 'verdict':
          nodes[place] = builder.verdict(way.verdict)
          break
        case 'next':
          nodes[place] = nodes[way.to]!
          break
        case 'test':
          nodes[place] = ask(builder, way.word, way.set, nodes[way.then]!, nodes[way.else]!)
          break
        default:
          return assertNever(way)
      }
    }
    return nodes[0]!
  },
})
