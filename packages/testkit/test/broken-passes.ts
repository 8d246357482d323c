/** Passes that are broken in one way each. */
import { BPF, verdictOf } from '@seccompile/abi'
import { definePass, PassError } from '@seccompile/pass'
import type { AnyPass } from '@seccompile/pass'
import type { RuleSet } from '@seccompile/rules'

const rulesPass = (name: string, run: (rules: RuleSet) => RuleSet): AnyPass =>
  definePass({ name, from: 'rules', to: 'rules', summary: 'is broken', run })

const mapRules = (
  rules: RuleSet,
  edit: (list: RuleSet['sections'][0]['rules']) => RuleSet['sections'][0]['rules'],
): RuleSet => ({
  ...rules,
  sections: rules.sections.map((section) => ({ ...section, rules: edit(section.rules) })),
})

/** By the title of the one test that must catch it. */
export const brokenPasses: Readonly<Record<string, AnyPass>> = {
  'keeps what the filter means': rulesPass('forget-last', (rules) =>
    mapRules(rules, (list) => list.slice(0, -1)),
  ),
  'is proved to keep what the filter means': rulesPass('forget-first', (rules) =>
    mapRules(rules, (list) => list.slice(1)),
  ),
  'yields well-formed IR': rulesPass('empty-numbers', (rules) =>
    mapRules(rules, (list) => [...list, { numbers: [], when: { kind: 'all', of: [] }, verdict: 0 }]),
  ),
  'leaves its input alone': rulesPass('write-back', (rules) => {
    const list = rules.sections[0]?.rules as RuleSet['sections'][0]['rules'][0][]
    list.reverse()
    list.reverse()
    return rules
  }),
  'is deterministic': ((): AnyPass => {
    let calls = 0
    return rulesPass('count-calls', (rules) => {
      calls += 1
      const idle = { numbers: [{ lo: calls, hi: calls }], when: { kind: 'any', of: [] }, verdict: 0 } as const
      return mapRules(rules, (list) => [...list, idle])
    })
  })(),
  'hands its input back where it changes nothing': rulesPass('copy', (rules) => ({ ...rules })),
  'takes a fair share of inputs': definePass({
    name: 'decline-all',
    from: 'rules',
    to: 'decision',
    summary: 'is broken',
    declines: true,
    run: (): never => {
      throw new PassError('E_DECLINED', 'decline-all', 'takes none')
    },
  }),
  'has nothing left to do on its own output': definePass({
    name: 'copy-again',
    from: 'rules',
    to: 'rules',
    summary: 'is broken',
    cost: { idempotent: true },
    run: (rules) => ({ ...rules }),
  }),
  'never makes it larger': definePass({
    name: 'repeat-first',
    from: 'rules',
    to: 'rules',
    summary: 'is broken',
    cost: { insns: 'never-more' },
    run: (rules) => mapRules(rules, (list) => [...list.slice(0, 1), ...list]),
  }),
  'never makes the longest path longer': definePass({
    name: 'load-first',
    from: 'program',
    to: 'program',
    summary: 'is broken',
    cost: { longestPath: 'never-longer' },
    run: (insns) =>
      insns.length === 4096
        ? insns
        : [
            { code: BPF.LD_ABS, jt: 0, jf: 0, k: 4 },
            { code: BPF.LD_IMM, jt: 0, jf: 0, k: 0 },
            ...insns,
          ].slice(0, 4096),
  }),
}

/** Breaks one bound by one: what random calls never see. */
export const offByOne: AnyPass = definePass({
  name: 'off-by-one',
  from: 'rules',
  to: 'rules',
  summary: 'is broken',
  run: (rules) =>
    mapRules(rules, (list) =>
      list.map((rule) =>
        rule.numbers[0]!.lo === 0 ? rule : { ...rule, verdict: rule.verdict ^ verdictOf('ERRNO') },
      ),
    ),
})
