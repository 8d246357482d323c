/*
 * Allow lists in the form that libseccomp emits on x86_64, for machines without libseccomp.
 *
 * Two passes make the tests. This file orders them and adds loads as libseccomp does. `lower` would put the smaller
 * side of a test first and load the number once, and so leave out instructions that the experiment counts. Here the
 * side where a test holds comes first, and a tree loads the number again after the test for x32.
 *
 * The programs equal those of libseccomp 2.6.0, instruction for instruction; a test in tools/bench compares them.
 */
import { BPF, NO_CALL, verdictOf, WORD_NR, wordOffset } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { assemble } from '@seccompile/cbpf'
import type { SymbolicInsn } from '@seccompile/cbpf'
import { topological } from '@seccompile/decision'
import type { Decision } from '@seccompile/decision'
import { runPass } from '@seccompile/pass'
import { libseccompList, libseccompTree } from '@seccompile/pass-libseccomp-shapes'
import { ALWAYS } from '@seccompile/rules'
import type { Rule } from '@seccompile/rules'
import { allowList } from './getppid.ts'

/** The shape of a libseccomp program: `list` is the default, `tree` is optimize level 2. */
export type LibseccompShape = 'list' | 'tree'

/** The rule for numbers of x32: libseccomp gives them the verdict for a bad architecture where x32 is no target. */
const NO_X32: Rule = {
  numbers: [{ lo: 0x4000_0000, hi: NO_CALL - 1 }],
  when: ALWAYS,
  verdict: verdictOf('KILL_THREAD'),
}

const JUMPS = { eq: BPF.JEQ_K, gt: BPF.JGT_K, ge: BPF.JGE_K, set: BPF.JSET_K } as const

/** The instructions of `root`, which tests whole words, with a load before each of `loading`. */
function instructions(root: Decision, loading: ReadonlySet<Decision>): readonly SymbolicInsn[] {
  const nodes = topological(root)
  const [allowed, unmatched, badArch] = nodes.filter(({ kind }) => kind === 'verdict')
  const order = [...nodes.filter(({ kind }) => kind === 'test'), unmatched!, allowed!, badArch!] // the filter has all three verdicts
  const labels = new Map(order.map((node, place) => [node, 2 * place]))
  return order.flatMap((node): readonly SymbolicInsn[] => {
    const label = labels.get(node)!
    if (node.kind === 'verdict') return [{ kind: 'ret', label, code: BPF.RET_K, k: node.verdict }]
    const [then, otherwise] = [labels.get(node.then)!, labels.get(node.else)!]
    const jump = { kind: 'jump', code: JUMPS[node.op], k: node.k, then, else: otherwise } as const
    if (!loading.has(node)) return [{ ...jump, label }]
    const offset = wordOffset(node.word, 'little')
    return [
      { kind: 'op', label, code: BPF.LD_ABS, k: offset },
      { ...jump, label: label + 1 },
    ]
  })
}

/**
 * A filter for x86_64 that allows `numbers`, of which there is at least one, and returns ERRNO(1) for others, in one of
 * libseccomp's shapes. In a list the tests have the order of `numbers`, all u32. The program may be longer than the
 * kernel accepts.
 */
export function libseccompShaped(numbers: readonly number[], shape: LibseccompShape): Program {
  const rules = allowList(numbers, [NO_X32])
  const root = runPass(shape === 'list' ? libseccompList : libseccompTree, rules)
  const first = topological(root).find((node) => node.kind === 'test' && node.word === WORD_NR)!
  const loading = new Set([root, first])
  if (shape === 'tree' && first.kind === 'test') loading.add(first.else) // the branch for the numbers below the numbers of x32
  return assemble(instructions(root, loading))
}
