/** Passes that are each broken in one way, which only one check notices. */
import { AUDIT_ARCH, BPF, verdictOf } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { insn } from '@seccompile/abi/test-makers'
import { program as checked } from '@seccompile/cbpf'
import { definePass, PassError } from '@seccompile/pass'
import type { AnyPass, IrByLevel, Level, Pass } from '@seccompile/pass'
import { equal } from '@seccompile/prover'
import { ALWAYS } from '@seccompile/rules'
import type { Rule, RuleSet } from '@seccompile/rules'
import fc from 'fast-check'
import { edgesOf } from '@seccompile/testkit'
import type { ConformanceOptions } from '@seccompile/testkit'

/**
 * A pass and its test inputs. There are few inputs, since shrinking takes long; other tests cover how inputs are
 * drawn.
 */
export interface BrokenPass {
  readonly pass: AnyPass
  readonly options?: ConformanceOptions<Level>
}

const ON_RULES: ConformanceOptions<Level> = {
  runs: 2,
  // Made anew for each draw, since one check freezes its inputs.
  arbitrary: fc.constant(0).map((): RuleSet => ({
    sections: [
      {
        arch: AUDIT_ARCH.X86_64,
        rules: [{ numbers: [{ lo: 5, hi: 7 }], when: ALWAYS, verdict: verdictOf('LOG') }],
        otherwise: verdictOf('ALLOW'),
      },
    ],
    badArch: verdictOf('KILL_THREAD'),
  })),
}
const short: Program = [{ code: BPF.RET_K, jt: 0, jf: 0, k: verdictOf('ALLOW') }]
const ON_A_PROGRAM: ConformanceOptions<Level> = { runs: 2, arbitrary: fc.constant(short) }

/** A pass that returns every edge unchanged, so that the checks of edges do not notice its fault. */
function broken<L extends Level>(
  name: string,
  level: L,
  run: (ir: IrByLevel[L]) => IrByLevel[L],
  more: Partial<Pass<L>> = {},
): AnyPass {
  const edges = new Set<unknown>(Object.values(edgesOf(level)))
  return definePass({
    name,
    from: level,
    to: level,
    summary: 'is broken',
    run: (ir) => (edges.has(ir) ? ir : run(ir)),
    ...more,
  })
}

const mapRules = (rules: RuleSet, edit: (list: readonly Rule[]) => readonly Rule[]): RuleSet => ({
  ...rules,
  sections: rules.sections.map((section) => ({ ...section, rules: edit(section.rules) })),
})

/** A rule that never matches. */
const idle = (nr: number): Rule => ({
  numbers: [{ lo: nr, hi: nr }],
  when: { kind: 'any', of: [] },
  verdict: 0,
})

/** Tests whether `offset` holds a rare word, which random inputs almost never have; otherwise jumps to `skip`. */
const hidden = (offset: number, skip: number): Program => [
  insn(BPF.LD_ABS, offset),
  insn(BPF.TAX),
  insn(BPF.RSH_K, 6),
  insn(BPF.XOR_X),
  insn(BPF.AND_K, 0xfff),
  insn(BPF.JEQ_K, 0xabc, 0, skip),
]

/**
 * Instructions that treat a few calls in another way. The calls are so rare that no witness is one of them, and a proof
 * is small.
 */
const rareCalls: Program = [
  ...hidden(16, 13),
  ...hidden(24, 7),
  ...hidden(32, 1),
  insn(BPF.RET_K, verdictOf('TRAP', 9)),
]

const CALLS = 60
const VALUES = 12

/** Whether a product of two words is one given number, which no proof decides. Where it is, the next instruction runs. */
const productTest: Program = [
  insn(BPF.LD_ABS, 16),
  insn(BPF.TAX),
  insn(BPF.LD_ABS, 24),
  insn(BPF.MUL_X),
  insn(BPF.JEQ_K, 12_345, 0, 1),
]

/** A program with a product, and with more witnesses than the prover tries where a proof fails. */
const undecidable: Program = checked([
  ...productTest,
  insn(BPF.RET_K, verdictOf('LOG')),
  ...Array.from({ length: CALLS }, (_, nr) => [
    insn(BPF.LD_ABS, 0),
    insn(BPF.JEQ_K, 10 * nr, 0, 2 * VALUES + 2),
    insn(BPF.LD_ABS, 32),
    ...Array.from({ length: VALUES }, (_unused, i) => [
      insn(BPF.JEQ_K, 100 * i + nr, 0, 1),
      insn(BPF.RET_K, verdictOf('ERRNO', i + 1)),
    ]).flat(),
    insn(BPF.RET_K, verdictOf('ERRNO', 99)),
  ]).flat(),
  insn(BPF.RET_K, verdictOf('ALLOW')),
])

/** {@link undecidable} with one return changed, so that the calls that the prover tries do not show it either. */
function changedUnseen(): Program {
  const wrong = insn(BPF.RET_K, verdictOf('TRAP', 9))
  const one = Array.from({ length: VALUES }, (_, i) => undecidable.with(10 + 2 * i, wrong))
  const unseen = one.find((changed) => {
    const limits = { maxNodes: 20_000, maxSteps: 100_000 } // the limits of the check
    const pair = [undecidable, changed].map((ir) => ({ level: 'program', ir }) as const)
    return equal(pair[0]!, pair[1]!, limits).kind === 'undecided'
  })
  if (unseen === undefined) throw new Error('every change is seen without looking at all witnesses')
  return unseen
}

