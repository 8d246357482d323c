/*
 * Inputs at the edges of each level, which random inputs rarely reach: no rule or all numbers, the largest
 * filters, the x32 bit, the number and the argument -1, conditions on high halves only, and every instruction.
 */
import { AUDIT_ARCH, BPF, verdictOf } from '@seccompile/abi'
import { program } from '@seccompile/cbpf'
import type { Program } from '@seccompile/abi'
import { decisionBuilder, WHOLE_WORD } from '@seccompile/decision'
import type { Decision } from '@seccompile/decision'
import type { IrByLevel, Level } from '@seccompile/pass'
import { ALWAYS, argument, LOW_WORD, NEVER, U32, U64 } from '@seccompile/rules'
import type { Predicate, Rule, RuleSet } from '@seccompile/rules'
import { operations } from './operations.ts'

const ALLOW = verdictOf('ALLOW')
const DENY = verdictOf('ERRNO', 1)

/**
 * The number of values in the largest inputs. A test and a return for each, and the far jumps, fit into 4096
 * instructions.
 */
const NEARLY_HALF_OF_LARGEST = 2000

const rule = (lo: number, hi = lo, when: Predicate = ALWAYS, verdict = ALLOW): Rule => ({
  numbers: [{ lo, hi }],
  when,
  verdict,
})
const only = (...rules: readonly Rule[]): RuleSet => ({
  sections: [{ arch: AUDIT_ARCH.X86_64, rules, otherwise: DENY }],
  badArch: verdictOf('KILL_THREAD'),
})
const highHalf = argument(0, [{ lo: 0x1_0000_0000n, hi: 0x1_ffff_ffffn }], 0xffff_ffff_0000_0000n)

const ruleSets: Readonly<Record<string, RuleSet>> = {
  'no rule': only(),
  'one rule': only(rule(0)),
  'all numbers': only(rule(0, U32.max)),
  // A pass that drops unreachable rules has to keep the rule that reaches all numbers.
  'a rule behind all numbers': only(rule(3), rule(0, U32.max, ALWAYS, verdictOf('LOG')), rule(5)),
  'the last number': only(rule(U32.max)),
  'the x32 bit': only(
    rule(0x4000_0000, 0xffff_fffe, ALWAYS, verdictOf('KILL_THREAD')),
    rule(0x4000_0003),
    rule(3),
  ),
  'an argument of -1': only(
    rule(4, 4, argument(1, [{ lo: U64.max, hi: U64.max }])),
    rule(4, 4, argument(1, [{ lo: 0xffff_ffffn, hi: 0xffff_ffffn }], LOW_WORD), verdictOf('LOG')),
  ),
  'a rule that never matches': only(rule(1, 1, NEVER), rule(1, 1, ALWAYS, verdictOf('LOG'))),
  'conditions on high halves alone': only(
    rule(5, 5, highHalf),
    rule(5, 5, argument(0, [{ lo: 1n, hi: 1n }], LOW_WORD)),
  ),
  'one call with many values': only(
    ...Array.from({ length: 40 }, (_, i) =>
      rule(9, 9, argument(2, [{ lo: BigInt(i * i), hi: BigInt(i * i) }])),
    ),
  ),
  'every other number': only(...Array.from({ length: 300 }, (_, i) => rule(2 * i))),
  // A tree of so many tests and verdicts has nearly 4096 instructions.
  'close to the largest filter': only(
    ...Array.from({ length: NEARLY_HALF_OF_LARGEST }, (_, i) =>
      rule(i, i, ALWAYS, verdictOf('ERRNO', i + 2)),
    ),
  ),
}

function decisions(): Readonly<Record<string, Decision>> {
  const b = decisionBuilder()
  const allow = b.verdict(ALLOW)
  const deny = b.verdict(DENY)
  let chain: Decision = deny
  for (let nr = 599; nr >= 0; nr -= 1)
    chain = b.test({ word: 0, mask: WHOLE_WORD, op: 'eq', k: nr }, allow, chain)
  /** A balanced tree that gives each number in lo..hi a different verdict. */
  const eachNumber = (lo: number, hi: number): Decision => {
    if (lo === hi) return b.verdict(verdictOf('ERRNO', lo))
    const k = (lo + hi) >>> 1
    return b.test({ word: 0, mask: WHOLE_WORD, op: 'gt', k }, eachNumber(k + 1, hi), eachNumber(lo, k))
  }
  return {
    'one verdict': allow,
    'the last number': b.test({ word: 0, mask: WHOLE_WORD, op: 'eq', k: U32.max }, allow, deny),
    'the x32 bit': b.test({ word: 0, mask: 0x4000_0000, op: 'eq', k: 0x4000_0000 }, deny, allow),
    'close to the largest filter': eachNumber(0, NEARLY_HALF_OF_LARGEST - 1),
    'a test of a high half': b.test({ word: 5, mask: WHOLE_WORD, op: 'gt', k: 0x8000_0000 }, allow, deny),
    'a chain whose ends are out of reach': chain,
    'one verdict, made twice': {
      kind: 'test',
      word: 0,
      mask: WHOLE_WORD,
      op: 'eq',
      k: 1,
      then: {
        kind: 'test',
        word: 4,
        mask: 1,
        op: 'eq',
        k: 1,
        then: { kind: 'verdict', verdict: ALLOW },
        else: deny,
      },
      else: allow,
    },
  }
}

const decisionGraphs = decisions()

const ret = (k: number): Program[number] => ({ code: BPF.RET_K, jt: 0, jf: 0, k })
const jumpTo = (jt: number, jf: number): Program[number] => ({ code: BPF.JEQ_K, jt, jf, k: 7 })
const load: Program[number] = { code: BPF.LD_ABS, jt: 0, jf: 0, k: 0 }

const lists: Readonly<Record<string, Program>> = {
  'one return': [ret(ALLOW)],
  'the last number': [load, { code: BPF.JEQ_K, jt: 0, jf: 1, k: U32.max }, ret(ALLOW), ret(DENY)],
  'the x32 bit': [load, { code: BPF.JSET_K, jt: 0, jf: 1, k: 0x4000_0000 }, ret(DENY), ret(ALLOW)],
  // Bytes 20 to 23 are the high half of args[0] in one byte order, and the low half in the other.
  'a test of one half of an argument': [
    { ...load, k: 20 },
    { code: BPF.JGT_K, jt: 0, jf: 1, k: 0 },
    ret(DENY),
    ret(ALLOW),
  ],
  'a jump of 255': [load, jumpTo(255, 0), ...Array.from({ length: 256 }, (_, i) => ret(i))],
  '4096 instructions': [...Array.from({ length: 4095 }, () => load), ret(ALLOW)],
  'a jump over dead code': [
    { code: BPF.JA, jt: 0, jf: 0, k: 2 },
    load,
    ret(DENY),
    load,
    jumpTo(0, 0),
    ret(ALLOW),
  ],
  ...operations,
}

/** The programs, passed through the gate, so that a pass gets the same objects. */
const programs: Readonly<Record<string, Program>> = Object.fromEntries(
  Object.entries(lists).map(([name, insns]) => [name, program(insns)]),
)

/** The named inputs of `level` at its edges; the same objects each time. */
export function edgesOf<L extends Level>(level: L): Readonly<Record<string, IrByLevel[L]>> {
  const edges = { rules: ruleSets, decision: decisionGraphs, program: programs }
  return edges[level] as Readonly<Record<string, IrByLevel[L]>> // `edges[level]` has IRs of `level`
}
