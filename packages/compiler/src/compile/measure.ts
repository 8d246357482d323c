import type { Endianness, Program } from '@seccompile/abi'
import type { Objective } from '../objective/measures.ts'
import type { Candidate } from './candidates.ts'
import type { Attempt } from './compile-rules.ts'
import { longestPath } from './longest-path.ts'

/** Costs with a smaller difference count as equal. */
const EPSILON = 1e-9

/** The program of a candidate, measured. */
export interface Measurement {
  readonly candidate: Candidate
  readonly made: Extract<Attempt, { readonly kind: 'fits' }>
  /** The value of the objective. */
  readonly value: number
  /** Instructions executed for a call, plus the price of the program. */
  readonly cost: number
  /** The number of instructions by which the longest path exceeds its bound; 0 where it does not. */
  readonly over: number
}

/** Measures programs at the price `insnCost` of an instruction, with paths of at most `maxPath` instructions. */
export class ProgramScale {
  readonly #objective: Objective
  readonly #endianness: Endianness
  readonly #insnCost: number
  readonly #maxPath: number

  constructor(objective: Objective, endianness: Endianness, insnCost: number, maxPath: number) {
    this.#objective = objective
    this.#endianness = endianness
    this.#insnCost = insnCost
    this.#maxPath = maxPath
  }

  /** The program `made` of `candidate`, measured. */
  measured(candidate: Candidate, made: Measurement['made']): Measurement {
    const { program } = made
    const { value } = this.#objective.valueOf([program], this.#endianness)
    const over = this.#maxPath === Infinity ? 0 : Math.max(0, longestPath(program) - this.#maxPath)
    return { candidate, made, value, cost: this.#costOf(program, value), over }
  }

  /** Whether no program that costs as much as `program`, or more, can replace `best`. */
  costsTooMuch(program: Program, best: Measurement): boolean {
    if (best.over > 0) return false
    const { value } = this.#objective.valueOf([program], this.#endianness)
    return this.#costOf(program, value) >= best.cost - EPSILON
  }

  #costOf(program: Program, value: number): number {
    return value / this.#objective.calls + this.#insnCost * program.length
  }
}

/** Whether `one` is cheaper than `other`. Where a path is too long, the program with the shorter longest path wins. */
export function isCheaper(one: Measurement, other: Measurement): boolean {
  return one.over === other.over ? one.cost < other.cost - EPSILON : one.over < other.over
}
