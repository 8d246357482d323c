/*
 * The states of a program, by symbolic execution.
 *
 * Registers (A, X, M[0]…) hold values: words of the call, or bit vectors. A state is an instruction and the values of
 * the live registers. Dead registers are left out, so two ways that meet with the same live values share a state.
 * Jumps only go forward, so one walk over the program finds every state at every instruction.
 *
 * A state also has ranges for A, for `arch` and for the number: every call that reaches the state has values in these
 * ranges. A test whose result is the same for the whole range is no test. At the first instruction the ranges have
 * every value. The ranges of `arch` and of the number outlive the loads of other words: behind the tests of arguments
 * of one number, the number is still known.
 *
 * After a load, A is the word, whatever A was before. So most programs have one state for each instruction. The number
 * of states can still grow, so it is bounded.
 */
import { BPF, WORD_ARCH, WORD_NR } from '@seccompile/abi'
import type { Endianness, Program } from '@seccompile/abi'
import { REGISTER, insnText, isXForm, liveRegisters } from '@seccompile/cbpf'
import type { Node, Store } from '@seccompile/diagram'
import { U32 } from '@seccompile/rules'
import type { Range } from '@seccompile/rules'
import type { BitVector, BitVectors } from './bit-vector.ts'
import { createValues, kForm, writeOf } from './register-value.ts'
import type { RegisterValue } from './register-value.ts'
import { UndecidedError } from './undecided.ts'
import { placeOf } from './word-order.ts'
import { ANY, jumpTest, knownResult, narrowed } from './word-range.ts'
import type { RangedTest } from './word-range.ts'

/** The most states of a whole program: eight for each instruction of the longest program. */
const MAX_STATES = 32_768

const ARCH = placeOf(WORD_ARCH)
const NR = placeOf(WORD_NR)

/** The values of the live registers, by the number of the register. */
type LiveRegisters = readonly (RegisterValue | undefined)[]

/** Ranges of `arch` and of the number, the words that a diagram asks first. */
export interface CallRanges {
  readonly arch: Range<number>
  readonly nr: Range<number>
}

/** An instruction, and the values of the live registers before it. */
export interface ProgramState {
  readonly registers: LiveRegisters
  /** A range with all values that A can have in the state. It grows until the walk comes to the instruction. */
  range: Range<number>
  /** Ranges with all values of `arch` and of the number in the state. They grow like `range`. */
  call: CallRanges
  /** The way on from the state; set when the walk over the program comes to it. */
  way?: ProgramExit
  /** The diagram of the calls in the state, for `fromProgram`. */
  diagram?: Node
}

/**
 * Where a state leads: to the diagram of the value that it returns, or to states at later instructions. No field of
 * nodes may have the name `value`: V8 gives fields of one name one representation, and other fields of that name hold
 * numbers that are no small integers.
 */
export type ProgramExit =
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
   * The state at `pc` for those of `registers` that are live there. Its ranges grow by the values of `range` and `call`.
   * @throws UndecidedError where the new state would be one too many
   */
  readonly arrive: (
    pc: number,
    registers: LiveRegisters,
    range: Range<number>,
    call: CallRanges,
  ) => ProgramState
}

/** The least range with the values of both; `one` itself where it has them. */
function hull(one: Range<number>, other: Range<number>): Range<number> {
  if (other.lo >= one.lo && other.hi <= one.hi) return one
  return { lo: Math.min(one.lo, other.lo), hi: Math.max(one.hi, other.hi) }
}

/** The least ranges with the values of both. */
function joined(one: CallRanges, other: CallRanges): CallRanges {
  if (one === other) return one
  const [arch, nr] = [hull(one.arch, other.arch), hull(one.nr, other.nr)]
  return arch === one.arch && nr === one.nr ? one : { arch, nr }
}

function createStates(program: Program, zero: RegisterValue): States {
  const live = liveRegisters(program)
  const byKey: (Map<string, ProgramState> | undefined)[] = []
  let count = 0
  return {
    at: (pc) => byKey[pc]?.values() ?? [],
    arrive: (pc, registers, range, call) => {
      const alive = live[pc]!
      let key = ''
      for (let rest = alive; rest !== 0; rest &= rest - 1)
        key += `${(registers[31 - Math.clz32(rest & -rest)] ?? zero).id} `
      const states = (byKey[pc] ??= new Map<string, ProgramState>())
      const known = states.get(key)
      if (known !== undefined) {
        known.range = hull(known.range, range)
        known.call = joined(known.call, call)
        return known
      }
      if (count >= MAX_STATES)
        throw new UndecidedError(`pc ${pc}`, `A, X and M[] can be in more than ${MAX_STATES} states`)
      count += 1
      const kept = registers.map((value, register) => (((alive >>> register) & 1) === 1 ? value : undefined))
      const state: ProgramState = { registers: kept, range, call }
      states.set(key, state)
      return state
    },
  }
}

