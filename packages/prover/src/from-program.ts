/*
 * A program as a diagram, by symbolic execution.
 *
 * Registers (A, X, M[0]…) hold bit vectors. A state is the values of those that are live. Dead ones are
 * left out, so that two ways which meet with the same live values meet in one state. Jumps only go forward, so
 * one walk over the program finds every state at every instruction. One walk back puts the diagrams together:
 * the diagram of a return is its value, and that of a jump chooses between the diagrams of its two ways.
 *
 * After a load A is the word, whatever it was before. So most programs have one state for each instruction, and
 * a filter of four thousand instructions costs four thousand choices. The numbers of states and of nodes in the
 * store can grow, and both are bounded.
 */
import { assertNever, BPF, BPF_MEMWORDS, SECCOMP_DATA_BYTES, WORD_COUNT, wordAt } from '@seccompile/abi'
import type { Endianness, Program, SockFilter } from '@seccompile/abi'
import { REGISTER, insnText, isXForm, liveRegisters } from '@seccompile/cbpf'
import type { Node, Store } from '@seccompile/diagram'
import { bitVectors } from './bit-vector.ts'
import type { BitVector, BitVectors } from './bit-vector.ts'
import { UndecidedError } from './undecided.ts'
import { placeOf } from './word-order.ts'

/** The most states of a whole program: eight for each instruction of the longest program. */
const MAX_STATES = 32_768

/** The value of each register (A, X, M[0]…); `undefined` for a dead one. */
type State = readonly (BitVector | undefined)[]

/** A state at an instruction, by number. */
type StateId = number

/** Where control goes from a state: the value it returns, or states at later instructions. */
type Way =
  | { readonly kind: 'return'; readonly value: Node }
  | { readonly kind: 'next'; readonly to: StateId }
  | { readonly kind: 'choice'; readonly condition: Node; readonly then: StateId; readonly else: StateId }
  | { readonly kind: 'return-or-next'; readonly condition: Node; readonly value: Node; readonly to: StateId }

/** Bit 3, which makes the X form of a code of its K form. @see include/uapi/linux/bpf_common.h: BPF_X */
const TAKES_X = 0x08

/** The operation of an ALU code, by its K form. */
const ARITHMETIC: ReadonlyMap<
  number,
  'add' | 'subtract' | 'multiply' | 'divide' | 'or' | 'and' | 'xor' | 'shiftLeft' | 'shiftRight'
> = new Map([
  [BPF.ADD_K, 'add'],
  [BPF.SUB_K, 'subtract'],
  [BPF.MUL_K, 'multiply'],
  [BPF.DIV_K, 'divide'],
  [BPF.OR_K, 'or'],
  [BPF.AND_K, 'and'],
  [BPF.XOR_K, 'xor'],
  [BPF.LSH_K, 'shiftLeft'],
  [BPF.RSH_K, 'shiftRight'],
])

