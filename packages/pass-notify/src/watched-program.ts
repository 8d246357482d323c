/*
 * Replaces answers of a program by USER_NOTIF.
 *
 * The tests for the calls with an answer of their own stand in front. Behind them is the program of the policy, with another
 * constant in each return. Where the program reads A before it writes it, `and #0` restores the 0 that A has at entry: the kernel
 * emulates this instruction when it fills the allow bitmap, and it does not emulate `ld #0`. So the calls that the kernel
 * never asks the policy about stay calls that it never asks about, but for those in front.
 *
 * A policy for riscv64 that refuses call 39, before and after `denials`:
 *
 *   0  ld [0]                     0  ld [4]
 *   1  jeq #39, 2, 3              1  jeq #0xc00000f3, 2, 6
 *   2  ret #0x50001               2  ld [0]
 *   3  ret #0x7fff0000            3  jeq #221, 5, 4
 *                                 4  jeq #281, 5, 6
 *                                 5  ret #0x7fc00000
 *                                 6  ld [0]
 *                                 7  jeq #39, 8, 9
 *                                 8  ret #0x7fc00000
 *                                 9  ret #0x7fff0000        (jumps show targets, not distances)
 *
 * A return of A goes to a tail that tests the action in A. The verdicts of such a program are not in its text, so the prover says
 * whether one of them has no place in a watched program.
 */
import {
  actionOf,
  BPF,
  BPF_MAXINSNS,
  SECCOMP_RET,
  SECCOMP_RET_ACTION_FULL,
  verdictName,
} from '@seccompile/abi'
import type { ActionName, Endianness, Program, Verdict } from '@seccompile/abi'
import {
  assemble,
  freshLabel,
  liveRegisters,
  program,
  reachable,
  REGISTER,
  symbolic,
  verify,
} from '@seccompile/cbpf'
import type { Label, SymbolicInsn, SymbolicJump, SymbolicOp, SymbolicRet } from '@seccompile/cbpf'
import { inquire, isUndecided } from '@seccompile/prover'
import { endianness as endiannessReader, IrError, read } from '@seccompile/shape'
import { NOTIFY, ownAnswers, readWatch, replacedVerdict } from './notified-verdict.ts'
import type { WatchPlan, WatchUse } from './notified-verdict.ts'

/** A watched program, or the reason why there is none. */
export type WatchedProgram =
  | { readonly kind: 'watched'; readonly program: Program }
  | { readonly kind: 'declined'; readonly reason: string }

/** Bounds of the proof that A never holds a verdict: some hundredths of a second. */
const PROOF_LIMITS = { maxNodes: 20_000, maxSteps: 100_000 }

/** The byte offsets of nr and arch, the same in both byte orders. */
const NR = 0
const ARCH = 4

/** The actions that have no place in a watched program. */
const REFUSED: Readonly<Record<WatchUse, readonly ActionName[]>> = {
  denials: ['TRACE', 'USER_NOTIF'],
  try: ['USER_NOTIF'],
  record: [],
}

const WHY: Partial<Record<ActionName, string>> = {
  TRACE: 'a tracer decides such a call, and a supervisor cannot take its place',
  USER_NOTIF: 'the policy has a supervisor of its own, and the kernel takes one for a call',
}

function declined(verdict: Verdict): WatchedProgram {
  const action = actionOf(verdict)
  const why = (action === undefined ? undefined : WHY[action]) ?? 'it cannot be watched'
  return { kind: 'declined', reason: `the policy answers ${verdictName(verdict)}: ${why}` }
}

/** Makes instructions with new labels. */
interface InsnMaker {
  readonly next: () => Label
  readonly op: (code: number, k?: number) => SymbolicOp
  readonly ret: (code: number, k?: number) => SymbolicRet
  readonly jeq: (k: number, then: Label, otherwise: Label, label?: Label) => SymbolicJump
}

function maker(first: Label): InsnMaker {
  let label = first
  const next = (): Label => label++
  return {
    next,
    op: (code, k = 0) => ({ kind: 'op', label: next(), code, k }),
    ret: (code, k = 0) => ({ kind: 'ret', label: next(), code, k }),
    jeq: (k, then, otherwise, own = next()) => ({
      kind: 'jump',
      label: own,
      code: BPF.JEQ_K,
      k,
      then,
      else: otherwise,
    }),
  }
}

/** Tests for the calls with an answer of their own, that answer, and `rest`, where all other calls continue. */
function withFront(
  watch: WatchPlan,
  make: InsnMaker,
  rest: readonly SymbolicInsn[],
): readonly SymbolicInsn[] {
  const { verdict, calls } = ownAnswers(watch)
  const answer = make.ret(BPF.RET_K, verdict)
  const restLabel = rest[0]!.label
  const blocks = calls
    .filter(({ numbers }) => numbers.length > 0)
    .map(({ arch, numbers }) => {
      const load = make.op(BPF.LD_ABS, NR)
      const labels = numbers.map(() => make.next())
      const tests = numbers.map((nr, i) => make.jeq(nr, answer.label, labels[i + 1] ?? restLabel, labels[i]))
      return { arch, insns: [load, ...tests] }
    })
  const labels = blocks.map(() => make.next())
  const arches = blocks.map(({ arch, insns }, i) =>
    make.jeq(arch, insns[0]!.label, labels[i + 1] ?? restLabel, labels[i]),
  )
  return [make.op(BPF.LD_ABS, ARCH), ...arches, ...blocks.flatMap(({ insns }) => insns), answer, ...rest]
}

