/*
 * The round trips: conversions through the levels that must keep an IR, or its meaning. Each throws at the first
 * difference, and the error shows it.
 */
import { dataWords } from '@seccompile/abi'
import type { Endianness, Program, SeccompData } from '@seccompile/abi'
import {
  assemble,
  canonical,
  decode,
  encode,
  parseAssembly,
  parseListing,
  print,
  printAssembly,
  symbolic,
  verify,
  witnesses,
} from '@seccompile/cbpf'
import { compileRules, pipelines } from '@seccompile/compiler'
import type { PipelineName } from '@seccompile/compiler'
import { evaluator, runWords } from '@seccompile/interpreter'
import { equal } from '@seccompile/prover'
import type { LeveledIr } from '@seccompile/prover'
import type { RuleSet } from '@seccompile/rules'
import { IrError } from '@seccompile/shape'
import { disagreement, explain } from '@seccompile/testkit'

/** Bounds of one proof. A proof that exceeds them is undecided, which is no failure. */
const PROOF_LIMITS = { maxNodes: 50_000, maxSteps: 500_000 }

const PIPELINES = Object.keys(pipelines) as readonly PipelineName[] // the type of `pipelines` names the keys

function demandSame(what: string, got: Program, expected: Program): void {
  const text = (insns: Program): string =>
    insns.map(({ code, jt, jf, k }) => `${code},${jt},${jf},${k}`).join('\n')
  if (text(got) === text(expected)) return
  throw new Error(`${what} yields another program\n--- before\n${print(expected)}\n--- after\n${print(got)}`)
}

/**
 * Takes a program that `verify` accepts, with any fields, through bytes in both orders, labels, listing and assembly.
 */
export function throughOtherForms(insns: Program): void {
  for (const endianness of ['little', 'big'] as const)
    demandSame(
      `encode and decode, ${endianness} endian,`,
      decode(encode(insns, endianness), endianness),
      insns,
    )
  demandSame('the symbolic form', assemble(symbolic(insns)), canonical(insns))
  for (const endianness of ['little', 'big'] as const) {
    throughListing(insns, endianness)
    const text = printAssembly(insns, { endianness })
    demandSame(`the assembly, ${endianness} endian,`, parseAssembly(text), canonical(insns))
  }
}

/** Takes any program, including one that the kernel refuses, through a listing. */
export function throughListing(insns: Program, endianness: Endianness): void {
  demandSame(`the listing, ${endianness} endian,`, parseListing(print(insns, { endianness })), insns)
}

/**
 * Runs a program that `verify` accepts: the interpreter does not throw, and the evaluator yields the same results.
 */
export function throughEvaluator(
  insns: Program,
  inputs: readonly SeccompData[],
  endianness: Endianness,
): void {
  const evaluate = evaluator(insns, endianness)
  const steps = new Uint32Array(1)
  for (const data of inputs) {
    const words = dataWords(data)
    const expected = runWords(insns, words, endianness)
    const verdict = evaluate(words, steps)
    if (verdict === expected.verdict && steps[0] === expected.steps) continue
    const seen = `[${words.join(', ')}]: ${verdict} after ${steps[0]} instructions`
    const wanted = `${expected.verdict} after ${expected.steps}`
    throw new Error(
      `the evaluator on ${seen}, the interpreter ${wanted}, ${endianness} endian\n${print(insns)}`,
    )
  }
}

/** Compiles rules by each pipeline: the program has the meaning of the rules, and passes all checks of programs. */
export function throughPipelines(rules: RuleSet, endianness: Endianness): void {
  for (const pipeline of PIPELINES) {
    const program = compileRules(rules, { pipeline, endianness })
    const problems = verify(program)
    if (problems.length > 0) throw new IrError('program', problems)
    const before: LeveledIr = { level: 'rules', ir: rules }
    const after: LeveledIr = { level: 'program', ir: program }
    const sampled = disagreement(before, after, endianness)
    const answer = equal(before, after, { endianness, ...PROOF_LIMITS })
    if (sampled !== undefined && (answer.kind === 'equal' || answer.kind === 'no-difference'))
      throw new Error(explain(`the proof is wrong: pipeline ${pipeline}`, before, after, sampled, endianness))
    const found = sampled ?? (answer.kind === 'different' ? answer : undefined)
    if (found !== undefined)
      throw new Error(explain(`pipeline ${pipeline}`, before, after, found, endianness))
    throughEvaluator(program, witnesses(program, endianness), endianness)
    throughOtherForms(program)
  }
}
