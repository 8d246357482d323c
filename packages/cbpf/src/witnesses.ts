/*
 * Inputs on both sides of every test of a program.
 *
 * A wrong filter is usually wrong at an edge: JGT in place of JGE, a forgotten high half, a mask that lacks a bit.
 * Random inputs almost never come near an edge. So we walk the paths of the program. For each word we keep the values
 * that the tests on the path allow. At each test we emit inputs that reach it, with the tested word at the edges of
 * the constant: the constant, its neighbours, and single-bit neighbours if the test has a mask or is a `set`. If the
 * word is half of an argument, inputs with values in the other half follow. An edge may show only after a later test.
 * So for each side of a test, and at each return, we also set each word that was tested before to the ends of its
 * allowed values. Words without a test so far are 0, so that the inputs are easy to read.
 *
 * Words, masked words and constants are followed exactly, also through X and scratch memory. So a path whose
 * tests contradict each other is not walked. After other arithmetic both branches are walked, and the inputs
 * are guesses.
 *
 * The number of paths can be exponential. So each instruction is entered at most max(8, 65536 / n) times in a program
 * of n instructions. The walk first takes the branch of a test that leaves the word more values. It misses an edge
 * that only a path beyond that limit reaches. (In trees and lists, each instruction outside shared tails is entered
 * once.) At most 65536 inputs are yielded, for each test those of its first 32 entries. Programs with thousands of
 * tests under masks run out of fuel, and the rest of their paths is not walked. So no program takes more than about a
 * second.
 */
import { BPF, isBig, WORD_COUNT } from '@seccompile/abi'
import type { Endianness, Program, SeccompData, SockFilter, Word } from '@seccompile/abi'
import { assertNever } from '@seccompile/shape'
import { CallList } from './call-list.ts'
import { isConditional, isReturn } from './code.ts'
import { REGISTER } from './effect.ts'
import { followedValues, sourcesOf } from './followed-value.ts'
import type { FollowedValue } from './followed-value.ts'
import { program } from './program.ts'
import { entryRegisters, operandOf, step } from './step.ts'
import type { Registers, WalkDomain } from './step.ts'
import { WordPath } from './word-path.ts'
import { boundaryValues, testOp } from './word-test.ts'
import { passes, WHOLE_WORD } from '@seccompile/abi'
import type { WordTest } from '@seccompile/abi'

const MAX_ENTRIES = 65536
const MIN_ENTRIES_EACH = 8
const MAX_INPUTS = 65536
const MAX_EMITTING_ENTRIES = 32
/** Evaluations of tests under masks in one walk: about a fifth of a second. */
const FUEL = 10_000_000
/** Values for the other half of a tested argument. */
const OTHER_HALVES = [1, 0x8000_0000, WHOLE_WORD]
const FIRST_ARGUMENT_WORD = 4

/** The values of A, X and the scratch words on one path. */
type PathState = Registers<FollowedValue>

/** A step of the walk that is still to do: enter an instruction, or take back a test. */
type Todo =
  | {
      readonly kind: 'enter'
      readonly pc: number
      readonly registers: PathState
      readonly given?: TestOutcome
    }
  | { readonly kind: 'undo'; readonly word: Word }

/** A test on a path, and its outcome there. */
interface TestOutcome {
  readonly word: Word
  readonly test: WordTest
  readonly outcome: boolean
}

/**
 * Inputs for a machine of byte order `endianness`. Together they take both branches of every test that control
 * can reach, within the limits above, with words at the edges of every constant. The list has no duplicates;
 * its order depends only on the program and the byte order. The kernel must accept the program.
 * @throws IrError where a field does not fit (P0); TypeError for an unknown byte order
 */
export function witnesses(insns: Program, endianness: Endianness = 'little'): readonly SeccompData[] {
  isBig(endianness) // throws for an unknown byte order
  return new Walk(program(insns), endianness).run()
}

class Walk {
  readonly #program: Program
  readonly #domain: WalkDomain<FollowedValue>
  readonly #words: readonly WordPath[]
  readonly #entries: Uint32Array
  readonly #inputs = new CallList()
  /** The call that `#emit` is building; `CallList` copies it. */
  readonly #call = new Uint32Array(WORD_COUNT)
  readonly #todo: Todo[]

  constructor(program: Program, endianness: Endianness) {
    const fuel = { left: FUEL }
    this.#program = program
    this.#words = Array.from({ length: WORD_COUNT }, () => new WordPath(fuel))
    this.#entries = new Uint32Array(program.length)
    this.#domain = followedValues(endianness)
    this.#todo = [{ kind: 'enter', pc: 0, registers: entryRegisters(this.#domain) }]
  }

