import { AUDIT_ARCH, verdictOf } from '@seccompile/abi'
import { arbitraryProgram } from '@seccompile/cbpf/arbitrary'
import { decisionBuilder } from '@seccompile/decision'
import { arbitraryDecision } from '@seccompile/decision/arbitrary'
import { ALWAYS, argument } from '@seccompile/rules'
import { arbitraryRuleSet } from '@seccompile/rules/arbitrary'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { irFromJson, irToJson, levelFunctions } from '@seccompile/pass'
import type { IrByLevel, Level } from '@seccompile/pass'

const ALLOW = verdictOf('ALLOW')
const KILL = verdictOf('KILL_THREAD')

/** `ir` through text and back. */
const through = <L extends Level>(level: L, ir: IrByLevel[L]): IrByLevel[L] =>
  irFromJson(level, JSON.parse(JSON.stringify(irToJson(level, ir))))

describe('an IR through JSON', () => {
  it('rules come back as they were', () => {
    fc.assert(
      fc.property(arbitraryRuleSet(), (rules) => {
        expect(through('rules', rules)).toEqual(rules)
      }),
    )
  })

  it('a graph comes back with what it shares', () => {
    fc.assert(
      fc.property(arbitraryDecision(), (root) => {
        const back = through('decision', root)
        expect(decisionBuilder().intern(back)).toEqual(decisionBuilder().intern(root))
        expect(levelFunctions('decision').print(back, 'little')).toBe(
          levelFunctions('decision').print(root, 'little'),
        )
      }),
    )
  })

  it('a program comes back as it was', () => {
    fc.assert(
      fc.property(arbitraryProgram(), (program) => {
        expect(through('program', program)).toEqual(program)
      }),
    )
  })

  it('a deep graph takes no deep stack', () => {
    const builder = decisionBuilder()
    let root = builder.verdict(KILL)
    for (let k = 0; k < 20_000; k += 1)
      root = builder.test({ word: 0, mask: 0xffff_ffff, op: 'eq', k }, builder.verdict(ALLOW), root)
    expect(irToJson('decision', through('decision', root))).toEqual(irToJson('decision', root))
  })

  it('has the shapes that the source shows', () => {
    const low = argument(1, [{ lo: 5n, hi: 5n }], 0xffff_ffffn)
    expect(
      irToJson('rules', {
        sections: [
          {
            arch: AUDIT_ARCH.X86_64,
            rules: [
              { numbers: [{ lo: 0, hi: 2 }], when: low, verdict: ALLOW },
              { numbers: [{ lo: 3, hi: 3 }], when: ALWAYS, verdict: ALLOW },
            ],
            otherwise: KILL,
          },
        ],
        badArch: KILL,
      }),
    ).toEqual({
      sections: [
        {
          arch: 3221225534,
          rules: [
            {
              numbers: [[0, 2]],
              when: { argument: 1, mask: '0xffffffff', values: [['0x5', '0x5']] },
              verdict: 2147418112,
            },
            { numbers: [[3, 3]], when: { all: [] }, verdict: 2147418112 },
          ],
          otherwise: 0,
        },
      ],
      badArch: 0,
    })
    const builder = decisionBuilder()
    const test = { word: 1, mask: 0xffff_ffff, op: 'eq', k: AUDIT_ARCH.X86_64 } as const
    expect(irToJson('decision', builder.test(test, builder.verdict(ALLOW), builder.verdict(KILL)))).toEqual([
      { word: 1, mask: 4294967295, op: 'eq', k: 3221225534, then: 1, else: 2 },
      { verdict: 2147418112 },
      { verdict: 0 },
    ])
    expect(irToJson('program', [{ code: 6, jt: 0, jf: 0, k: ALLOW }])).toEqual([[6, 0, 0, 2147418112]])
  })
})

