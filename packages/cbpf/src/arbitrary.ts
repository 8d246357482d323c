/**
 * Random programs and calls for property tests; needs fast-check.
 *
 * The generator draws a list of loose instructions and turns it into a valid program. So fast-check can shrink the
 * list (it removes instructions and makes constants smaller), and the kernel accepts every result.
 */
import {
  argHigh,
  argLow,
  AUDIT_ARCH,
  BPF,
  BPF_MEMWORDS,
  seccompData,
  SECCOMP_DATA_ARGS,
  verdictOf,
  WORD_ARCH,
  WORD_COUNT,
  WORD_NR,
} from '@seccompile/abi'
import type { Program, SeccompData, SockFilter } from '@seccompile/abi'
import fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import { assemble } from './assemble.ts'
import { isConditional } from './code.ts'
import { reachable } from './flow.ts'
import { program } from './program.ts'
import { scratchProblems } from './scratch.ts'
import { remove, symbolic } from './symbolic.ts'

/** How to draw programs. */
export interface ArbitraryProgramOptions {
  /** Most instructions; 40 if left out. */
  readonly maxLength?: number
}

const U32_MAX = 0xffff_ffff
const U64_MAX = 0xffff_ffff_ffff_ffffn

const NOTABLE_CONSTANTS = [
  AUDIT_ARCH.X86_64,
  AUDIT_ARCH.I386,
  0x4000_0000,
  0x7fff_ffff,
  0x8000_0000,
  0xffff_fffe,
  U32_MAX,
]

const VERDICTS = [
  verdictOf('ALLOW'),
  verdictOf('ERRNO', 1),
  verdictOf('ERRNO', 38),
  verdictOf('KILL_THREAD'),
  verdictOf('KILL_PROCESS'),
  verdictOf('TRAP', 7),
  verdictOf('TRACE', 3),
  verdictOf('LOG'),
  verdictOf('USER_NOTIF'),
]

const TESTS_OF_CONSTANTS = [BPF.JEQ_K, BPF.JGT_K, BPF.JGE_K, BPF.JSET_K]
const RETURNS: readonly number[] = [BPF.RET_K, BPF.RET_A]
const OTHER_CODES = Object.values(BPF).filter((code) => !RETURNS.includes(code))

/**
 * An instruction before it is fitted into a program. Codes that allow only few operands use `small` instead of
 * `k`.
 */
interface LooseInsn {
  readonly code: number
  readonly jt: number
  readonly jf: number
  readonly k: number
  readonly small: number
  readonly verdict: number
}

function arbitraryConstant(): Arbitrary<number> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.nat(20) },
    { weight: 2, arbitrary: fc.constantFrom(...NOTABLE_CONSTANTS) },
    { weight: 1, arbitrary: fc.nat(U32_MAX) },
  )
}

function arbitraryLoose(code: Arbitrary<number>): Arbitrary<LooseInsn> {
  // Mostly short jumps: then most of the program is reachable.
  const skip = fc.oneof({ weight: 4, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(255) })
  return fc.record({
    code,
    jt: skip,
    jf: skip,
    k: arbitraryConstant(),
    small: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom<number>(WORD_NR, WORD_ARCH, argLow(0), argHigh(0)) },
      { weight: 1, arbitrary: fc.nat(WORD_COUNT - 1) },
    ),
    verdict: fc.constantFrom(...VERDICTS),
  })
}

/** `loose` as an instruction with `follow` instructions after it. */
function fitted({ code, jt, jf, k, small, verdict }: LooseInsn, follow: number): SockFilter {
  const skip = (count: number): number => count % follow
  if (isConditional(code)) return { code, jt: skip(jt), jf: skip(jf), k }
  const plain = (operand: number): SockFilter => ({ code, jt: 0, jf: 0, k: operand })
  switch (code) {
    case BPF.JA:
      return plain(skip(jt))
    case BPF.LD_ABS:
      return plain(4 * small)
    case BPF.LD_MEM:
    case BPF.LDX_MEM:
    case BPF.ST:
    case BPF.STX:
      return plain(small % BPF_MEMWORDS)
    case BPF.LSH_K:
    case BPF.RSH_K:
      return plain(k % 32)
    case BPF.DIV_K:
      return plain(Math.max(k, 1))
    case BPF.RET_K:
      return plain(verdict)
    default:
      return plain(k)
  }
}

function fittedProgram(body: readonly LooseInsn[], last: SockFilter): Program {
  return program([...body.map((loose, i) => fitted(loose, body.length - i)), last])
}

