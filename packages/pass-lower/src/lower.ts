/*
 * Turns a graph of tests into instructions.
 *
 * A test becomes up to three instructions, in this order: `ld [k]`, `and #mask` and a conditional jump. The tests at
 * the two ends of an edge say which of these instructions the second test still needs (`preparation` of
 * `@seccompile/decision`). The edge enters at the first of these. An instruction is emitted only if an edge enters at
 * it or before it. No flow analysis is needed. A way that has loaded a word does not load it again, even where
 * another way into the same test has to.
 *
 *   n0: arch == X86_64 ? n1 : n4          0  ld [4]
 *   n1: nr > 2 ? n2 : n3                  1  jeq #0xc000003e, 2, 6
 *   n2: nr == 5 ? n3 : n4                 2  ld [0]
 *   n3: ALLOW                             3  jgt #2, 4, 5
 *   n4: ERRNO(1)                          4  jeq #5, 5, 6
 *                                         5  ret #0x7fff0000
 *                                         6  ret #0x50001          (jumps show targets, not distances)
 */
import { BPF, BPF_MAXINSNS, wordOffset } from '@seccompile/abi'
import type { Endianness, MaskedWord, Program } from '@seccompile/abi'
import { assemble } from '@seccompile/cbpf'
import type { Label, SymbolicInsn } from '@seccompile/cbpf'
import { heldBy, preparation, WHOLE_WORD } from '@seccompile/decision'
import type { Decision } from '@seccompile/decision'
import { definePass } from '@seccompile/pass'
import type { Pass } from '@seccompile/pass'
import { IrError } from '@seccompile/shape'
import { layout } from './layout.ts'
import { orderReturns, servesX86 } from './order-returns.ts'
import { select } from './select.ts'

/** The instructions of a node, in the order in which they stand; an edge enters at one of them. */
const STEP = { load: 0, and: 1, last: 2 } as const
type LowerStep = (typeof STEP)[keyof typeof STEP]
const STEPS = 3

/** The first step that a test of `wanted` still needs where A holds `held`. */
function stepFor(wanted: MaskedWord, held: MaskedWord | undefined): LowerStep {
  const { load, and } = preparation(held, wanted)
  return load ? STEP.load : and ? STEP.and : STEP.last
}

/** The instructions for the graph under `root`, jumps by label. */
function instructions(root: Decision, endianness: Endianness): readonly SymbolicInsn[] {
  const order = layout(root)
  const places = new Map<Decision, number>()
  for (const node of order) places.set(node, places.size)
  /** For each place in the layout, the first step at which an edge enters. */
  const entered = new Uint8Array(order.length).fill(STEP.last)
  const labelAt = (place: number, step: LowerStep): Label => place * STEPS + step
  const enter = (node: Decision, held: MaskedWord | undefined): Label => {
    const place = places.get(node)! // layout() lists every node
    const step = node.kind === 'verdict' ? STEP.last : stepFor(heldBy(node), held)
    entered[place] = Math.min(entered[place]!, step)
    return labelAt(place, step)
  }

  const insns: SymbolicInsn[] = []
  enter(root, undefined) // at the start A is 0, which is no word
  // Parents come first in the layout: when the loop comes to a node, every edge into it has entered.
  for (let place = 0; place < order.length; place += 1) {
    const node = order[place]!
    const label = labelAt(place, STEP.last)
    if (node.kind === 'verdict') {
      insns.push({ kind: 'ret', label, code: BPF.RET_K, k: node.verdict })
      continue
    }
    const held = heldBy(node)
    const { code, k, negated } = select(node)
    if (entered[place] === STEP.load) {
      const offset = wordOffset(held.word, endianness)
      insns.push({ kind: 'op', label: labelAt(place, STEP.load), code: BPF.LD_ABS, k: offset })
    }
    if (entered[place] !== STEP.last && held.mask !== WHOLE_WORD)
      insns.push({ kind: 'op', label: labelAt(place, STEP.and), code: BPF.AND_K, k: held.mask })
    const holds = enter(negated ? node.else : node.then, held)
    const fails = enter(negated ? node.then : node.else, held)
    insns.push({ kind: 'jump', label, code, k, then: holds, else: fails })
  }
  return orderReturns(insns, servesX86(order))
}

/**
 * Turns a decision graph into a program. Each test is one conditional jump, a load stands only where A does not hold
 * the word yet, a shared node is emitted once, and every jump is in reach.
 *
 * The program has only `ld [k]`, `and #k`, `ja`, `jeq`, `jgt`, `jge`, `jset` and `ret #k`. The kernel follows these
 * when it fills the allow bitmap (kernel/seccomp.c: seccomp_is_const_allow()).
 * @throws IrError (P1) when the program has more than 4096 instructions
 */
export const lower: Pass<'decision', 'program', 'lower'> = definePass({
  name: 'lower',
  from: 'decision',
  to: 'program',
  summary: 'turns a decision into a program',
  required: true,
  run(root, { endianness }): Program {
    const program = assemble(instructions(root, endianness))
    if (program.length <= BPF_MAXINSNS) return program
    const over = program.length - BPF_MAXINSNS
    const message = `takes ${program.length} instructions, ${over} more than the ${BPF_MAXINSNS} a filter holds`
    throw new IrError('program', [{ invariant: 'P1', where: 'program', message, count: program.length }])
  },
})
