/*
 * Turns a program into the source of a JavaScript function, for callers with millions of calls.
 *
 * Jumps only go forward, so the code needs no loop. It consists of nested blocks, and a jump leaves the blocks that
 * end before its target. But a program may have thousands of jump targets, and parsers and optimising compilers give
 * up on blocks that are nested so deep, and on functions that are so long. So the code consists of chunks, and a
 * chunk consists of regions:
 *
 *   - A region is a tree of instructions, written as plain `if`s. It begins at pc 0, at an instruction with several
 *     predecessors, or where an earlier region ends because of its depth or its chunk. Its other instructions have
 *     one predecessor each. A tree of tests, the usual filter, is one region.
 *   - The regions of a chunk stand one after the other, by their pc. The block `L42` ends before the region of pc 42, so
 *     `break L42` goes there from any earlier region. No region falls through to the next.
 *   - A chunk is one function, with the regions that begin within `CHUNK_INSNS` instructions. Control leaves it by
 *     a call of a later chunk, with the registers as arguments. So calls nest no deeper than the number of chunks. A later
 *     chunk has several entries. The caller passes the pc of the region, and a `switch` at the start of the chunk jumps there.
 *
 * The number of instructions from the start of a region to each of its exits is known when the source is written. So
 * the code adds up steps only where control leaves a region. Returns are short, so they are written out at every jump
 * to them.
 *
 * The text holds no input but numbers of verified instructions. execute.ts explains the arithmetic.
 */
import { BPF, BPF_MEMWORDS, SECCOMP_DATA_BYTES, wordAt } from '@seccompile/abi'
import type { Endianness, Program, SockFilter } from '@seccompile/abi'
import { isReturn, reachable, successors } from '@seccompile/cbpf'

/**
 * The instructions of a chunk. V8 does not optimise a function of more than 60 KiB of bytecode, and an instruction
 * takes up to a hundred bytes. V8 takes up to half a millisecond for an instruction, and optimises one function after
 * the other, so shorter functions are fast sooner. Blocks nest as deep as a chunk has regions.
 */
const CHUNK_INSNS = 250
/** Most levels of nested `if`s. A test adds a level only where neither of its branches is a single line. */
const MAX_DEPTH = 50

/**
 * The body of a function that returns an `Evaluator` of `program`, in which `verify` finds nothing and whose fields fit
 * (P0 to P9). For `ld [0]`, `jeq #57, 0, 1`, `ret ERRNO(1)`, `ret ALLOW` it is
 *
 * ```js
 * 'use strict'
 * function chunk0(words, steps, at = 0) {
 * let s = 0, a = 0, x = 0
 * a = words[at + 0]
 * if (a === 57) {
 * steps[0] = s + 3; return 327681
 * }
 * steps[0] = s + 3; return 2147418112
 * }
 * return chunk0
 * ```
 */
export function sourceOf(program: Program, endianness: Endianness): string {
  return new Generator(program, endianness).source()
}

/** A region as text, with the pc where it begins. */
interface Region {
  readonly pc: number
  readonly lines: readonly string[]
}

class Generator {
  readonly #program: Program
  readonly #endianness: Endianness
  /** For each instruction, the number of instructions that can lead to it. */
  readonly #entries: readonly number[]
  /** Whether a region begins at each pc. Writing a region marks the regions that it leads to, which are later ones. */
  readonly #heads: boolean[]
  /**
   * The variables that one chunk passes to the next: the steps, the registers, and the scratch words that the program
   * writes.
   */
  readonly #state: readonly string[]
  /** The lines of the region that is being written. */
  #lines: string[] = []

  constructor(program: Program, endianness: Endianness) {
    this.#program = program
    this.#endianness = endianness
    this.#entries = entries(program)
    this.#heads = program.map((_, pc) => pc === 0)
    const scratch = Array.from({ length: BPF_MEMWORDS }, (_, k) => k).filter((k) =>
      program.some((insn) => insn.k === k && (insn.code === BPF.ST || insn.code === BPF.STX)),
    )
    this.#state = ['s', 'a', 'x', ...scratch.map((k) => `m${k}`)]
  }

