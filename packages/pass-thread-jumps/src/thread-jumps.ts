/*
 * Sends each jump to the end of its way.
 *
 * A jump does not change A, so a second jump behind it finds the same value. The pass follows the way of each jump
 * through every `ja`, every conditional jump whose outcome is known on this way, and every conditional jump whose two
 * ways have one end. It stops at an instruction with an effect, and sends the jump straight there. A `ja` to a return
 * becomes that return. A conditional jump becomes a `ja` where its outcome is always the same or makes no difference.
 *
 *   0  ld [0]                              0  ld [0]
 *   1  jgt #10, 2, 6                       1  jgt #10, 4, 6
 *   2  ja 3                                2  ja 3
 *   3  jge #5, 4, 6                        3  jge #5, 4, 6
 *   4  jeq #20, 6, 5                       4  jeq #20, 6, 5
 *   5  ret #0x50001                        5  ret #0x50001
 *   6  ret #0x7fff0000                     6  ret #0x7fff0000      (jumps show targets, not distances)
 *
 * In this example, the test at 3 always holds on the way from 1. No way leads to 2 and 3 any more, and `dead-code`
 * removes them.
 *
 * Equal returns count as one place. Jumps share as few of them as they can, and `dead-code` removes the others. A
 * conditional jump goes only as far as its eight bits reach. The instruction count never changes.
 */
import type { Program } from '@seccompile/abi'
import { assemble, MAX_SKIP, reachable, symbolic, verify } from '@seccompile/cbpf'
import type { Label, SymbolicInsn, SymbolicJump } from '@seccompile/cbpf'
import { definePass } from '@seccompile/pass'
import type { Memo, Pass } from '@seccompile/pass'
import { assertNever } from '@seccompile/shape'
import { endsOf } from './ends.ts'
import { after, either, exactly, narrowed, outcome } from './known.ts'
import type { ValueFacts } from './known.ts'
import { ReturnChoice } from './returns.ts'

/** One way out of a jump: its target, the facts about A on it, and the last jump on it whose outcome was decided. */
interface JumpExit {
  readonly to: Label
  readonly known: ValueFacts
  readonly asked?: { readonly jump: SymbolicJump; readonly holds: boolean }
}

/**
 * The next instruction after the jump `insn` on a way; `undefined` where `insn` is no jump, or where its outcome on
 * this way is not known.
 */
function onward(insn: SymbolicInsn, { known, asked }: JumpExit, ends: readonly Label[]): Label | undefined {
  switch (insn.kind) {
    case 'op':
    case 'ret':
      return undefined
    case 'ja':
      return insn.to
    case 'jump': {
      if (ends[insn.then] === ends[insn.else]) return insn.then
      const isAskedAgain = asked?.jump.code === insn.code && asked.jump.k === insn.k
      const holds = isAskedAgain ? asked.holds : outcome(known, insn.code, insn.k)
      if (holds === undefined) return undefined
      return holds ? insn.then : insn.else
    }
    default:
      return assertNever(insn)
  }
}

/**
 * `program` with every jump sent to its end, as far as one walk finds the ends; the same object where no jump
 * changes. Unless `movesReturns`, a return gets no way that did not lead to it before, and no return replaces a jump.
 */
