/*
 * Turns a program into a diagram, by symbolic execution.
 *
 * Registers (A, X, M[0]…) hold values: words of the call, or bit vectors. A state is an instruction and the values of
 * the live registers. Dead registers are left out, so two ways that meet with the same live values share a state.
 * Jumps only go forward, so one walk over the program finds every state at every instruction. One walk back builds
 * the diagrams: the diagram of a return is its value, and the diagram of a jump chooses between those of its two
 * ways.
 *
 * A state also has a range for A: every call that reaches the state has A in that range. So the diagram of the state
 * need only be right for these calls, and a test asks only the bits in which values of the range differ
 * (word-range.ts). At the first instruction the range has every value.
 *
 * After a load, A is the word, whatever A was before. So most programs have one state for each instruction, and a
 * filter of four thousand instructions costs four thousand choices. The numbers of states and of nodes can still
 * grow, so both are bounded.
 */
import { BPF } from '@seccompile/abi'
import type { Endianness, Program } from '@seccompile/abi'
import { REGISTER, insnText, isXForm, liveRegisters } from '@seccompile/cbpf'
import type { Node, Store } from '@seccompile/diagram'
import { U32 } from '@seccompile/rules'
import type { Range } from '@seccompile/rules'
import { assertNever } from '@seccompile/shape'
import type { BitVector, BitVectors } from './bit-vector.ts'
import { createValues, kForm, writeOf } from './register-value.ts'
import type { RegisterValue } from './register-value.ts'
import { UndecidedError } from './undecided.ts'
import { ANY, choose, jumpTest, knownResult, narrowed } from './word-range.ts'
import type { RangedTest } from './word-range.ts'

/** The most states of a whole program: eight for each instruction of the longest program. */
const MAX_STATES = 32_768

/** The values of the live registers, by the number of the register. */
type LiveRegisters = readonly (RegisterValue | undefined)[]

interface ProgramState {
  readonly registers: LiveRegisters
  /** A range with all values that A can have in the state. It grows until the walk comes to the instruction. */
  range: Range<number>
  /** The way on from the state; set when the walk over the program comes to it. */
  way?: ProgramExit
  /** The diagram of the calls in the state; set when the walk back comes to it. */
  diagram?: Node
}

/**
 * Where a state leads: to the diagram of the value that it returns, or to states at later instructions. No field of
 * nodes may have the name `value`: V8 gives fields of one name one representation, and other fields of that name hold
 * numbers that are no small integers.
 */
type ProgramExit =
  | { readonly kind: 'return'; readonly diagram: Node }
  | { readonly kind: 'next'; readonly to: ProgramState }
  | {
      readonly kind: 'choice'
      readonly condition: Node
      readonly then: ProgramState
      readonly else: ProgramState
    }
  | {
      readonly kind: 'test'
      readonly test: RangedTest
      readonly then: ProgramState
      readonly else: ProgramState
    }
  | {
      readonly kind: 'return-or-next'
      readonly condition: Node
      readonly leaf: Node
      readonly to: ProgramState
    }

/** The predicate that a conditional jump with operand `b` takes its way `jt`. */
function condition(store: Store, math: BitVectors, code: number, a: BitVector, b: BitVector): Node {
  switch (kForm(code)) {
    case BPF.JEQ_K:
      return math.equal(a, b)
    case BPF.JGE_K:
      return math.atLeast(a, b)
    case BPF.JGT_K:
      return store.ite(math.atLeast(b, a), store.never, store.always)
    default:
      return math.intersects(a, b)
  }
}

/** The states at each instruction of a program. */
interface States {
  /** The states at `pc`. */
  readonly at: (pc: number) => Iterable<ProgramState>
  /**
   * The state at `pc` for those of `registers` that are live there. Its range for A grows by the values of `range`.
   * @throws UndecidedError where the new state would be one too many
   */
  readonly arrive: (pc: number, registers: LiveRegisters, range: Range<number>) => ProgramState
}

function createStates(program: Program, zero: RegisterValue): States {
  const live = liveRegisters(program)
  const byKey: (Map<string, ProgramState> | undefined)[] = []
  let count = 0
  return {
    at: (pc) => byKey[pc]?.values() ?? [],
    arrive: (pc, registers, range) => {
      const alive = live[pc]!
      let key = ''
      for (let rest = alive; rest !== 0; rest &= rest - 1)
        key += `${(registers[31 - Math.clz32(rest & -rest)] ?? zero).id} `
      const states = (byKey[pc] ??= new Map<string, ProgramState>())
      const known = states.get(key)
      if (known !== undefined) {
        const { lo, hi } = known.range
        if (range.lo < lo || range.hi > hi)
          known.range = { lo: Math.min(lo, range.lo), hi: Math.max(hi, range.hi) }
        return known
      }
      if (count >= MAX_STATES)
        throw new UndecidedError(`pc ${pc}`, `A, X and M[] can be in more than ${MAX_STATES} states`)
      count += 1
      const kept = registers.map((value, register) => (((alive >>> register) & 1) === 1 ? value : undefined))
      const state: ProgramState = { registers: kept, range }
      states.set(key, state)
      return state
    },
  }
}