  source(): string {
    const lines: string[] = []
    for (let begin = 0; begin < this.#program.length; begin += CHUNK_INSNS) lines.push(...this.#chunk(begin))
    return `'use strict'\n${lines.join('\n')}\nreturn chunk0\n`
  }

  /** The lines of the function with the regions from `begin` on; empty where there are none. */
  #chunk(begin: number): readonly string[] {
    const end = Math.min(begin + CHUNK_INSNS, this.#program.length)
    /** The pcs to which earlier chunks lead. The first region of the chunk is among them. */
    const entered = this.#headsWithin(begin, end)
    const regions = this.#regions(begin, end)
    const [first, ...later] = regions
    if (first === undefined) return []
    return [
      ...this.#opening(begin),
      ...later.map(({ pc }) => `${labelOf(pc)}: {`).reverse(),
      ...dispatch(entered),
      ...first.lines,
      ...later.flatMap(({ lines }) => ['}', ...lines]),
      '}',
    ]
  }

  #opening(begin: number): readonly string[] {
    if (begin > 0)
      return [`function chunk${chunkOf(begin)}(words, steps, at, pc, ${this.#state.join(', ')}) {`]
    const initial = this.#state.map((name) => `${name} = 0`)
    return ['function chunk0(words, steps, at = 0) {', `let ${initial.join(', ')}`]
  }

  #headsWithin(begin: number, end: number): readonly number[] {
    return Array.from({ length: end - begin }, (_, i) => begin + i).filter((pc) => this.#heads[pc])
  }