/** Broken passes, by the title of the one check that must catch each of them. No other check may. */
export const brokenPasses: Readonly<Record<string, () => BrokenPass>> = {
  'keeps what the filter means': () => {
    const changed = changedUnseen()
    return {
      pass: broken('change-one-return', 'program', (program) =>
        program === undecidable ? changed : [insn(BPF.LD_IMM), ...program],
      ),
      // With a seed, so that the input which no proof decides is always drawn.
      options: { arbitrary: fc.constantFrom(undecidable, short), runs: 4, seed: 1 },
    }
  },
  'is proved to keep what the filter means': () => ({
    pass: broken('trap-rare-calls', 'program', (program) => [
      ...rareCalls,
      insn(BPF.LD_IMM),
      insn(BPF.LDX_IMM),
      ...program,
    ]),
    options: ON_A_PROGRAM,
  }),
  'can be proved on a fair share of inputs': () => ({
    pass: broken('multiply-first', 'program', (program) => [
      ...productTest,
      insn(BPF.LD_IMM),
      insn(BPF.LDX_IMM),
      ...program,
    ]),
    options: ON_A_PROGRAM,
  }),
  'yields well-formed IR': () => ({
    pass: broken('empty-numbers', 'rules', (rules) =>
      mapRules(rules, (list) => [...list, { numbers: [], when: { kind: 'all', of: [] }, verdict: 0 }]),
    ),
    options: ON_RULES,
  }),
  'leaves its input alone': () => ({
    pass: broken('write-back', 'rules', (rules) => {
      const list = rules.sections[0]?.rules as Rule[]
      list[0] = list[0]!
      return rules
    }),
    options: ON_RULES,
  }),
  'is deterministic': () => {
    let calls = 0
    return {
      pass: broken('count-calls', 'rules', (rules) => {
        calls += 1
        return mapRules(rules, (list) => [...list, idle(calls)])
      }),
      options: ON_RULES,
    }
  },
  'hands its input back where it changes nothing': () => ({
    pass: broken('copy', 'rules', (rules) => ({ ...rules })),
    options: ON_RULES,
  }),
  'takes a fair share of inputs': () => ({
    pass: definePass({
      name: 'decline-all',
      from: 'rules',
      to: 'decision',
      summary: 'is broken',
      declines: true,
      run: (): never => {
        throw new PassError('E_DECLINED', 'decline-all', 'takes none')
      },
    }),
  }),
  'has nothing left to do on its own output': () => ({
    pass: broken('add-each-time', 'rules', (rules) => mapRules(rules, (list) => [...list, idle(1)]), {
      cost: { idempotent: true },
    }),
    options: ON_RULES,
  }),
  'never makes it larger': () => ({
    pass: broken('add-one', 'rules', (rules) => mapRules(rules, (list) => [...list, idle(1)]), {
      cost: { insns: 'never-more' },
    }),
    options: ON_RULES,
  }),
  // Call 5 executes four instructions instead of three. Other calls executed four before, so the longest path stays.
  'never makes a call execute more': () => ({
    pass: broken(
      'load-before-return',
      'program',
      (program) => program.with(1, insn(BPF.JEQ_K, 5, 0, 2)).toSpliced(2, 0, insn(BPF.LD_IMM)),
      { cost: { longestPath: 'never-longer' } },
    ),
    options: {
      runs: 2,
      arbitrary: fc.constant<Program>([
        insn(BPF.LD_ABS),
        insn(BPF.JEQ_K, 5, 0, 1),
        insn(BPF.RET_K, verdictOf('ALLOW')),
        insn(BPF.LD_ABS, 4),
        insn(BPF.RET_K, verdictOf('LOG')),
      ]),
    },
  }),
}

/** IRs with a meaning that no edge has. */
const SPOILT: IrByLevel = {
  rules: {
    sections: [{ arch: 1, rules: [], otherwise: verdictOf('TRACE', 77) }],
    badArch: verdictOf('TRACE', 77),
  },
  decision: { kind: 'verdict', verdict: verdictOf('TRACE', 77) },
  program: [insn(BPF.RET_K, verdictOf('TRACE', 77))],
}

/** A pass that is wrong only on one edge of `level`. */
export function brokenOn(level: Level, edge: string): AnyPass {
  const spoiled: unknown = edgesOf(level)[edge]
  return definePass({
    name: 'spoil-edge',
    from: level,
    to: level,
    summary: 'is broken',
    run: (ir) => (ir === spoiled ? SPOILT[level] : ir),
  })
}

/** A pass that moves one bound by one. Random calls never notice that. */
export const offByOne: AnyPass = definePass({
  name: 'off-by-one',
  from: 'rules',
  to: 'rules',
  summary: 'is broken',
  run: (rules) =>
    mapRules(rules, (list) =>
      list.map((rule) =>
        rule.numbers[0]!.lo === 0 ? rule : { ...rule, verdict: (rule.verdict ^ verdictOf('ERRNO')) >>> 0 },
      ),
    ),
})
