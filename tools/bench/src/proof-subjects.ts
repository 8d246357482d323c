/* Subjects for timing proofs: pairs of filters with one meaning and two forms, growing in one dimension. */
import { AUDIT_ARCH, BPF, BPF_MAXINSNS, verdictOf, wordOffset, WORD_NR } from '@seccompile/abi'
import type { Program, SockFilter } from '@seccompile/abi'
import type { LeveledIr } from '@seccompile/prover'
import { all, ALWAYS, any, argument, not } from '@seccompile/rules'
import type { Predicate, RuleSet } from '@seccompile/rules'

/** Two filters that mean the same. */
export interface ProofSubject {
  readonly dimension: 'instructions' | 'values' | 'arguments'
  readonly size: number
  readonly pair: readonly [LeveledIr, LeveledIr]
}

const VERDICTS = [verdictOf('ALLOW'), verdictOf('ERRNO', 1), verdictOf('TRAP')] as const
const DENY = verdictOf('KILL_PROCESS')

const insn = (code: number, k: number, jt = 0, jf = 0): SockFilter => ({ code, jt, jf, k })

/**
 * Numbers with holes between them, each with a verdict. A pattern in the numbers or in the verdicts would make the
 * diagram small.
 */
const numbered = (count: number): readonly (readonly [nr: number, verdict: number])[] =>
  Array.from({ length: count }, (_, i) => [
    3 * i + (i % 2),
    VERDICTS[(Math.imul(i, 0x9e37_79b1) >>> 16) % VERDICTS.length]!,
  ])

function ruleSetOf(rules: RuleSet['sections'][number]['rules']): LeveledIr {
  return {
    level: 'rules',
    ir: { sections: [{ arch: AUDIT_ARCH.X86_64, rules, otherwise: DENY }], badArch: DENY },
  }
}

/** A program of `insns` instructions that compares one number after the other, with its rules. */
function linear(insns: number): ProofSubject {
  const calls = numbered(Math.floor((insns - 5) / 2))
  const ir: Program = [
    insn(BPF.LD_ABS, 4),
    insn(BPF.JEQ_K, AUDIT_ARCH.X86_64, 1, 0),
    insn(BPF.RET_K, DENY),
    insn(BPF.LD_ABS, wordOffset(WORD_NR, 'little')),
    ...calls.flatMap(([nr, verdict]) => [insn(BPF.JEQ_K, nr, 0, 1), insn(BPF.RET_K, verdict)]),
    insn(BPF.RET_K, DENY),
  ]
  const rules = calls.map(([nr, verdict]) => ({ numbers: [{ lo: nr, hi: nr }], when: ALWAYS, verdict }))
  return {
    dimension: 'instructions',
    size: ir.length,
    pair: [{ level: 'program', ir }, ruleSetOf(rules.toReversed())],
  }
}

const onlyWhen = (when: Predicate): LeveledIr =>
  ruleSetOf([{ numbers: [{ lo: 9, hi: 9 }], when, verdict: VERDICTS[0] }])

/** `count` 64-bit values of one argument, as one set and as single tests. */
function valueSet(count: number): ProofSubject {
  // Multiples of 2^64 over the golden ratio lie far apart in all bits.
  const values = Array.from({ length: count }, (_, i) =>
    BigInt.asUintN(64, BigInt(i) * 0x9e37_79b9_7f4a_7c15n),
  )
  const ranges = values.map((value) => ({ lo: value, hi: value }))
  const oneByOne = any(ranges.map((range) => argument(0, [range])))
  return { dimension: 'values', size: count, pair: [onlyWhen(argument(0, ranges)), onlyWhen(oneByOne)] }
}

/** Conditions on each of `count` arguments, a 64-bit range and a mask, and the same conditions by De Morgan. */
function everyArgument(count: number): ProofSubject {
  const tests = Array.from({ length: count }, (_, index) => [
    argument(index, [{ lo: 0x1_0000_0005n + BigInt(index), hi: 0x7_ffff_0000_0000n }]),
    argument(index, [{ lo: 0x20n, hi: 0x20n }], 0x8000_0000_0070n),
  ]).flat()
  const [plain, turned] = [all(tests), not(any(tests.toReversed().map(not)))]
  return { dimension: 'arguments', size: count, pair: [onlyWhen(plain), onlyWhen(turned)] }
}

/** The subjects, by dimension and size. */
export function proofSubjects(): readonly ProofSubject[] {
  return [
    ...[64, 256, 1024, BPF_MAXINSNS].map(linear),
    ...[10, 100, 1000].map(valueSet),
    ...[1, 2, 4, 6].map(everyArgument),
  ]
}
