/*
 * Programs with one field of one instruction changed, and the prover's answer about each compared with a search.
 *
 * Where the prover says "different", it yields a call, and the interpreter confirms the call. Where the prover says
 * "equal", another method must look for a difference. Here the interpreter runs boundary inputs. Only witnesses of the
 * program that run the changed instruction can show a difference. Some of these are varied: each word gets the
 * constants near the change.
 */
import { dataFromWords, dataWords, WORD_COUNT } from '@seccompile/abi'
import type { Program, SeccompData, SockFilter } from '@seccompile/abi'
import { program, verify, witnesses } from '@seccompile/cbpf'
import { runWords } from '@seccompile/interpreter'
import { equal } from '@seccompile/prover'

/** A program, and a copy with one field of one instruction changed. The kernel accepts both. */
export interface Mutant {
  readonly pc: number
  readonly field: keyof SockFilter
  readonly program: Program
}

/** The result for a mutant. */
export type MutantVerdict = 'equal' | 'different' | 'undecided'

/** A program whose mutants are tried. */
export interface MutantSource {
  readonly name: string
  readonly program: Program
  /** The witnesses of the program. */
  readonly calls: readonly SeccompData[]
  /** For each instruction, the indexes in `calls` of the calls that run it. */
  readonly callsAt: readonly (readonly number[])[]
}

/** Random u32 numbers. */
export type RandomU32 = () => number

/** Numbers that depend on `seed` alone: splitmix32. */
export function randomNumbers(seed: number): RandomU32 {
  let state = seed >>> 0
  return () => {
    state = (state + 0x9e37_79b9) >>> 0
    let z = state
    z = Math.imul(z ^ (z >>> 16), 0x21f0_aaad)
    z = Math.imul(z ^ (z >>> 15), 0x735a_2d97)
    return (z ^ (z >>> 15)) >>> 0
  }
}

/** `program` with the facts that the search for differences needs. */
export function subject(name: string, program: Program): MutantSource {
  const calls = witnesses(program, 'little')
  const callsAt = program.map((): number[] => [])
  calls.forEach((data, i) => {
    runWords(program, dataWords(data), 'little', (pc) => {
      callsAt[pc]!.push(i)
    })
  })
  return { name, program, calls, callsAt }
}

/** Bits in the fields of struct sock_filter. */
const FIELD_BITS = { code: 16, jt: 8, jf: 8, k: 32 } as const
const FIELDS = ['code', 'jt', 'jf', 'k'] as const

/** A mutant: one bit of one field flipped, or a neighbour of its value. */
export function mutantOf(original: Program, random: RandomU32): Mutant {
  for (;;) {
    const pc = random() % original.length
    const field = FIELDS[random() % FIELDS.length]!
    const insn = original[pc]!
    const bits = FIELD_BITS[field]
    const choice = random() % (bits + 2)
    const value = choice < bits ? insn[field] ^ (1 << choice) : insn[field] + (choice === bits ? 1 : -1)
    const mutated = original.with(pc, {
      ...insn,
      [field]: bits === 32 ? value >>> 0 : value & (2 ** bits - 1),
    })
    if (verify(mutated).length === 0) return { pc, field, program: program(mutated) }
  }
}

/** Most calls that are varied, among those that run the changed instruction. */
const VARIED = 24

/** Whether the interpreter finds a call that tells the mutant from its subject. */
export function searchDifference(
  { program, calls, callsAt }: MutantSource,
  mutant: Mutant,
): SeccompData | undefined {
  const differs = (words: Uint32Array): boolean =>
    runWords(program, words).verdict !== runWords(mutant.program, words).verdict
  const reaching = callsAt[mutant.pc]!.map((i) => calls[i]!)
  const own = reaching.find((data) => differs(dataWords(data)))
  if (own !== undefined) return own
  const near = [program, mutant.program].flatMap((insns) =>
    insns.slice(mutant.pc, mutant.pc + 3).flatMap(({ k }) => [k - 1, k, k + 1].map((value) => value >>> 0)),
  )
  const step = Math.max(Math.floor(reaching.length / VARIED), 1)
  for (let i = 0; i < reaching.length; i += step)
    for (let word = 0; word < WORD_COUNT; word += 1)
      for (const value of near) {
        const words = dataWords(reaching[i]!)
        words[word] = value
        if (differs(words)) return dataFromWords(words)
      }
  return undefined
}

/**
 * A proof with this bound takes a third of a second. The programs need a few thousand nodes; only mutants that return a
 * whole word need more.
 */
const MAX_NODES = 200_000

/** The answer of the prover about a mutant. @throws Error where the answer is wrong */
export function judge(original: MutantSource, mutant: Mutant): MutantVerdict {
  const [left, right] = [original.program, mutant.program].map((ir) => ({ level: 'program', ir }) as const)
  const answer = equal(left!, right!, { maxNodes: MAX_NODES })
  const place = `${original.name}, pc ${mutant.pc}, ${mutant.field} of ${JSON.stringify(mutant.program[mutant.pc])}`
  if (answer.kind === 'different') {
    const words = dataWords(answer.data)
    if (runWords(original.program, words).verdict !== runWords(mutant.program, words).verdict)
      return 'different'
    throw new Error(`${place}: the prover's call does not tell them apart`)
  }
  if (
    (answer.kind === 'equal' || answer.kind === 'no-difference') &&
    searchDifference(original, mutant) !== undefined
  )
    throw new Error(`${place}: the prover says equal, and a call tells them apart`)
  return answer.kind === 'same' || answer.kind === 'no-difference' ? 'equal' : answer.kind
}