/** The field of {@link CallRanges} for a value that is such a word, whole; `undefined` for any other value. */
function callWord(value: RegisterValue): keyof CallRanges | undefined {
  if (value.kind !== 'word' || value.mask !== U32.max) return undefined
  if (value.place === ARCH) return 'arch'
  return value.place === NR ? 'nr' : undefined
}

/** The ranges of a call once a test has left A, which is `value`, in `range`. */
function narrowedTo(call: CallRanges, value: RegisterValue, range: Range<number>): CallRanges {
  const word = callWord(value)
  if (word === undefined) return call
  return word === 'arch' ? { arch: range, nr: call.nr } : { arch: call.arch, nr: range }
}

/** All values of `arch` and of the number. */
const ANY_CALL: CallRanges = Object.freeze({ arch: ANY, nr: ANY })

/** The states of a program. */
export interface ProgramWays {
  /** The state of a call at the first instruction. */
  readonly first: ProgramState
  /** The states at the instruction `pc`. */
  readonly at: (pc: number) => Iterable<ProgramState>
}

/**
 * What `work` yields.
 * @throws UndecidedError, with the instruction `pc()`, where a diagram exceeds its bounds
 */
export function atInsn<T>(program: Program, pc: () => number, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'DiagramLimitError') throw error
    throw new UndecidedError(`pc ${pc()}`, `\`${insnText(program[pc()]!)}\`: ${error.message}`)
  }
}

/**
 * The states of `program` for `calls`. The kernel must accept the program (`verify` of cbpf); this is not
 * checked here.
 * @throws UndecidedError, with the place, where there are too many states or the diagram of a value exceeds its bounds
 */
export function programWays(
  store: Store,
  program: Program,
  endianness: Endianness,
  calls: CallRanges = ANY_CALL,
): ProgramWays {
  const values = createValues(store)
  const zero = values.constant(0)
  const { at, arrive } = createStates(program, zero)

  const step = (pc: number, { registers, range, call }: ProgramState): ProgramExit => {
    const insn = program[pc]!
    const { code, jt, jf, k } = insn
    const valueOf = (register: number): RegisterValue => registers[register] ?? zero
    if (code === BPF.RET_K) return { kind: 'return', diagram: store.terminal(k) }
    if (code === BPF.RET_A)
      return { kind: 'return', diagram: values.math.valueOf(values.bitsOf(valueOf(REGISTER.A))) }
    if (code === BPF.JA) return { kind: 'next', to: arrive(pc + 1 + k, registers, range, call) }
    const write = writeOf(values, endianness, insn, valueOf)
    if (write !== undefined) {
      const { register, value } = write
      const written = [...registers]
      written[register] = value
      const word = register === REGISTER.A ? callWord(value) : undefined
      const known = word === undefined ? ANY : call[word]
      const to = arrive(pc + 1, written, register === REGISTER.A ? known : range, call)
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
        return { kind: 'next', to: arrive(pc + 1 + (result ? jt : jf), registers, range, call) }
      const arriveIn = (to: number, left: Range<number>): ProgramState =>
        arrive(to, registers, left, narrowedTo(call, a, left))
      const then = arriveIn(pc + 1 + jt, narrowed(test, true))
      return { kind: 'test', test, then, else: arriveIn(pc + 1 + jf, narrowed(test, false)) }
    }
    const operand = isXForm(code) ? valueOf(REGISTER.X) : values.constant(k)
    const holds = condition(store, values.math, code, values.bitsOf(a), values.bitsOf(operand))
    if (holds === store.always) return { kind: 'next', to: arrive(pc + 1 + jt, registers, range, call) }
    if (holds === store.never) return { kind: 'next', to: arrive(pc + 1 + jf, registers, range, call) }
    const then = arrive(pc + 1 + jt, registers, range, call)
    return { kind: 'choice', condition: holds, then, else: arrive(pc + 1 + jf, registers, range, call) }
  }

  const first = arrive(0, [], ANY, calls)
  let pc = 0
  atInsn(
    program,
    () => pc,
    () => {
      // Jumps only go forward: before the walk takes an instruction, every state at it has arrived.
      for (; pc < program.length; pc += 1) for (const state of at(pc)) state.way = step(pc, state)
    },
  )
  return { first, at }
}