/** The end of a program that returns A: A, or USER_NOTIF, by the action in A. */
function tailOf(use: 'denials' | 'try', make: InsnMaker): readonly SymbolicInsn[] {
  const notify = make.ret(BPF.RET_K, NOTIFY)
  const keep = make.op(BPF.TXA)
  const [first, second] = [make.next(), make.next()]
  const tests =
    use === 'try'
      ? [make.jeq(SECCOMP_RET.ALLOW, keep.label, notify.label, first)]
      : [
          make.jeq(SECCOMP_RET.ERRNO, notify.label, second, first),
          make.jeq(SECCOMP_RET.LOG, notify.label, keep.label, second),
        ]
  return [
    make.op(BPF.TAX),
    make.op(BPF.AND_K, SECCOMP_RET_ACTION_FULL),
    ...tests,
    keep,
    make.ret(BPF.RET_A),
    notify,
  ]
}

/** Whether some call gets a refused action from a program that returns A, by the prover. */
function refusalOfA(policy: Program, use: WatchUse, endianness: Endianness): WatchedProgram | undefined {
  const unknown = (reason: string): WatchedProgram => ({
    kind: 'declined',
    reason: `the policy returns A, and it is not known whether A is ever ${REFUSED[use].join(' or ')}: ${reason}`,
  })
  const isRefused = (verdict: Verdict): boolean => REFUSED[use].some((action) => action === actionOf(verdict))
  const inquiry = inquire({ level: 'program', ir: policy }, { endianness, ...PROOF_LIMITS })
  if (inquiry.kind === 'undecided') return unknown(inquiry.reason)
  try {
    const found = inquiry.call(isRefused)
    return found === undefined ? undefined : declined(found.verdict)
  } catch (error) {
    if (error instanceof Error && isUndecided(error)) return unknown(error.message)
    throw error
  }
}

/** The reason why some call may get an action that has no place; `undefined` where no call does. */
function refusal(policy: Program, use: WatchUse, endianness: Endianness): WatchedProgram | undefined {
  const reached = reachable(policy)
  const reaches = (wanted: number): boolean =>
    policy.some(({ code }, pc) => reached[pc] === true && code === wanted)
  const found = policy.find(
    ({ code, k }, pc) =>
      reached[pc] === true && code === BPF.RET_K && REFUSED[use].some((action) => action === actionOf(k)),
  )
  if (found !== undefined) return declined(found.k)
  if (use === 'try' && reaches(BPF.DIV_X))
    return {
      kind: 'declined',
      reason: 'the policy divides by X: where X is 0 the kernel kills, and no supervisor sees the call',
    }
  return reaches(BPF.RET_A) ? refusalOfA(policy, use, endianness) : undefined
}

const fitting = (made: Program): WatchedProgram =>
  made.length <= BPF_MAXINSNS
    ? { kind: 'watched', program: made }
    : {
        kind: 'declined',
        reason: `the watched program has ${made.length} instructions; a filter has at most ${BPF_MAXINSNS}`,
      }

/** The program of `record` on the machine that `abi` is of: every call is notified, but for those that end something. */
function recorder(watch: WatchPlan): Program {
  const make = maker(0)
  return assemble(withFront(watch, make, [make.ret(BPF.RET_K, NOTIFY)]))
}

/**
 * The program of a policy with its answers replaced as `watch` says ({@link notifiedVerdict}). In `record` the policy does not
 * count.
 * @throws TypeError where an option is wrong; IrError where the kernel would refuse `policy`
 */
export function watchedProgram(
  policy: Program,
  watch: WatchPlan,
  endianness: Endianness = 'little',
): WatchedProgram {
  const given = readWatch(watch)
  read(endiannessReader, endianness, 'endianness')
  const before = program(policy)
  const problems = verify(before)
  if (problems.length > 0) throw new IrError('program', problems)
  const { use } = given
  if (use === 'record') return fitting(recorder(given))
  const reason = refusal(before, use, endianness)
  if (reason !== undefined) return reason

  const insns = symbolic(before)
  const make = maker(freshLabel(insns))
  const tail = tailOf(use, make)
  let usesTail = false
  const replaced = insns.map((insn): SymbolicInsn => {
    if (insn.kind !== 'ret') return insn
    if (insn.code === BPF.RET_K) return { ...insn, k: placed(use, insn.k) }
    usesTail = true
    return { kind: 'ja', label: insn.label, to: tail[0]!.label }
  })
  const readsEntry = (liveRegisters(before)[0]! & (1 << REGISTER.A)) !== 0
  const body = [...(readsEntry ? [make.op(BPF.AND_K, 0)] : []), ...replaced, ...(usesTail ? tail : [])]
  return fitting(assemble(withFront(given, make, body)))
}

/** The replaced verdict. A return of a verdict that has no place is never reached, and may answer anything. */
const placed = (use: WatchUse, verdict: Verdict): Verdict => replacedVerdict(use, verdict) ?? NOTIFY
