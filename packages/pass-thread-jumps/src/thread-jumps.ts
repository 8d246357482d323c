/*
 * Each jump goes to where its way ends up.
 *
 * A jump to a jump finds A as the first one left it. So from each jump we follow its way: through a `ja`, through a
 * conditional jump whose outcome is known on this way, and through one whose two ways end up at one place, until we
 * come to an instruction that does something; the jump goes straight there. A `ja` that ends up at a return becomes
 * that return. A conditional jump becomes a `ja` where its outcome is always the same or makes no difference.
 *
 *   0  ld [0]                              0  ld [0]
 *   1  jgt #10, 2, 6                       1  jgt #10, 4, 6
 *   2  ja 3                                2  ja 3
 *   3  jge #5, 4, 6                        3  jge #5, 4, 6
 *   4  jeq #20, 6, 5                       4  jeq #20, 6, 5
 *   5  ret #0x50001                        5  ret #0x50001
 *   6  ret #0x7fff0000                     6  ret #0x7fff0000      (jumps show targets, not distances)
 *
 * Here 3 must be true behind 1. Nothing goes to 2 and 3 any more, and dead-code removes them.
 *
 * Equal returns are one place, and jumps agree on as few of them as they can; the others fall to dead-code. A
 * conditional jump goes only as far as its eight bits reach; the instruction count never changes.
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

/** A way out of a jump: its target, the facts about A on it, and the jump that was asked last. */
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
 * `program` with every jump sent to its end, as far as one walk knows it; the same object where all jumps go
 * there already. Unless `movesReturns`, a return gets only ways that led to it before, and no return takes the
 * place of a jump.
 */
function thread(program: Program, movesReturns: boolean, memo: Memo): Program {
  const insns = memo(symbolic, program)
  const ends = endsOf(insns)
  const returns = movesReturns ? new ReturnChoice(insns, memo(reachable, program)) : undefined

  /** By pc, the facts about A on the ways to it. Before a pc is walked, all ways to it are. */
  const arrived = new Array<ValueFacts | undefined>(insns.length).fill(undefined)
  const arrive = (pc: Label, known: ValueFacts): void => {
    const others = arrived[pc]
    arrived[pc] = others === undefined ? known : either(others, known)
  }
  arrive(0, exactly(0))
  /** The place nearest to the end of `way`, and not behind `limit`, to go to from `from`. */
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
 * {@link thread}, but never to a program that the kernel refuses. After a jump, the kernel's check of scratch
 * memory counts all of M[] as written, as far as the ways to the next instruction permit. After a return, it
 * keeps the state of the return. So with more ways to a return, a read of M[] behind it may lack a write that
 * one of these ways does not have (net/core/filter.c: check_load_and_stores()).
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
    // A jump that turns out to make no difference may bring together the ways of one before it, so the pass
    // walks until nothing changes. Each walk sends ways nearer to their ends or leaves fewer returns in use. No
    // later walk undoes that, so the walks come to an end. The bound on their number is there for a bug in
    // this.
    let current = program
    for (let walks = 0; walks < program.length; walks += 1) {
      const next = threadSafely(current, memo)
      if (next === current) break
      current = next
    }
    return current
  },
})