/** `insns`, where each read of a scratch word that may be unwritten becomes a write of that word. */
function withWrittenScratch(insns: Program): Program {
  const unwritten = new Set(scratchProblems(insns).map(({ where }) => where))
  if (unwritten.size === 0) return insns
  // An additional write makes no read wrong, so one round is enough.
  return program(
    insns.map((insn, pc) => {
      if (!unwritten.has(`pc ${pc}`)) return insn
      return { ...insn, code: insn.code === BPF.LD_MEM ? BPF.ST : BPF.STX }
    }),
  )
}

/** `insns` without the instructions that control cannot reach. */
function withoutDeadCode(insns: Program): Program {
  const reached = reachable(insns)
  const dead = [...insns.keys()].filter((pc) => reached[pc] !== true)
  return assemble(remove(symbolic(insns), new Set(dead)))
}

/** A program that the kernel accepts, drawn from all instructions that it accepts; it may have dead code. */
export function arbitraryProgram(options: ArbitraryProgramOptions = {}): Arbitrary<Program> {
  const code = fc.oneof(
    { weight: 2, arbitrary: fc.constant(BPF.LD_ABS) },
    { weight: 3, arbitrary: fc.constantFrom(...TESTS_OF_CONSTANTS) },
    { weight: 6, arbitrary: fc.constantFrom(...OTHER_CODES) },
    { weight: 1, arbitrary: fc.constantFrom(...RETURNS) },
  )
  const last = fc.oneof(
    { withCrossShrink: true },
    arbitraryReturn(),
    fc.constant({ code: BPF.RET_A, jt: 0, jf: 0, k: 0 }),
  )
  return fc
    .tuple(arbitraryBody(code, options), last)
    .map(([body, end]) => withWrittenScratch(fittedProgram(body, end)))
}

/** A program in the language that lowering emits: `verifyLowered` finds no problem in it. */
export function arbitraryLoweredProgram(options: ArbitraryProgramOptions = {}): Arbitrary<Program> {
  const code = fc.oneof(
    { weight: 4, arbitrary: fc.constant(BPF.LD_ABS) },
    { weight: 8, arbitrary: fc.constantFrom(...TESTS_OF_CONSTANTS) },
    { weight: 1, arbitrary: fc.constantFrom(BPF.AND_K, BPF.JA) },
    { weight: 1, arbitrary: fc.constant(BPF.RET_K) },
  )
  return fc
    .tuple(arbitraryBody(code, options), arbitraryReturn())
    .map(([body, end]) => withoutDeadCode(fittedProgram(body, end)))
}

function arbitraryReturn(): Arbitrary<SockFilter> {
  return fc.constantFrom(...VERDICTS).map((k) => ({ code: BPF.RET_K, jt: 0, jf: 0, k }))
}

/** All instructions but the last. The first is usually a load: before a load A is 0, so tests always go one way. */
function arbitraryBody(
  code: Arbitrary<number>,
  { maxLength = 40 }: ArbitraryProgramOptions,
): Arbitrary<readonly LooseInsn[]> {
  const first = fc.oneof({ weight: 4, arbitrary: fc.constant(BPF.LD_ABS) }, { weight: 1, arbitrary: code })
  const rest = fc.array(arbitraryLoose(code), { maxLength: Math.max(maxLength - 2, 0), size: 'max' })
  const both = fc.tuple(arbitraryLoose(first), rest).map(([head, tail]) => [head, ...tail])
  if (maxLength < 2) return fc.constant([])
  const nothing = { weight: 1, arbitrary: fc.constant([]) }
  return fc.oneof({ withCrossShrink: true }, nothing, { weight: 20, arbitrary: both })
}

/** A call: usually with a small number and a known architecture, and with arguments near the edges of 32 and 64 bits. */
export function arbitrarySeccompData(): Arbitrary<SeccompData> {
  const edges = [0x7fff_ffffn, 0xffff_ffffn, 0x1_0000_0000n, 0x8000_0000_0000_0000n, U64_MAX]
  const wide = fc.oneof(
    { weight: 4, arbitrary: fc.bigInt(0n, 20n) },
    { weight: 2, arbitrary: fc.constantFrom(...edges) },
    { weight: 1, arbitrary: fc.bigInt(0n, U64_MAX) },
  )
  return fc
    .record({
      nr: arbitraryConstant(),
      arch: fc.oneof(fc.constantFrom<number>(...Object.values(AUDIT_ARCH)), arbitraryConstant()),
      instruction_pointer: wide,
      args: fc.array(wide, { minLength: SECCOMP_DATA_ARGS, maxLength: SECCOMP_DATA_ARGS }),
    })
    .map(seccompData)
}
