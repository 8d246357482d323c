/*
 * The code of a new pass from one level to another. Such a pass cannot begin as a pass that does nothing. So it
 * begins as a short pass that is correct for all inputs and yields slow programs. The author of a better pass can
 * compare the two.
 */

/** Starts by `FROM TO`, in the form of {@link LEVELS} of templates.mjs. */
export const LOWERINGS = {
  'rules decision': {
    summary: 'tests rule after rule',
    doc: 'Tests rule after rule, in their order.',
    essay: ` * Tests rule after rule, in their order.
 *
 *   before   arch X86_64                          after   n0: arch == X86_64 ? n1 : n5
 *              5..8 -> ALLOW                              n1: nr >= 5 ? n2 : n4
 *              otherwise -> ERRNO(1)                      n2: nr > 8 ? n4 : n3
 *            bad arch -> KILL_THREAD                      n3: ALLOW
 *                                                         n4: ERRNO(1)
 *                                                         n5: KILL_THREAD
 *
 * The graph is built from its end, because a node needs its two successors. The first rule that
 * matches decides, so the last rule is made first.`,
    ordering: 'after the passes on rules, before those on decisions',
    dependencies: ['abi', 'decision', 'rules'],
    imports: `import { argHigh, argLow, WORD_ARCH, WORD_NR } from '@seccompile/abi'
import { decisionBuilder, passes, WHOLE_WORD } from '@seccompile/decision'
import type { Decision, DecisionBuilder, Test } from '@seccompile/decision'`,
    moreImports: `import type { ArgumentTest, Predicate, Rule } from '@seccompile/rules'`,
    code: `const lowOf = (value: bigint): number => Number(value & 0xffff_ffffn)
const highOf = (value: bigint): number => Number(value >> 32n)

/** The node of a test. Under a mask of 0 every word is 0, so the branch that 0 takes replaces the test. */
function test(builder: DecisionBuilder, asked: Test, then: Decision, otherwise: Decision): Decision {
  if (asked.mask === 0) return passes(asked, 0) ? then : otherwise
  return builder.test(asked, then, otherwise)
}

/**
 * The tests whether \`(args[index] & mask)\` is above \`bound\`, or at least \`bound\`: first its high word, then its
 * low.
 */
function argumentTest(
  builder: DecisionBuilder,
  { index, mask }: ArgumentTest,
  op: 'gt' | 'ge',
  bound: bigint,
  then: Decision,
  otherwise: Decision,
): Decision {
  const high = { word: argHigh(index), mask: highOf(mask), k: highOf(bound) } as const
  const low = { word: argLow(index), mask: lowOf(mask), op, k: lowOf(bound) } as const
  const equal = test(builder, low, then, otherwise)
  const notAbove = test(builder, { ...high, op: 'eq' }, equal, otherwise)
  return test(builder, { ...high, op: 'gt' }, then, notAbove)
}

function predicateTests(builder: DecisionBuilder, when: Predicate, then: Decision, otherwise: Decision): Decision {
  switch (when.kind) {
    case 'argument':
      return when.values.reduceRight((next, { lo, hi }) => {
        const atMost = argumentTest(builder, when, 'gt', hi, next, then)
        return argumentTest(builder, when, 'ge', lo, atMost, next)
      }, otherwise)
    case 'all':
      return when.of.reduceRight((next, part) => predicateTests(builder, part, next, otherwise), then)
    case 'any':
      return when.of.reduceRight((next, part) => predicateTests(builder, part, then, next), otherwise)
  }
}

function ruleTests(builder: DecisionBuilder, { numbers, when, verdict }: Rule, next: Decision): Decision {
  const matched = predicateTests(builder, when, builder.verdict(verdict), next)
  const nr = { word: WORD_NR, mask: WHOLE_WORD } as const
  return numbers.reduceRight((otherwise, { lo, hi }) => {
    const atMost = builder.test({ ...nr, op: 'gt', k: hi }, otherwise, matched)
    return builder.test({ ...nr, op: 'ge', k: lo }, atMost, otherwise)
  }, next)
}`,
    run: `run({ sections, badArch }) {
    const builder = decisionBuilder()
    return sections.reduceRight<Decision>((rest, { arch, rules, otherwise }) => {
      const first = rules.reduceRight((next, rule) => ruleTests(builder, rule, next), builder.verdict(otherwise))
      return builder.test({ word: WORD_ARCH, mask: WHOLE_WORD, op: 'eq', k: arch }, first, rest)
    }, builder.verdict(badArch))
  },`,
    mutations: [
      ['leaves out the last number of a range', "op: 'gt', k: hi", "op: 'ge', k: hi"],
      ['takes `all` for `any`', 'part, next, otherwise), then)', 'part, then, next), otherwise)'],
      [
        'drops the high half of arguments',
        "{ ...high, op: 'eq' }, equal, otherwise)",
        "{ ...high, op: 'eq' }, equal, equal)",
      ],
    ],
    example: {
      imports: `import { AUDIT_ARCH, verdictOf } from '@seccompile/abi'
import { print } from '@seccompile/decision'`,
      moreImports: `import { ALWAYS, ruleSet } from '@seccompile/rules'`,
      input: `ruleSet({
      sections: [
        {
          arch: AUDIT_ARCH.X86_64,
          rules: [{ numbers: [{ lo: 5, hi: 8 }], when: ALWAYS, verdict: verdictOf('ALLOW') }],
          otherwise: verdictOf('ERRNO', 1),
        },
      ],
      badArch: verdictOf('KILL_THREAD'),
    })`,
    },
  },

  'decision program': {
    summary: 'makes each test a load, a mask and a jump',
    doc: 'Makes each test a load, a mask and a jump.',
    essay: ` * Makes each test a load, a mask and a jump.
 *
 *   before   n0: nr > 4 ? n1 : n2                 after   0000: 0x20 0x00 0x00 0x00000000  A = sys_number
 *            n1: ERRNO(1)                                 0001: 0x25 0x00 0x01 0x00000004  if (A <= 0x4) goto 0003
 *            n2: ALLOW                                    0002: 0x06 0x00 0x00 0x00050001  return ERRNO(1)
 *                                                         0003: 0x06 0x00 0x00 0x7fff0000  return ALLOW
 *
 * Nodes are laid out parents first, so all jumps go forward; \`assemble\` handles jumps that are too far. A mask of all
 * bits is left out, and so is a load where A holds the word on every path to the test.`,
    ordering: 'after the passes on decisions, before those on programs',
    dependencies: ['abi', 'cbpf', 'decision'],
    imports: `import { BPF, BPF_MAXINSNS, IrError, wordOffset } from '@seccompile/abi'
import type { Endianness, Word } from '@seccompile/abi'
import { assemble } from '@seccompile/cbpf'
import type { SymbolicInsn } from '@seccompile/cbpf'
import { topological, WHOLE_WORD } from '@seccompile/decision'
import type { Decision } from '@seccompile/decision'`,
    moreImports: '',
    code: `const JUMPS = { eq: BPF.JEQ_K, gt: BPF.JGT_K, ge: BPF.JGE_K, set: BPF.JSET_K } as const
/** Labels for each node. Jumps to a node go to the first one only. */
const LABELS = 3

function instructions(root: Decision, endianness: Endianness): readonly SymbolicInsn[] {
  const order = topological(root)
  const labels = new Map(order.map((node, place) => [node, place * LABELS]))
  /** The word that A holds on all known paths to a node; none, if the paths differ. */
  const held = new Map<Decision, Word | undefined>([[root, undefined]])
  return order.flatMap((node): readonly SymbolicInsn[] => {
    const label = labels.get(node)!
    if (node.kind === 'verdict') return [{ kind: 'ret', label, code: BPF.RET_K, k: node.verdict }]
    const { word, mask, op, k, then, else: otherwise } = node
    const after = mask === WHOLE_WORD ? word : undefined
    for (const next of [then, otherwise])
      held.set(next, held.has(next) && held.get(next) !== after ? undefined : after)
    const jump = { code: JUMPS[op], k, then: labels.get(then)!, else: labels.get(otherwise)! }
    // Parents come first, so all paths to this node are known.
    if (held.get(node) === word && mask === WHOLE_WORD) return [{ kind: 'jump', label, ...jump }]
    const load = { kind: 'op', label, code: BPF.LD_ABS, k: wordOffset(word, endianness) } as const
    const and = { kind: 'op', label: label + 1, code: BPF.AND_K, k: mask } as const
    return [load, ...(mask === WHOLE_WORD ? [] : [and]), { kind: 'jump', label: label + 2, ...jump }]
  })
}`,
    run: `run(root, { endianness }) {
    const program = assemble(instructions(root, endianness))
    if (program.length <= BPF_MAXINSNS) return program
    const message = \`takes \${program.length} instructions, more than the \${BPF_MAXINSNS} a filter holds\`
    throw new IrError('program', [{ invariant: 'P1', where: 'program', message }])
  },`,
    mutations: [
      [
        'takes the wrong way',
        'then: labels.get(then)!, else: labels.get(otherwise)!',
        'then: labels.get(otherwise)!, else: labels.get(then)!',
      ],
      ['leaves out a mask', 'mask === WHOLE_WORD ? [] : [and]', 'mask !== 0 ? [] : [and]'],
      [
        'takes the word of one path for the word of all paths',
        'held.has(next) && held.get(next) !== after ? undefined : after',
        'after',
      ],
    ],
    example: {
      imports: `import { verdictOf, WORD_NR } from '@seccompile/abi'
import { print } from '@seccompile/cbpf'
import { decisionBuilder, WHOLE_WORD } from '@seccompile/decision'`,
      moreImports: '',
      testImports: `import { verdictOf, WORD_ARCH, WORD_NR } from '@seccompile/abi'
import { print } from '@seccompile/cbpf'
import { decisionBuilder, WHOLE_WORD } from '@seccompile/decision'`,
      testkit: 'conformance, disagreement',
      moreTests: (id) => `
  it('loads again where the paths to a test hold different words', () => {
    const builder = decisionBuilder()
    const [allow, deny] = [builder.verdict(verdictOf('ALLOW')), builder.verdict(verdictOf('ERRNO', 1))]
    const above = (k: number) => ({ word: WORD_NR, mask: WHOLE_WORD, op: 'gt', k }) as const
    const shared = builder.test(above(4), deny, allow)
    const isArch = { word: WORD_ARCH, mask: WHOLE_WORD, op: 'eq', k: 1 } as const
    const root = builder.test(isArch, builder.test(above(9), allow, shared), shared)
    const after = { level: 'program', ir: runPass(${id}, root) } as const
    expect(disagreement({ level: 'decision', ir: root }, after, 'little')).toBeUndefined()
  })`,
      setup: 'const builder = decisionBuilder()\n',
      input: `builder.test(
      { word: WORD_NR, mask: WHOLE_WORD, op: 'gt', k: 4 },
      builder.verdict(verdictOf('ERRNO', 1)),
      builder.verdict(verdictOf('ALLOW')),
    )`,
    },
  },

  'program decision': {
    summary: 'makes each jump that tests a whole word a test',
    doc: 'Makes each jump that tests a whole word a test; other programs are declined.',
    essay: ` * Makes each jump that tests a whole word a test.
 *
 *   before   0  ld [0]                            after   n0: nr > 4 ? n1 : n2
 *            1  jgt #4, 2, 3                              n1: ERRNO(1)
 *            2  ret #0x50001                              n2: ALLOW
 *            3  ret #0x7fff0000  (jumps show targets, not distances)
 *
 * \`knownWords\` yields the word that A holds, if it is one whole word on every path. Instructions are read from the
 * last to the first, so their successors are nodes already. Three kinds of programs are declined: those that return A,
 * those that test a computed A, and those that divide by X, since the division returns where X is 0.`,
    ordering: 'before the passes on decisions',
    declines: true,
    dependencies: ['abi', 'cbpf', 'decision'],
    imports: `import { BPF } from '@seccompile/abi'
import type { SockFilter } from '@seccompile/abi'
import { isConditional, isReturn, knownWords } from '@seccompile/cbpf'
import type { Known } from '@seccompile/cbpf'
import { decisionBuilder, WHOLE_WORD } from '@seccompile/decision'
import type { Decision, Test, TestOp } from '@seccompile/decision'`,
    moreImports: '',
    code: `const OPS: ReadonlyMap<number, TestOp> = new Map([
  [BPF.JEQ_K, 'eq'],
  [BPF.JGT_K, 'gt'],
  [BPF.JGE_K, 'ge'],
  [BPF.JSET_K, 'set'],
])

/** The test of a conditional jump, if it is a test of a whole word. */
function testOf({ code, k }: SockFilter, { a }: Known): Test | undefined {
  const op = OPS.get(code)
  return op === undefined || a === undefined ? undefined : { word: a, mask: WHOLE_WORD, op, k }
}`,
    run: (name) => `run(program, { endianness }) {
    const builder = decisionBuilder()
    const known = knownWords(program, endianness)
    const nodes: Decision[] = []
    for (let pc = program.length - 1; pc >= 0; pc -= 1) {
      const insn = program[pc]!
      const before = known[pc]
      if (before === undefined) continue // no path reaches the instruction
      const { code, jt, jf, k } = insn
      const test = testOf(insn, before)
      if (test !== undefined) nodes[pc] = builder.test(test, nodes[pc + 1 + jt]!, nodes[pc + 1 + jf]!)
      else if (code === BPF.RET_K) nodes[pc] = builder.verdict(k)
      else if (code === BPF.JA) nodes[pc] = nodes[pc + 1 + k]!
      else if (isConditional(code) || isReturn(code) || code === BPF.DIV_X)
        throw new PassError('E_DECLINED', '${name}', \`pc \${pc} does more than test a whole word\`)
      else nodes[pc] = nodes[pc + 1]! // the instruction changes registers, and a decision has no registers
    }
    return nodes[0]!
  },`,
    passImports: 'definePass, PassError',
    mutations: [
      [
        'takes the wrong way',
        'nodes[pc + 1 + jt]!, nodes[pc + 1 + jf]!)',
        'nodes[pc + 1 + jf]!, nodes[pc + 1 + jt]!)',
      ],
      ['goes on where a division returns', ' || code === BPF.DIV_X)', ')'],
      ['lands one instruction early', 'nodes[pc] = nodes[pc + 1 + k]!', 'nodes[pc] = nodes[pc + k]!'],
    ],
    example: {
      imports: `import { BPF, verdictOf } from '@seccompile/abi'
import { program } from '@seccompile/cbpf'
import { print } from '@seccompile/decision'`,
      moreImports: '',
      moreTests: (id) => `
  it('declines what divides by X, which returns where X is 0', () => {
    const dividing = program([
      { code: BPF.DIV_X, jt: 0, jf: 0, k: 0 },
      { code: BPF.RET_K, jt: 0, jf: 0, k: verdictOf('ALLOW') },
    ])
    expect(() => runPass(${id}, dividing)).toThrow('pc 0 does more than test a whole word')
  })`,
      input: `program([
      { code: BPF.LD_ABS, jt: 0, jf: 0, k: 0 },
      { code: BPF.JGT_K, jt: 0, jf: 1, k: 4 },
      { code: BPF.RET_K, jt: 0, jf: 0, k: verdictOf('ERRNO', 1) },
      { code: BPF.RET_K, jt: 0, jf: 0, k: verdictOf('ALLOW') },
    ])`,
    },
  },
}