/** The known values of words of a call, by the places of the words. A word that is left out may have any value. */
export type KnownWords = ReadonlyMap<number, Range<number>>

const NOTHING_KNOWN: KnownWords = new Map()

/** A range with all values that `value` can have. */
function rangeOf(value: RegisterValue, known: KnownWords): Range<number> {
  return (value.kind === 'word' && value.mask === U32.max ? known.get(value.place) : undefined) ?? ANY
}

/**
 * The diagram of the meaning of `program` for calls that agree with `known`. For other calls the diagram may have any
 * leaf. The kernel must accept the program (`verify` of cbpf); this is not checked here.
 *
 * @throws UndecidedError, with the place, where there are too many states or a diagram exceeds its bounds
 */
export function fromProgram(
  store: Store,
  program: Program,
  endianness: Endianness,
  known: KnownWords = NOTHING_KNOWN,
): Node {
  const values = createValues(store)
  const zero = values.constant(0)
  const { at, arrive } = createStates(program, zero)

  const step = (pc: number, { registers, range }: ProgramState): ProgramExit => {
    const insn = program[pc]!
    const { code, jt, jf, k } = insn
    const valueOf = (register: number): RegisterValue => registers[register] ?? zero
    if (code === BPF.RET_K) return { kind: 'return', diagram: store.terminal(k) }
    if (code === BPF.RET_A)
      return { kind: 'return', diagram: values.math.valueOf(values.bitsOf(valueOf(REGISTER.A))) }
    if (code === BPF.JA) return { kind: 'next', to: arrive(pc + 1 + k, registers, range) }
    const write = writeOf(values, endianness, insn, valueOf)
    if (write !== undefined) {
      const { register, value } = write
      const written = [...registers]
      written[register] = value
      const to = arrive(pc + 1, written, register === REGISTER.A ? rangeOf(value, known) : range)
      if (code !== BPF.DIV_X) return { kind: 'next', to }
      // The converted program returns 0 where X is 0.
      const isZero = values.math.equal(values.bitsOf(valueOf(REGISTER.X)), values.bitsOf(zero))
      return { kind: 'return-or-next', condition: isZero, leaf: store.terminal(0), to }
    }
    const a = valueOf(REGISTER.A)
    if (a.kind === 'word' && !isXForm(code)) {
      const test = jumpTest(code, k, a, range)
      const result = knownResult(test)
      if (result !== undefined)
        return { kind: 'next', to: arrive(pc + 1 + (result ? jt : jf), registers, range) }
      const then = arrive(pc + 1 + jt, registers, narrowed(test, true))
      return { kind: 'test', test, then, else: arrive(pc + 1 + jf, registers, narrowed(test, false)) }
    }
    const operand = isXForm(code) ? valueOf(REGISTER.X) : values.constant(k)
    const holds = condition(store, values.math, code, values.bitsOf(a), values.bitsOf(operand))
    if (holds === store.always) return { kind: 'next', to: arrive(pc + 1 + jt, registers, range) }
    if (holds === store.never) return { kind: 'next', to: arrive(pc + 1 + jf, registers, range) }
    const then = arrive(pc + 1 + jt, registers, range)
    return { kind: 'choice', condition: holds, then, else: arrive(pc + 1 + jf, registers, range) }
  }

  const first = arrive(0, [], ANY)
  let pc = 0
  try {
    // Jumps only go forward: before the walk takes an instruction, every state at it has arrived.
    for (; pc < program.length; pc += 1) for (const state of at(pc)) state.way = step(pc, state)
    for (pc -= 1; pc >= 0; pc -= 1) for (const state of at(pc)) state.diagram = diagramOf(store, state.way!)
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'DiagramLimitError') throw error
    throw new UndecidedError(`pc ${pc}`, `\`${insnText(program[pc]!)}\`: ${error.message}`)
  }
  return first.diagram!
}

/** The diagram of a state with that way. The states that it leads to must have their diagrams. */
function diagramOf(store: Store, way: ProgramExit): Node {
  switch (way.kind) {
    case 'return':
      return way.diagram
    case 'next':
      return way.to.diagram!
    case 'choice':
      return store.ite(way.condition, way.then.diagram!, way.else.diagram!)
    case 'test':
      return choose(store, way.test, way.then.diagram!, way.else.diagram!)
    case 'return-or-next':
      return store.ite(way.condition, way.leaf, way.to.diagram!)
    default:
      return assertNever(way)
  }
}
