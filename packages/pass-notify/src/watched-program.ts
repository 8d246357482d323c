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
 * Where the kernel itself kills or traps for a call in front, whatever its arguments, the call is left to the policy. Where that depends
 * on arguments, the call goes to a copy of the policy, in which all other returns are USER_NOTIF.
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
import { constVerdict } from '@seccompile/interpreter'
import { inquire, isUndecided } from '@seccompile/prover'
import { assertNever, endianness as endiannessReader, IrError, read } from '@seccompile/shape'
import { isEnding, NOTIFY, ownAnswers, readWatch, replacedVerdict } from './notified-verdict.ts'
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

/** Where the calls with an answer of their own go. */
type FrontTarget = 'answer' | 'rest' | 'copy'

/**
 * Where call `nr` of `arch` goes: to its answer; to the policy, which kills or traps for it; or to the copy of the policy, which
 * does so for some arguments.
 */
function frontTarget(policy: Program, arch: number, nr: number): FrontTarget {
  const verdict = constVerdict(policy, nr, arch)
  if (verdict !== undefined) return isEnding(verdict) ? 'rest' : 'answer'
  const mayEnd = policy.some(
    ({ code, k }) => code === BPF.RET_A || code === BPF.DIV_X || (code === BPF.RET_K && isEnding(k)),
  )
  return mayEnd ? 'copy' : 'answer'
}

/** The body of a watched program. */
interface Body {
  readonly rest: readonly SymbolicInsn[]
  /** The copy of the policy, where a call needs it. */
  readonly copy: () => readonly SymbolicInsn[]
  readonly targetOf: (arch: number, nr: number) => FrontTarget
}

/** Tests for the calls with an answer of their own, that answer, and `rest`, where all other calls continue. */
function withFront(
  watch: WatchPlan,
  make: InsnMaker,
  { rest, copy, targetOf }: Body,
): readonly SymbolicInsn[] {
  const { verdict, calls } = ownAnswers(watch)
  const answer = make.ret(BPF.RET_K, verdict)
  const restLabel = rest[0]!.label
  const tested = calls.map(({ arch, numbers }) => ({
    arch,
    numbers: numbers
      .map((nr) => ({ nr, target: targetOf(arch, nr) }))
      .filter(({ target }) => target !== 'rest'),
  }))
  const isCopied = tested.some(({ numbers }) => numbers.some(({ target }) => target === 'copy'))
  const copied = isCopied ? copy() : []
  const labelOf = (target: FrontTarget): Label => (target === 'copy' ? copied[0]!.label : answer.label)
  const blocks = tested
    .filter(({ numbers }) => numbers.length > 0)
    .map(({ arch, numbers }) => {
      const load = make.op(BPF.LD_ABS, NR)
      const labels = numbers.map(() => make.next())
      const tests = numbers.map(({ nr, target }, i) =>
        make.jeq(nr, labelOf(target), labels[i + 1] ?? restLabel, labels[i]),
      )
      return { arch, insns: [load, ...tests] }
    })
  const labels = blocks.map(() => make.next())
  const arches = blocks.map(({ arch, insns }, i) =>
    make.jeq(arch, insns[0]!.label, labels[i + 1] ?? restLabel, labels[i]),
  )
  const front = [make.op(BPF.LD_ABS, ARCH), ...arches, ...blocks.flatMap(({ insns }) => insns), answer]
  return [...front, ...rest, ...copied]
}

/** The end of a program that returns A: A, or USER_NOTIF for the actions `notified`. */
function tailOf(isNotified: boolean, actions: readonly Verdict[], make: InsnMaker): readonly SymbolicInsn[] {
  const notify = make.ret(BPF.RET_K, NOTIFY)
  const keep = make.op(BPF.TXA)
  const [found, others] = isNotified ? [notify, keep] : [keep, notify]
  const labels = actions.map(() => make.next())
  const tests = actions.map((action, i) =>
    make.jeq(action, found.label, labels[i + 1] ?? others.label, labels[i]),
  )
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
  const body: Body = { rest: [make.ret(BPF.RET_K, NOTIFY)], copy: () => [], targetOf: () => 'answer' }
  return assemble(withFront(watch, make, body))
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
  const copied = relabelled(insns, freshLabel(insns))
  const make = maker(freshLabel(copied))
  const readsEntry = (liveRegisters(before)[0]! & (1 << REGISTER.A)) !== 0
  const bodyOf = (
    from: readonly SymbolicInsn[],
    verdictFor: (verdict: Verdict) => Verdict,
    tail: readonly SymbolicInsn[],
  ): readonly SymbolicInsn[] => {
    const replaced = from.map((insn): SymbolicInsn => {
      if (insn.kind !== 'ret') return insn
      if (insn.code === BPF.RET_K) return { ...insn, k: verdictFor(insn.k) }
      return { kind: 'ja', label: insn.label, to: tail[0]!.label }
    })
    const usesTail = from.some((insn) => insn.kind === 'ret' && insn.code === BPF.RET_A)
    return [...(readsEntry ? [make.op(BPF.AND_K, 0)] : []), ...replaced, ...(usesTail ? tail : [])]
  }
  const { ERRNO, LOG, ALLOW } = SECCOMP_RET
  const { mayKill } = ownAnswers(given)
  const body: Body = {
    rest: bodyOf(
      insns,
      (verdict) => placed(use, verdict),
      use === 'try' ? tailOf(false, [ALLOW], make) : tailOf(true, [ERRNO, LOG], make),
    ),
    copy: () =>
      bodyOf(
        copied,
        (verdict) => (isEnding(verdict) ? verdict : NOTIFY),
        tailOf(true, [ERRNO, LOG, ALLOW], make),
      ),
    targetOf: (arch, nr) => (mayKill({ arch, nr }) ? frontTarget(before, arch, nr) : 'answer'),
  }
  return fitting(assemble(withFront(given, make, body)))
}

/** The instructions with other labels, which begin at `first`. */
function relabelled(insns: readonly SymbolicInsn[], first: Label): readonly SymbolicInsn[] {
  return insns.map((insn): SymbolicInsn => {
    const label = insn.label + first
    switch (insn.kind) {
      case 'jump':
        return { ...insn, label, then: insn.then + first, else: insn.else + first }
      case 'ja':
        return { ...insn, label, to: insn.to + first }
      case 'op':
      case 'ret':
        return { ...insn, label }
      default:
        return assertNever(insn)
    }
  })
}

/** The replaced verdict. A return of a verdict that has no place is never reached, and may answer anything. */
const placed = (use: WatchUse, verdict: Verdict): Verdict => replacedVerdict(use, verdict) ?? NOTIFY
