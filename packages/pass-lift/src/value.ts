/*
 * The value of a register (A, X, M[0]…) on a way through a program, as a function of at most one
 * word.
 *
 * A value is a constant, a word after steps of arithmetic with constants, or lost. A value is lost where an
 * instruction combined two words, or took a word in place of a constant. A lost value does no harm until a jump or a
 * return needs it, so it only keeps the instruction to blame. Lists of steps have a normal form as far as that is
 * simple: a step without effect is dropped, two steps of one kind become one, and powers of two become shifts. So
 * equal values mostly have equal lists of steps, and the walk has fewer states.
 */
import { wordAt } from '@seccompile/abi'
import type { Endianness, Word } from '@seccompile/abi'
import { aluOp } from '@seccompile/cbpf'
import type { AluOp, WalkDomain } from '@seccompile/cbpf'
import { assertNever } from '@seccompile/shape'

const WHOLE = 0xffff_ffff

/** An operation on a u32 with a constant. All results wrap to 32 bits; `neg` ignores `k`. */
export type StepOp = Exclude<AluOp, 'sub'>

/** One operation on the way from a word to a value. */
export interface WordOperation {
  readonly op: StepOp
  /** Below 32 for a shift, and not 0 for a division. */
  readonly k: number
  /** The bits that may be set in the input of the step. As a number, no less than that input. */
  readonly bits: number
}

/** A word of `seccomp_data` after some steps. */
export interface WordValue {
  readonly kind: 'word'
  readonly word: Word
  readonly steps: readonly WordOperation[]
  /** The bits that may be set in the value. As a number, no less than the value. */
  readonly bits: number
}

/** The value of a register. */
export type LiftValue =
  | { readonly kind: 'constant'; readonly value: number }
  | WordValue
  | {
      readonly kind: 'lost'
      /** The pc of the instruction that cannot be followed. */
      readonly pc: number
      /** The reason that it cannot be followed: `it combines two words`. */
      readonly reason: string
    }

/** Most steps that a value remembers. Programs by people and tools have at most four. */
const MAX_STEPS = 24

const constant = (value: number): LiftValue => ({ kind: 'constant', value })

const ZERO = constant(0)

/** The whole of `word`. */
export function wholeWord(word: Word): LiftValue {
  return { kind: 'word', word, steps: [], bits: WHOLE }
}

/** A text that is equal for two values exactly where they are made the same way. */
export function keyOf(value: LiftValue): string {
  switch (value.kind) {
    case 'constant':
      return `#${value.value}`
    case 'word':
      return `${value.word}${value.steps.map(({ op, k }) => `,${op}${k}`).join('')}`
    case 'lost':
      return `?${value.pc}${value.reason}`
    default:
      return assertNever(value)
  }
}

/** The result of one operation. */
export function applied(op: StepOp, value: number, k: number): number {
  switch (op) {
    case 'and':
      return (value & k) >>> 0
    case 'or':
      return (value | k) >>> 0
    case 'xor':
      return (value ^ k) >>> 0
    case 'add':
      return (value + k) >>> 0
    case 'mul':
      return Math.imul(value, k) >>> 0
    case 'div':
      return Math.floor(value / k)
    case 'lsh':
      return (value << k) >>> 0
    case 'rsh':
      return value >>> k
    case 'neg':
      return -value >>> 0
    default:
      return assertNever(op)
  }
}

/** The least 2^n - 1 that is not below `value`; 2^32 - 1 where `value` has more than 32 bits. */
export function filled(value: number): number {
  return value > WHOLE || value >= 2 ** 31 ? WHOLE : 2 ** (32 - Math.clz32(value)) - 1
}

/** The bits that may be set after a step. */
function bitsAfter({ op, k, bits }: WordOperation): number {
  switch (op) {
    case 'and':
    case 'lsh':
    case 'rsh':
      return applied(op, bits, k)
    case 'or':
    case 'xor':
      return (bits | k) >>> 0
    case 'add':
      return filled(bits + k)
    case 'mul':
      return filled(bits * k) // exact below 2 ** 53; larger products are past 32 bits anyway
    case 'div':
      return filled(Math.floor(bits / k))
    case 'neg':
      return (bits | -bits) >>> 0 // the lowest bit that may be set, and all above
    default:
      return assertNever(op)
  }
}

const isPowerOfTwo = (k: number): boolean => k !== 0 && (k & (k - 1)) === 0

/**
 * The steps that have the effect of `op` with `k` on a value in which only `bits` may be set; none where there is no
 * effect.
 */