describe('JSON that is no IR', () => {
  const rule = (patch: object): unknown => ({
    sections: [
      { arch: 1, rules: [{ numbers: [[0, 0]], when: { all: [] }, verdict: 0, ...patch }], otherwise: 0 },
    ],
    badArch: 0,
  })
  const test = (patch: object): unknown => [
    { word: 0, mask: 1, op: 'eq', k: 0, then: 1, else: 2, ...patch },
    { verdict: 0 },
    { verdict: 1 },
  ]

  it.each<[Level, unknown, string]>([
    ['rules', null, 'rules:rules: expected an object; got null (J1)'],
    ['rules', [], 'rules:rules: expected an object; got a list of 0 (J1)'],
    ['rules', {}, 'rules:sections: expected a list; got undefined (J1)'],
    ['rules', { sections: [], badArch: 0 }, 'rules:rule set: has no section (R4)'],
    ['rules', { sections: [], badArch: '0' }, 'rules:badArch: expected a number; got "0" (J1)'],
    ['rules', rule({ wen: 1 }), 'rules:sections[0].rules[0]: unknown key "wen"; did you mean "when"? (J1)'],
    ['rules', rule({ verdict: -1 }), 'verdict -1 is not a u32 (R3)'],
    ['rules', rule({ verdict: 0.5 }), 'verdict 0.5 is not a u32 (R3)'],
    [
      'rules',
      rule({ numbers: [[1]] }),
      'rules:sections[0].rules[0].numbers[0]: expected a list of 2; got a list of 1',
    ],
    ['rules', rule({ numbers: [[2, 1]] }), 'range 2..1 is not within 0..4294967295 (R1)'],
    ['rules', rule({ when: {} }), 'rules:sections[0].rules[0].when: expected "argument", "all" or "any"'],
    [
      'rules',
      rule({ when: { argument: 0, mask: 1, values: [] } }),
      'when.mask: expected a u64 such as "0x1f"; got 1',
    ],
    [
      'rules',
      rule({ when: { argument: 0, mask: '0x1ffffffffffffffff', values: [] } }),
      'when.mask: expected a u64',
    ],
    [
      'rules',
      rule({ when: { argument: 9, mask: '0x1', values: [['0x1', '0x1']] } }),
      'index 9 is not 0 to 5 (R5)',
    ],
    ['decision', {}, 'decision:nodes: expected a list; got an object (J1)'],
    ['decision', [], 'decision:nodes: expected at least one node'],
    [
      'decision',
      test({ then: 0 }),
      'decision:n0.then: expected the index of a later node, 1 to 2; got 0 (J1)',
    ],
    [
      'decision',
      test({ then: 3 }),
      'decision:n0.then: expected the index of a later node, 1 to 2; got 3 (J1)',
    ],
    ['decision', test({ then: '__proto__' }), 'decision:n0.then: expected a number; got "__proto__"'],
    ['decision', test({ op: 'lt' }), 'decision:n0.op: expected eq, gt, ge, set; got "lt"'],
    ['decision', test({ op: 'constructor' }), 'expected eq, gt, ge, set'],
    ['decision', test({ word: 16 }), 'word 16 is not 0 to 15 (D2)'],
    ['decision', test({ else: 1 }), 'both ways lead to one node (D5)'],
    ['program', [[6, 0, 0]], 'program:insns[0]: expected a list of 4: code, jt, jf, k; got a list of 3 (J1)'],
    ['program', [[6, 0, 0, '0']], 'program:insns[0][3]: expected a number; got "0" (J1)'],
    ['program', [[6, 256, 0, 0]], 'jt is 256'],
    [
      'program',
      [
        [6, 0, 0, 0],
        [5, 0, 0, 0],
      ],
      '(P',
    ],
    ['program', [], '(P1)'],
  ])('%s %j is refused: %s', (level, json, message) => {
    expect(() => irFromJson(level, json)).toThrow(
      expect.objectContaining({
        name: 'IrError',
        level,
        message: expect.stringContaining(message) as string,
      }),
    )
  })

  it('absurdly nested is refused before it fills the stack', () => {
    let when: unknown = { all: [] }
    for (let depth = 0; depth < 100_000; depth += 1) when = { any: [when] }
    expect(() => irFromJson('rules', rule({ when }))).toThrow('expected nesting of at most 64')
  })
})
