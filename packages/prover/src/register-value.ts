/*
 * The values of registers during the walk over a program.
 *
 * Most values are a word of the call, whole or under a mask. Such a value stays a word and a mask. Its bits become
 * nodes only where arithmetic needs them.
 */
import { BPF, SECCOMP_DATA_BYTES, wordAt } from '@seccompile/abi'
import type { Endianness, SockFilter } from '@seccompile/abi'
import { REGISTER, isXForm } from '@seccompile/cbpf'
import type { Store } from '@seccompile/diagram'
import { U32 } from '@seccompile/rules'
import { bitVectors } from './bit-vector.ts'
import type { BitVector, BitVectors } from './bit-vector.ts'
import { placeOf } from './word-order.ts'

/**
 * A value of a register. One of kind `word` has the bits of the word at `place` that `mask` keeps. Equal `id`s mean
 * equal values, but one value may have several `id`s.
 */
export type RegisterValue =
  | { readonly kind: 'word'; readonly place: number; readonly mask: number; readonly id: number }
  | { readonly kind: 'constant'; readonly k: number; readonly id: number }
  | { readonly kind: 'bits'; readonly bits: BitVector; readonly id: number }

/** Makes values; equal arguments yield one object. */
export interface ValueMaker {
  readonly word: (place: number, mask: number) => RegisterValue
  readonly constant: (k: number) => RegisterValue
  readonly of: (bits: BitVector) => RegisterValue
  readonly bitsOf: (value: RegisterValue) => BitVector
  /** Made at its first read, because few programs need it. */
  readonly math: BitVectors
}

/** A bound above every place of a word. */
const PLACES = 2 ** 5

/** The values of the registers of one program, with nodes of `store`. */
export function createValues(store: Store): ValueMaker {
  let circuits: BitVectors | undefined
  const math = (): BitVectors => (circuits ??= bitVectors(store))
  const known = new Map<number | string, RegisterValue>()
  const bitsOfValues = new Map<RegisterValue, BitVector>()
  /** The value with that key. For a new key, `make` yields the value from its number. */
  const once = (key: number | string, make: (id: number) => RegisterValue): RegisterValue => {
    const before = known.get(key)
    if (before !== undefined) return before
    const value = make(known.size)
    known.set(key, value)
    return value
  }
  const bitsOf = (value: RegisterValue): BitVector => {
    if (value.kind === 'bits') return value.bits
    const before = bitsOfValues.get(value)
    if (before !== undefined) return before
    const { constant, word, and } = math()
    const bits = value.kind === 'constant' ? constant(value.k) : and(word(value.place), constant(value.mask))
    bitsOfValues.set(value, bits)
    return bits
  }
  return {
    word: (place, mask) => once(mask * PLACES + place, (id) => ({ kind: 'word', place, mask, id })),
    constant: (k) => once(`${k}`, (id) => ({ kind: 'constant', k, id })),
    of: (bits) => once(bits.join('.'), (id) => ({ kind: 'bits', bits, id })),
    bitsOf,
    get math() {
      return math()
    },
  }
}

/** The bit that turns the K form of a code into its X form. @see include/uapi/linux/bpf_common.h: BPF_X */
const TAKES_X = 0x08

/** The K form of `code`. */
export function kForm(code: number): number {
  return code & ~TAKES_X
}

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

/** The register that an instruction writes, and its new value. */
export interface RegisterWrite {
  readonly register: number
  readonly value: RegisterValue
}

/** The write of an instruction, given the values of the registers before it; `undefined` for jumps and returns. */
export function writeOf(
  values: ValueMaker,
  endianness: Endianness,
  { code, k }: SockFilter,
  valueOf: (register: number) => RegisterValue,
): RegisterWrite | undefined {
  const { word, constant, of, bitsOf } = values
  switch (code) {
    case BPF.LD_ABS:
      // The kernel accepts only words.
      return { register: REGISTER.A, value: word(placeOf(wordAt(k, endianness)!), U32.max) }
    case BPF.LD_IMM:
      return { register: REGISTER.A, value: constant(k) }
    case BPF.LDX_IMM:
      return { register: REGISTER.X, value: constant(k) }
    case BPF.LD_LEN:
      return { register: REGISTER.A, value: constant(SECCOMP_DATA_BYTES) }
    case BPF.LDX_LEN:
      return { register: REGISTER.X, value: constant(SECCOMP_DATA_BYTES) }
    case BPF.LD_MEM:
      return { register: REGISTER.A, value: valueOf(REGISTER.M + k) }
    case BPF.LDX_MEM:
      return { register: REGISTER.X, value: valueOf(REGISTER.M + k) }
    case BPF.ST:
      return { register: REGISTER.M + k, value: valueOf(REGISTER.A) }
    case BPF.STX:
      return { register: REGISTER.M + k, value: valueOf(REGISTER.X) }
    case BPF.TAX:
      return { register: REGISTER.X, value: valueOf(REGISTER.A) }
    case BPF.TXA:
      return { register: REGISTER.A, value: valueOf(REGISTER.X) }
    case BPF.NEG:
      return {
        register: REGISTER.A,
        value: of(values.math.subtract(bitsOf(constant(0)), bitsOf(valueOf(REGISTER.A)))),
      }
    default: {
      const operation = ARITHMETIC.get(kForm(code))
      if (operation === undefined) return undefined
      const a = valueOf(REGISTER.A)
      if (code === BPF.AND_K && a.kind === 'word')
        return { register: REGISTER.A, value: word(a.place, (a.mask & k) >>> 0) }
      const operand = isXForm(code) ? valueOf(REGISTER.X) : constant(k)
      return { register: REGISTER.A, value: of(values.math[operation](bitsOf(a), bitsOf(operand))) }
    }
  }
}