function normalSteps(op: StepOp, k: number, bits: number): readonly (readonly [StepOp, number])[] {
  switch (op) {
    case 'and':
      return (bits & ~k) === 0 ? [] : [['and', (k & bits) >>> 0]]
    case 'or':
    case 'xor':
    case 'lsh':
    case 'rsh':
      return k === 0 ? [] : [[op, k]]
    case 'add':
      if (k === 0) return []
      return [[(bits & k) === 0 ? 'or' : 'add', k]] // no bit is carried, so `or` and `add` agree
    case 'mul': {
      // 3 * 2^n is a product with 3, and a shift.
      const shift = 31 - Math.clz32(k & -k)
      const odd = k >>> shift
      return [
        ...(odd === 1 ? [] : [['mul', odd] as const]),
        ...(shift === 0 ? [] : [['lsh', shift] as const]),
      ]
    }
    case 'div':
      if (k === 1) return []
      return [isPowerOfTwo(k) ? ['rsh', 31 - Math.clz32(k)] : ['div', k]]
    case 'neg':
      return [['neg', 0]]
    default:
      return assertNever(op)
  }
}

/** The one step with the effect of `last` and then `op` with `k`, if there is one. */
function joined(
  last: WordOperation | undefined,
  op: StepOp,
  k: number,
): readonly [StepOp, number] | undefined {
  if (last?.op !== op) return undefined
  switch (op) {
    case 'and':
    case 'or':
    case 'xor':
    case 'add':
      return [op, applied(op, last.k, k)]
    default:
      return undefined
  }
}

/** `value` after `op` with `k`, the operation of the instruction at `pc`. */
export function afterStep(value: LiftValue, op: StepOp, k: number, pc: number): LiftValue {
  if (value.kind === 'lost') return value
  if (value.kind === 'constant') return constant(applied(op, value.value, k))
  if (op === 'mul' && k === 0) return ZERO
  let { steps, bits } = value
  for (const [normalOp, normalK] of normalSteps(op, k, bits)) {
    const last = steps.at(-1)
    const joint = joined(last, normalOp, normalK)
    if (joint !== undefined) [steps, bits] = [steps.slice(0, -1), last!.bits]
    for (const [stepOp, stepK] of joint === undefined
      ? [[normalOp, normalK] as const]
      : normalSteps(...joint, bits)) {
      const step: WordOperation = { op: stepOp, k: stepK, bits }
      steps = [...steps, step]
      bits = bitsAfter(step)
    }
  }
  if (bits === 0) return ZERO
  if (steps.length > MAX_STEPS)
    return { kind: 'lost', pc, reason: `it is step ${steps.length} of arithmetic on one word` }
  return { ...value, steps, bits }
}

/** The values of a walk on a machine of byte order `endianness`. The walk never divides by 0. */
export function values(endianness: Endianness): WalkDomain<LiftValue> {
  return {
    constant,
    word: (offset) => wholeWord(wordAt(offset, endianness)!), // the kernel accepts only words
    arithmetic: (code, a, operand, pc) => afterArithmetic(aluOp(code)!, a, operand, pc),
  }
}

/** The value of A after `op`, the operation of the instruction at `pc`. */
function afterArithmetic(op: AluOp, a: LiftValue, operand: LiftValue, pc: number): LiftValue {
  const lost = (reason: string): LiftValue => ({ kind: 'lost', pc, reason })
  if (op === 'neg') return afterStep(a, op, 0, pc)
  if (a.kind === 'lost') return a
  if (operand.kind === 'lost') return operand
  if (operand.kind === 'constant') {
    const k = operand.value
    if (op === 'sub') return afterStep(a, 'add', -k >>> 0, pc)
    // A constant shift is below 32; by X the amount is X & 31.
    return afterStep(a, op, op === 'lsh' || op === 'rsh' ? k & 31 : k, pc)
  }
  if (a.kind === 'word') {
    if (keyOf(a) !== keyOf(operand)) return lost('it combines two words')
    if (op === 'xor' || op === 'sub') return ZERO
    if (op === 'and' || op === 'or') return a
    return op === 'add' ? afterStep(a, 'lsh', 1, pc) : lost('it combines a word with itself')
  }
  switch (op) {
    case 'add':
    case 'mul':
    case 'and':
    case 'or':
    case 'xor':
      return afterStep(operand, op, a.value, pc)
    case 'sub':
      return afterStep(afterStep(operand, 'neg', 0, pc), 'add', a.value, pc)
    case 'div':
      return lost('it divides by a word')
    case 'lsh':
    case 'rsh':
      return lost('it shifts by a word')
    default:
      return assertNever(op)
  }
}
