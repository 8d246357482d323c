/*
 * Turns a program back into a graph of tests.
 *
 * A walk over the program follows the values of A, X and the scratch words. Each is a function of at most one word: a
 * constant, or a word after arithmetic with constants. A conditional jump then asks whether that word lies in a set,
 * and tests of a decision can ask for that set. The graph has no loads, stores or arithmetic.
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
 * The walk goes from state to state. A state is an instruction with the values of A, X and M[] that are still read.
 * Ways that meet in one state continue as one, so the graph shares nodes where the program shares instructions. Most
 * programs have one state for each instruction. The number of states is bounded.
 *
 * Not every program has such a graph: a jump may compare two words with each other, or look at a sum of two,
 * and a return may yield a word. The pass declines these programs, and names the instruction that is to blame.
 */
import { BPF, BPF_MEMWORDS, wordName } from '@seccompile/abi'
import type { Endianness, Program, SockFilter, Verdict, Word } from '@seccompile/abi'
import {
  REGISTER,
  entryRegisters,
  insnText,
  isConditional,
  liveRegisters,
  operandOf,
  step,
} from '@seccompile/cbpf'
import type { Registers } from '@seccompile/cbpf'
import { decisionBuilder } from '@seccompile/decision'
import type { Decision } from '@seccompile/decision'
import { definePass, PassError } from '@seccompile/pass'
import type { Pass } from '@seccompile/pass'
import { assertNever } from '@seccompile/shape'
import { ask } from './ask.ts'
import { comparison } from './comparison.ts'
import type { MaskedWordSet } from './masked-set.ts'
import { keyOf, values } from './value.ts'
import type { LiftValue } from './value.ts'

/** The most states of a whole program: eight for each instruction of the longest program. */
const MAX_STATES = 32_768

/** The most ranges in the sets of all jumps together. This number bounds the tests of the graph. */
const MAX_RANGES_IN_ALL = 65_536

/** The numbers of all registers. */
const REGISTERS = Array.from({ length: REGISTER.M + BPF_MEMWORDS }, (_, register) => register)

/** A state at an instruction, by number. */
type StateId = number

/** Where a state leads: to a verdict, or to states at later instructions. */
type WalkExit =
  | { readonly kind: 'verdict'; readonly verdict: Verdict }
  | { readonly kind: 'next'; readonly to: StateId }
  | {
      readonly kind: 'test'
      readonly word: Word
      readonly set: MaskedWordSet
      readonly then: StateId
      readonly else: StateId
    }

/** The error for an instruction that no test of one word, or no constant verdict, stands for. */
const declined = (program: Program, pc: number, reason: string): PassError =>
  new PassError('E_DECLINED', 'lift', `pc ${pc}: \`${insnText(program[pc]!)}\` cannot be lifted: ${reason}`, {
    before: program,
  })

/**
 * The ways of all states of `program`. The entry is state 0, and the states of later instructions come last.
 */
function walk(program: Program, endianness: Endianness): ReadonlyMap<StateId, WalkExit> {
  const domain = values(endianness)
  const live = liveRegisters(program).map((bits) =>
    REGISTERS.filter((register) => ((bits >>> register) & 1) === 1),
  )
  const idsAt = program.map(() => new Map<string, StateId>())
  const states: Registers<LiftValue>[] = []
  let ranges = 0

  const decline = (pc: number, reason: string): PassError => declined(program, pc, reason)
  /** The state at `pc` with these registers. Dead registers do not tell states apart, since nothing reads them. */
  const arrive = (pc: number, registers: Registers<LiftValue>): StateId => {
    const key = live[pc]!.map((register) => keyOf(registers[register]!)).join('|')
    const known = idsAt[pc]!.get(key)
    if (known !== undefined) return known
    if (states.length >= MAX_STATES)
      throw decline(pc, `A, X and M[] can be in more than ${MAX_STATES} states on the ways to it`)
    idsAt[pc]!.set(key, states.length)
    return states.push(registers) - 1
  }
  const branch = (pc: number, { code, jt, jf, k }: SockFilter, registers: Registers<LiftValue>): WalkExit => {
    const asked = comparison(code, registers[REGISTER.A]!, operandOf(domain, code, k, registers))
    switch (asked.kind) {
      case 'decided':
        return { kind: 'next', to: arrive(pc + 1 + (asked.holds ? jt : jf), registers) }
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
          then: arrive(pc + 1 + jt, registers),
          else: arrive(pc + 1 + jf, registers),
        }
      }
      default:
        return assertNever(asked)
    }
  }
  const wayFrom = (pc: number, insn: SockFilter, registers: Registers<LiftValue>): WalkExit => {
    const { code, k } = insn
    const a = registers[REGISTER.A]!
    const x = registers[REGISTER.X]!
    if (isConditional(code)) return branch(pc, insn, registers)
    switch (code) {
      case BPF.JA:
        return { kind: 'next', to: arrive(pc + 1 + k, registers) }
      case BPF.RET_K:
        return { kind: 'verdict', verdict: k }
      case BPF.RET_A:
        if (a.kind === 'constant') return { kind: 'verdict', verdict: a.value }
        throw decline(pc, a.kind === 'word' ? `it returns what it made of ${wordName(a.word)}` : a.reason)
      case BPF.DIV_X:
        // A division by X = 0 ends the program with 0, so X matters even where nothing reads A.
        if (x.kind !== 'constant') throw decline(pc, 'it divides by a word')
        if (x.value === 0) return { kind: 'verdict', verdict: 0 }
        break
      default:
        break
    }
    return { kind: 'next', to: arrive(pc + 1, step(domain, insn, pc, registers)) }
  }

  arrive(0, entryRegisters(domain))
  // Jumps only go forward: before the walk takes an instruction, every state at it has arrived.
  const ways = new Map<StateId, WalkExit>()
  program.forEach((insn, pc) => {
    for (const id of idsAt[pc]!.values()) ways.set(id, wayFrom(pc, insn, states[id]!))
  })
  return ways
}

/**
 * Turns a program of any tool that the kernel accepts into a graph of tests that means the same. The graph has no
 * loads, no X, no scratch memory and no arithmetic with constants.
 * @throws PassError `E_DECLINED` with the instruction that no test of one word and no constant verdict can replace
 */
export const lift: Pass<'program', 'decision', 'lift'> = definePass({
  name: 'lift',
  from: 'program',
  to: 'decision',
  summary: 'turns a program back into a decision, where each of its tests is of one word',
  declines: true,
  run(program, { endianness }): Decision {
    const builder = decisionBuilder()
    const nodes: Decision[] = [] // indexed by state
    for (const [id, way] of [...walk(program, endianness)].reverse()) {
      switch (way.kind) {
        case 'verdict':
          nodes[id] = builder.verdict(way.verdict)
          break
        case 'next':
          nodes[id] = nodes[way.to]!
          break
        case 'test':
          nodes[id] = ask(builder, way.word, way.set, nodes[way.then]!, nodes[way.else]!)
          break
        default:
          return assertNever(way)
      }
    }
    return nodes[0]!
  },
})