function condition(math: BitVectors, store: Store, code: number, a: BitVector, b: BitVector): Node {
  switch (code & ~TAKES_X) {
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

/** The register that an instruction writes, and its new value. */
interface Write {
  readonly register: number
  readonly value: BitVector
}

/**
 * A function that yields the write of an instruction, given the values of the registers before it; `undefined`
 * for jumps and returns.
 */
function writesOf(
  math: BitVectors,
  endianness: Endianness,
): (insn: SockFilter, values: State) => Write | undefined {
  const zero = math.constant(0)
  const words = Array.from({ length: WORD_COUNT }, (_, place) => math.word(place))
  return ({ code, k }, values) => {
    const a = values[REGISTER.A] ?? zero
    const x = values[REGISTER.X] ?? zero
    const arithmetic = ARITHMETIC.get(code & ~TAKES_X)
    if (arithmetic !== undefined)
      return { register: REGISTER.A, value: math[arithmetic](a, isXForm(code) ? x : math.constant(k)) }
    switch (code) {
      case BPF.LD_ABS:
        // The kernel accepts only words.
        return { register: REGISTER.A, value: words[placeOf(wordAt(k, endianness)!)]! }
      case BPF.LD_IMM:
        return { register: REGISTER.A, value: math.constant(k) }
      case BPF.LDX_IMM:
        return { register: REGISTER.X, value: math.constant(k) }
      case BPF.LD_LEN:
        return { register: REGISTER.A, value: math.constant(SECCOMP_DATA_BYTES) }
      case BPF.LDX_LEN:
        return { register: REGISTER.X, value: math.constant(SECCOMP_DATA_BYTES) }
      case BPF.LD_MEM:
        return { register: REGISTER.A, value: values[REGISTER.M + k] ?? zero }
      case BPF.LDX_MEM:
        return { register: REGISTER.X, value: values[REGISTER.M + k] ?? zero }
      case BPF.ST:
        return { register: REGISTER.M + k, value: a }
      case BPF.STX:
        return { register: REGISTER.M + k, value: x }
      case BPF.TAX:
        return { register: REGISTER.X, value: a }
      case BPF.TXA:
        return { register: REGISTER.A, value: x }
      case BPF.NEG:
        return { register: REGISTER.A, value: math.subtract(zero, a) }
      default:
        return undefined
    }
  }
}

/** A function that numbers vectors: equal ones have one number. Most vectors are seen again as the same object. */
function vectorNumbers(): (vector: BitVector) => number {
  const byObject = new Map<BitVector, number>()
  const byText = new Map<string, number>()
  return (vector) => {
    const known = byObject.get(vector)
    if (known !== undefined) return known
    const text = vector.join('.')
    const number = byText.get(text) ?? byText.size
    byText.set(text, number)
    byObject.set(vector, number)
    return number
  }
}

/**
 * The diagram of the meaning of `program`. The kernel must accept the program (`verify` of cbpf), which is not
 * checked here.
 *
 * @throws UndecidedError, with the place, where there are too many states or a diagram outgrows its bounds
 */
export function fromProgram(store: Store, program: Program, endianness: Endianness): Node {
  const math = bitVectors(store)
  const zero = math.constant(0)
  const live = liveRegisters(program)
  const writeOf = writesOf(math, endianness)
  const idsAt = program.map(() => new Map<string, StateId>())
  const states: State[] = []
  const numberOf = vectorNumbers()

  /** The state at `pc` with those of these values that are live. */
  const arrive = (pc: number, values: State): StateId => {
    let key = ''
    for (let rest = live[pc]!; rest !== 0; rest &= rest - 1)
      key += `${numberOf(values[31 - Math.clz32(rest & -rest)] ?? zero)} `
    const known = idsAt[pc]!.get(key)
    if (known !== undefined) return known
    if (states.length >= MAX_STATES)
      throw new UndecidedError(`pc ${pc}`, `A, X and M[] can be in more than ${MAX_STATES} states`)
    idsAt[pc]!.set(key, states.length)
    const kept = values.map((value, register) =>
      ((live[pc]! >>> register) & 1) === 1 ? (value ?? zero) : undefined,
    )
    return states.push(kept) - 1
  }
  const step = (pc: number, insn: SockFilter, values: State): Way => {
    const { code, jt, jf, k } = insn
    const a = values[REGISTER.A] ?? zero
    const x = values[REGISTER.X] ?? zero
    const write = writeOf(insn, values)
    if (write !== undefined) {
      const to = arrive(pc + 1, values.with(write.register, write.value))
      if (code !== BPF.DIV_X) return { kind: 'next', to }
      // The converted program returns 0 where X is 0.
      return { kind: 'return-or-next', condition: math.equal(x, zero), value: store.terminal(0), to }
    }
    switch (code) {
      case BPF.RET_K:
        return { kind: 'return', value: store.terminal(k) }
      case BPF.RET_A:
        return { kind: 'return', value: math.valueOf(a) }
      case BPF.JA:
        return { kind: 'next', to: arrive(pc + 1 + k, values) }
      default: {
        const holds = condition(math, store, code, a, isXForm(code) ? x : math.constant(k))
        if (holds === store.always) return { kind: 'next', to: arrive(pc + 1 + jt, values) }
        if (holds === store.never) return { kind: 'next', to: arrive(pc + 1 + jf, values) }
        return {
          kind: 'choice',
          condition: holds,
          then: arrive(pc + 1 + jt, values),
          else: arrive(pc + 1 + jf, values),
        }
      }
    }
  }

  const first = arrive(0, Array<BitVector>(REGISTER.M + BPF_MEMWORDS).fill(zero))
  // Jumps only go forward: when an instruction's turn comes, every state that can be at it has arrived.
  const ways: Way[] = []
  program.forEach((insn, pc) => {
    for (const id of idsAt[pc]!.values()) ways[id] = placed(insn, pc, () => step(pc, insn, states[id]!))
  })
  const diagrams: Node[] = []
  for (let pc = program.length - 1; pc >= 0; pc -= 1)
    for (const id of idsAt[pc]!.values())
      diagrams[id] = placed(program[pc]!, pc, () => join(store, ways[id]!, diagrams))
  return diagrams[first]!
}

/** The result of `work`. Where a diagram outgrows its bounds in it, the error names the instruction. */
function placed<T>(insn: SockFilter, pc: number, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'DiagramLimitError') throw error
    throw new UndecidedError(`pc ${pc}`, `\`${insnText(insn)}\`: ${error.message}`)
  }
}

/** The diagram of a state, once the states that its way leads to have theirs. */
function join(store: Store, way: Way, diagrams: readonly Node[]): Node {
  switch (way.kind) {
    case 'return':
      return way.value
    case 'next':
      return diagrams[way.to]!
    case 'choice':
      return store.ite(way.condition, diagrams[way.then]!, diagrams[way.else]!)
    case 'return-or-next':
      return store.ite(way.condition, way.value, diagrams[way.to]!)
    default:
      return assertNever(way)
  }
}