function thread(program: Program, movesReturns: boolean, memo: Memo): Program {
  const insns = memo(symbolic, program)
  const ends = endsOf(insns)
  const returns = movesReturns ? new ReturnChoice(insns, memo(reachable, program)) : undefined

  /** By pc, the facts about A on the ways to it. The walk comes to a pc after all ways to it. */
  const arrived = new Array<ValueFacts | undefined>(insns.length).fill(undefined)
  const arrive = (pc: Label, known: ValueFacts): void => {
    const others = arrived[pc]
    arrived[pc] = others === undefined ? known : either(others, known)
  }
  arrive(0, exactly(0))
  /** The place on `way` nearest to its end, and not behind `limit`, that a jump at `from` can go to. */
  const follow = (from: Label, way: JumpExit, limit: number): Label => {
    let nearest = way.to
    for (let at: Label | undefined = way.to; at !== undefined;) {
      const insn: SymbolicInsn = insns[at]!
      if (at <= limit) nearest = at
      if (insn.kind === 'ret') return returns?.take(insn, from, limit) ?? nearest
      at = onward(insn, way, ends)
    }
    return nearest
  }
  const jumpAlways = (insn: SymbolicInsn, way: JumpExit): SymbolicInsn => {
    const to = follow(insn.label, way, Infinity)
    arrive(to, way.known)
    const target = insns[to]!
    if (target.kind === 'ret' && movesReturns) return { ...target, label: insn.label }
    return insn.kind === 'ja' && insn.to === to ? insn : { kind: 'ja', label: insn.label, to }
  }
  const jump = (insn: SymbolicJump, known: ValueFacts): SymbolicInsn => {
    const sure = onward(insn, { to: insn.label, known }, ends)
    if (sure !== undefined) return jumpAlways(insn, { to: sure, known })
    const way = (to: Label, holds: boolean): JumpExit => ({
      to,
      known: narrowed(known, insn.code, insn.k, holds),
      asked: { jump: insn, holds },
    })
    const ways = { then: way(insn.then, true), else: way(insn.else, false) }
    const limit = insn.label + 1 + MAX_SKIP
    const then = follow(insn.label, ways.then, limit)
    const otherwise = follow(insn.label, ways.else, limit)
    if (ends[then] === ends[otherwise]) return jumpAlways(insn, { to: then, known })
    arrive(then, ways.then.known)
    arrive(otherwise, ways.else.known)
    return then === insn.then && otherwise === insn.else ? insn : { ...insn, then, else: otherwise }
  }
  const walk = (insn: SymbolicInsn): SymbolicInsn => {
    const known = arrived[insn.label]
    if (known === undefined) return insn // never executed
    switch (insn.kind) {
      case 'op':
        arrive(insn.label + 1, after(known, insn.code, insn.k))
        return insn
      case 'ja':
        return jumpAlways(insn, { to: insn.to, known })
      case 'jump':
        return jump(insn, known)
      case 'ret':
        return insn
      default:
        return assertNever(insn)
    }
  }
  const threaded = insns.map(walk)
  return threaded.every((insn, pc) => insn === insns[pc]) ? program : assemble(threaded)
}

/**
 * Does what {@link thread} does, but never makes a program that the kernel refuses. After a jump, the kernel's check
 * of scratch memory counts all of M[] as written, as far as the ways to the next instruction permit. After a return,
 * the check keeps the state of the return. So with more ways to a return, a read of M[] behind it may lack a write
 * that one of these ways does not have (net/core/filter.c: check_load_and_stores()).
 */
function threadSafely(program: Program, memo: Memo): Program {
  const threaded = thread(program, true, memo)
  if (threaded === program) return program
  return verify(threaded).length === 0 ? threaded : thread(program, false, memo)
}

/** Sends each jump to where its way ends up, and drops tests whose outcome is known or makes no difference. */
export const threadJumps: Pass<'program', 'program', 'thread-jumps'> = definePass({
  name: 'thread-jumps',
  from: 'program',
  to: 'program',
  summary: 'sends each jump to the end of its way',
  cost: { insns: 'never-more', longestPath: 'never-longer', idempotent: true },
  run(program, { memo }): Program {
    // A jump that loses its effect may let an earlier jump reach one end by both ways, so the pass walks until
    // nothing changes. Each walk brings ways nearer to their ends or leaves fewer returns in use. No later walk
    // undoes that, so the walks end. The bound on their number only guards against a bug in this argument.
    let current = program
    for (let walks = 0; walks < program.length; walks += 1) {
      const next = threadSafely(current, memo)
      if (next === current) break
      current = next
    }
    return current
  },
})