  /** The regions that begin before `end`, in order: a region leads to later ones only. */
  #regions(begin: number, end: number): readonly Region[] {
    const regions: Region[] = []
    for (let pc = begin; pc < end; pc++) {
      if (this.#heads[pc] !== true) continue
      this.#lines = []
      this.#walk(pc, 0, 0)
      regions.push({ pc, lines: this.#lines })
    }
    return regions
  }

  /**
   * Writes the code from `begin` on, `executed` instructions after the start of the region and `depth` blocks
   * deep.
   */
  #walk(begin: number, executed: number, depth: number): void {
    let steps = executed
    let pc = begin
    for (;;) {
      const insn = this.#program[pc]!
      steps++
      if (isReturn(insn.code)) {
        this.#lines.push(returned(insn.code === BPF.RET_K ? String(insn.k) : 'a', steps))
        return
      }
      const [then, otherwise] = successors(this.#program, pc)
      let next = then!
      if (otherwise === undefined) {
        if (insn.code !== BPF.JA) this.#lines.push(statement(insn, this.#endianness, steps))
      } else if (then !== otherwise) {
        const test = condition(insn)
        // A branch of one line goes into the braces, so that the other branch does not nest.
        const swap = !this.#isLeaf(pc, then!, depth) && this.#isLeaf(pc, otherwise, depth)
        this.#lines.push(swap ? `if (!(${test})) {` : `if (${test}) {`)
        this.#go(pc, swap ? otherwise : then!, steps, depth + 1)
        this.#lines.push('}')
        next = swap ? then! : otherwise
      }
      if (!this.#isInRegion(pc, next, depth)) {
        this.#leave(pc, next, steps)
        return
      }
      pc = next
    }
  }

  #go(from: number, to: number, steps: number, depth: number): void {
    if (this.#isInRegion(from, to, depth)) this.#walk(to, steps, depth)
    else this.#leave(from, to, steps)
  }

  /** Whether the code of `to` is written directly where `from` leads to it. */
  #isInRegion(from: number, to: number, depth: number): boolean {
    if (isReturn(this.#program[to]!.code)) return true
    return this.#entries[to] === 1 && chunkOf(from) === chunkOf(to) && depth <= MAX_DEPTH
  }

  /** Whether the code for the branch to `to` is one line. */
  #isLeaf(from: number, to: number, depth: number): boolean {
    return isReturn(this.#program[to]!.code) || !this.#isInRegion(from, to, depth)
  }

  #leave(from: number, to: number, steps: number): void {
    this.#heads[to] = true
    if (chunkOf(from) === chunkOf(to)) {
      this.#lines.push(`s += ${steps}; break ${labelOf(to)}`)
      return
    }
    const [, ...registers] = this.#state
    const handedOver = ['words', 'steps', 'at', to, `s + ${steps}`, ...registers]
    this.#lines.push(`return chunk${chunkOf(to)}(${handedOver.join(', ')})`)
  }
}

function entries(program: Program): readonly number[] {
  const counts = program.map(() => 0)
  const reached = reachable(program)
  for (const pc of program.keys()) {
    if (reached[pc] !== true) continue
    for (const target of new Set(successors(program, pc))) counts[target]!++
  }
  return counts
}

function chunkOf(pc: number): number {
  return Math.floor(pc / CHUNK_INSNS)
}

/** The label of the block that ends before the region of `pc`. */
function labelOf(pc: number): string {
  return `L${pc}`
}

/** The lines that jump to the region of `pc`, one of `entered`. The first region needs no jump. */
function dispatch(entered: readonly number[]): readonly string[] {
  const [, ...others] = entered
  if (others.length === 0) return []
  return ['switch (pc) {', ...others.map((pc) => `case ${pc}: break ${labelOf(pc)}`), '}']
}

function returned(verdict: string, steps: number): string {
  return `steps[0] = s + ${steps}; return ${verdict}`
}

function condition({ code, k }: SockFilter): string {
  switch (code) {
    case BPF.JEQ_K:
      return `a === ${k}`
    case BPF.JEQ_X:
      return 'a === x'
    case BPF.JGT_K:
      return `a > ${k}`
    case BPF.JGT_X:
      return 'a > x'
    case BPF.JGE_K:
      return `a >= ${k}`
    case BPF.JGE_X:
      return 'a >= x'
    case BPF.JSET_K:
      return `(a & ${k}) !== 0`
    case BPF.JSET_X:
      return '(a & x) !== 0'
    default:
      throw new TypeError(`unreachable: a conditional jump with code ${code}`)
  }
}

/** The statement for an instruction that continues with the next one. */
function statement({ code, k }: SockFilter, endianness: Endianness, steps: number): string {
  switch (code) {
    case BPF.LD_ABS:
      return `a = words[at + ${wordAt(k, endianness)!}]`
    case BPF.LD_IMM:
      return `a = ${k}`
    case BPF.LDX_IMM:
      return `x = ${k}`
    case BPF.LD_LEN:
      return `a = ${SECCOMP_DATA_BYTES}`
    case BPF.LDX_LEN:
      return `x = ${SECCOMP_DATA_BYTES}`
    case BPF.LD_MEM:
      return `a = m${k}`
    case BPF.LDX_MEM:
      return `x = m${k}`
    case BPF.ST:
      return `m${k} = a`
    case BPF.STX:
      return `m${k} = x`
    case BPF.ADD_K:
      return `a = (a + ${k}) >>> 0`
    case BPF.ADD_X:
      return 'a = (a + x) >>> 0'
    case BPF.SUB_K:
      return `a = (a - ${k}) >>> 0`
    case BPF.SUB_X:
      return 'a = (a - x) >>> 0'
    case BPF.MUL_K:
      return `a = Math.imul(a, ${k}) >>> 0`
    case BPF.MUL_X:
      return 'a = Math.imul(a, x) >>> 0'
    case BPF.DIV_K:
      return `a = (a / ${k}) >>> 0`
    case BPF.DIV_X:
      return `if (x === 0) { ${returned('0', steps)} }\na = (a / x) >>> 0`
    case BPF.OR_K:
      return `a = (a | ${k}) >>> 0`
    case BPF.OR_X:
      return 'a = (a | x) >>> 0'
    case BPF.AND_K:
      return `a = (a & ${k}) >>> 0`
    case BPF.AND_X:
      return 'a = (a & x) >>> 0'
    case BPF.XOR_K:
      return `a = (a ^ ${k}) >>> 0`
    case BPF.XOR_X:
      return 'a = (a ^ x) >>> 0'
    case BPF.LSH_K:
      return `a = (a << ${k}) >>> 0`
    case BPF.LSH_X:
      return 'a = (a << x) >>> 0'
    case BPF.RSH_K:
      return `a = a >>> ${k}`
    case BPF.RSH_X:
      return 'a = a >>> x'
    case BPF.NEG:
      return 'a = -a >>> 0'
    case BPF.TAX:
      return 'x = a'
    case BPF.TXA:
      return 'a = x'
    default:
      throw new TypeError(`unreachable: code ${code} in a program that was verified`)
  }
}