  run(): readonly SeccompData[] {
    for (let todo = this.#todo.pop(); todo !== undefined; todo = this.#todo.pop()) {
      if (todo.kind === 'undo') {
        this.#words[todo.word]!.undo()
        continue
      }
      const { given } = todo
      if (given !== undefined) {
        if (!this.#words[given.word]!.narrow(given.test, given.outcome)) continue
        this.#todo.push({ kind: 'undo', word: given.word })
      }
      this.#enter(todo.pc, todo.registers)
    }
    return this.#inputs.calls()
  }

  /** Follows the path from `start` to the next test or return. */
  #enter(start: number, at: PathState): void {
    const limit = Math.max(MIN_ENTRIES_EACH, Math.floor(MAX_ENTRIES / this.#program.length))
    let registers = at
    let pc = start
    for (;;) {
      const insn = this.#program[pc]
      if (insn === undefined || this.#entries[pc]! >= limit) return
      this.#entries[pc]!++
      if (isReturn(insn.code)) {
        this.#emit()
        this.#emitEnds()
        return
      }
      if (isConditional(insn.code)) {
        this.#fork(insn, pc, registers)
        return
      }
      registers = step(this.#domain, insn, pc, registers)
      pc += insn.code === BPF.JA ? 1 + insn.k : 1
    }
  }

  #fork({ code, jt, jf, k }: SockFilter, pc: number, registers: PathState): void {
    const operand = operandOf(this.#domain, code, k, registers)
    const a = registers[REGISTER.A]!
    const emitting = this.#entries[pc]! <= MAX_EMITTING_ENTRIES
    const branch = (skip: number, given?: TestOutcome): void => {
      this.#todo.push({ kind: 'enter', pc: pc + 1 + skip, registers, ...(given && { given }) })
    }
    if (operand.kind === 'constant' && a.kind === 'constant') {
      const test = { mask: WHOLE_WORD, op: testOp(code), k: operand.value }
      branch(passes(test, a.value) ? jt : jf)
    } else if (operand.kind === 'constant' && a.kind === 'word') {
      const { word, mask } = a
      const test = { mask, op: testOp(code), k: operand.value }
      if (emitting) this.#emitAround(word, test)
      const edges = jt === jf ? [] : passingIsWider(test) ? [false, true] : [true, false]
      if (jt === jf) branch(jt)
      for (const outcome of edges) branch(outcome ? jt : jf, { word, test, outcome }) // the walk takes the last one first
    } else {
      if (emitting) this.#emitGuesses(code, a, operand)
      branch(jf)
      if (jt !== jf) branch(jt)
    }
  }

  /** Emits inputs of the current path with `word` at the edges of `test`. */
  #emitAround(word: Word, test: WordTest): void {
    const path = this.#words[word]!
    for (const value of boundaryValues(test)) if (path.allows(value)) this.#emit(word, value)
    const sides = [...boundaryValues(test).filter((value) => path.allows(value)), path.value]
    const passing = sides.find((value) => passes(test, value))
    const failing = sides.find((value) => !passes(test, value))
    for (const value of [passing, failing]) {
      if (value === undefined) continue
      this.#emitEnds(word, value)
      if (word < FIRST_ARGUMENT_WORD) continue
      const other = (word ^ 1) as Word // the two halves of an argument are neighbours
      for (const half of OTHER_HALVES)
        if (this.#words[other]!.allows(half)) this.#emit(word, value, other, half)
    }
  }

  /**
   * Emits inputs of the current path with `word` set to `value`. In each of them, one other word is at an end of its
   * values.
   */
  #emitEnds(word?: Word, value = 0): void {
    for (const [other, path] of this.#words.entries()) {
      if (other === word) continue
      for (const end of path.ends) this.#emit(word, value, other as Word, end)
    }
  }

  /**
   * Emits inputs of the current path. In each of them, one word that A or the operand was computed from is at a
   * guessed edge.
   */
  #emitGuesses(code: number, a: FollowedValue, operand: FollowedValue): void {
    const target = operand.kind === 'constant' ? operand.value : this.#roughly(operand)
    const values = boundaryValues({ mask: WHOLE_WORD, op: testOp(code), k: target })
    for (const { word, guess } of sourcesOf(a))
      for (const value of values) this.#emitAllowed(word, guess(value))
    const back = this.#roughly(a)
    for (const { word, guess } of sourcesOf(operand))
      for (const value of [back, back - 1, back + 1]) this.#emitAllowed(word, guess(value >>> 0))
  }

  /** The number that `value` has on the current path if it is a word, else 0. */
  #roughly(value: FollowedValue): number {
    return value.kind === 'word' ? (this.#words[value.word]!.value & value.mask) >>> 0 : 0
  }

  #emitAllowed(word: Word, value: number): void {
    if (this.#words[word]!.allows(value)) this.#emit(word, value)
  }

  /** Emits an input of the current path, with up to two words set to other values. */
  #emit(word?: Word, value = 0, other?: Word, otherValue = 0): void {
    if (this.#inputs.size >= MAX_INPUTS) return
    for (let w = 0; w < WORD_COUNT; w += 1) this.#call[w] = this.#words[w]!.value
    if (word !== undefined) this.#call[word] = value
    if (other !== undefined) this.#call[other] = otherValue
    this.#inputs.add(this.#call)
  }
}

/** Whether more words pass `test` than fail it. */
function passingIsWider({ mask, op, k }: WordTest): boolean {
  switch (op) {
    case 'eq':
      return false
    case 'gt':
    case 'ge':
      return k < mask / 2
    case 'set':
      return true
    default:
      return assertNever(op)
  }
}
