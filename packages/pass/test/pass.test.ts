import { verdictOf } from '@seccompile/abi'
import { decisionBuilder } from '@seccompile/decision'
import { describe, expect, it } from 'vitest'
import {
  definePass,
  fixpoint,
  levelFunctions,
  parsePipeline,
  pipeline,
  pipelineOf,
  pipelineText,
  runPass,
  sizes,
  verifyEach,
} from '@seccompile/pass'
import type { AnyPass, Instrument, SizeRow } from '@seccompile/pass'
import type { RuleSet } from '@seccompile/rules'
import { dropLast, forget, input, keep } from './example-passes.ts'

const ALLOW = verdictOf('ALLOW')

const all: readonly AnyPass[] = [dropLast, keep, forget]

describe('definePass', () => {
  it.each([
    ['rules', 'rules'],
    ['rules', 'decision'],
    ['decision', 'program'],
    ['program', 'decision'],
  ] as const)('refuses a claim on paths from %s to %s, where there are none to compare', (from, to) => {
    const claiming = { ...keep, name: 'claiming', from, to, cost: { longestPath: 'never-longer' } } as const
    expect(() => definePass(claiming as unknown as AnyPass)).toThrow(
      expect.objectContaining({
        name: 'PassError',
        code: 'E_PASS_CLAIM',
        message: `claiming: claims "longestPath", and leads from ${from} to ${to} IR; claim it of a pass that stays on decision or program IR`,
      }),
    )
  })

  it.each(['decision', 'program'] as const)('takes a claim on paths of %s IR', (level) => {
    const cost = { longestPath: 'never-longer' } as const
    const pass = definePass({ name: 'on', from: level, to: level, summary: '', cost, run: (ir) => ir })
    expect(pass.cost).toEqual(cost)
  })
})

describe('a pipeline', () => {
  it('runs its passes in order and spans their levels', () => {
    const made = pipeline('made', [dropLast, forget])
    expect([made.from, made.to]).toEqual(['rules', 'decision'])
    expect(runPass(made, input)).toEqual({ kind: 'verdict', verdict: ALLOW })
  })

  it('nests', () => {
    const inner = pipeline('inner', [dropLast, keep])
    expect(runPass(pipeline('outer', [inner, inner]), input).sections[0]?.rules).toHaveLength(1)
  })

  it('returns the object it was given when no pass has anything to do', () => {
    expect(runPass(pipeline('idle', [keep, keep]), input)).toBe(input)
  })

  it('whose levels do not meet is refused at the pass that does not fit', () => {
    expect(() => pipelineOf('wrong', [forget, keep])).toThrow(
      'wrong: "keep" takes rules IR, but the pipeline is at decision',
    )
    expect(() => pipelineOf('empty', [])).toThrow('empty: has no passes')
  })
})

describe('a fixpoint', () => {
  it('repeats until nothing changes', () => {
    expect(runPass(fixpoint([dropLast]), input).sections[0]?.rules).toHaveLength(1)
    expect(runPass(fixpoint([keep]), input)).toBe(input)
  })

  it('that never settles is an error', () => {
    const restless = definePass({ ...keep, name: 'restless', run: (rules) => ({ ...rules }) })
    expect(() => runPass(fixpoint([restless]), input)).toThrow('has not settled after 64 rounds')
  })
})

describe('the manager', () => {
  it('tells instruments of each pass, parts included, before and after', () => {
    const seen: string[] = []
    const log: Instrument = {
      before: ({ pass, depth }) => seen.push(`${depth} > ${pass.name}`),
      after: ({ pass, depth }) => seen.push(`${depth} < ${pass.name}`),
    }
    runPass(pipeline('made', [dropLast, keep]), input, { instruments: [log] })
    expect(seen).toEqual(['0 > made', '1 > drop-last', '1 < drop-last', '1 > keep', '1 < keep', '0 < made'])
  })

  it('wraps what a pass throws, once, and tells instruments', () => {
    const cause = new Error('lost')
    const failing = definePass({
      ...keep,
      name: 'failing',
      run: () => {
        throw cause
      },
    })
    const failed: string[] = []
    const instruments: Instrument[] = [{ failed: ({ pass }) => failed.push(pass.name) }]
    const run = (): unknown => runPass(pipeline('outer', [failing]), input, { instruments })
    expect(run).toThrow(
      expect.objectContaining({ name: 'PassError', code: 'E_PASS', pass: 'failing', before: input, cause }),
    )
    expect(failed).toEqual(['failing', 'outer'])
  })
})

describe('verifyEach', () => {
  it('stops at the pass that yields malformed IR', () => {
    const breaking = definePass({ ...keep, name: 'breaking', run: (rules) => ({ ...rules, badArch: -1 }) })
    expect(() => runPass(pipeline('p', [keep, breaking]), input, { instruments: [verifyEach()] })).toThrow(
      'breaking: yields malformed IR: rules:bad arch: verdict -1 is not a u32 (R3)',
    )
  })

  it.each([
    ['undefined', undefined, 'run returns undefined'],
    ['a promise', Promise.resolve(input), 'run returns a promise, and a pass is not async'],
    ['a section without rules', { ...input, sections: [{ ...input.sections[0], rules: undefined }] }, ''],
  ])('stops at the pass that yields what is no IR: %s', (_, value, why) => {
    const forgetful = definePass({ ...keep, name: 'forgetful', run: () => value as unknown as RuleSet })
    const failed: string[] = []
    const instruments: Instrument[] = [verifyEach(), { failed: ({ pass }) => failed.push(pass.name) }]
    expect(() => runPass(forgetful, input, { instruments })).toThrow(
      expect.objectContaining({
        name: 'PassError',
        pass: 'forgetful',
        before: input,
        message: expect.stringContaining(`forgetful: yields no rules IR: ${why}`) as string,
      }),
    )
    expect(failed).toEqual(['forgetful'])
  })
})

describe('sizes', () => {
  it('records what each pass did', () => {
    const rows: SizeRow[] = []
    runPass(pipeline('p', [dropLast, keep, forget]), input, { instruments: [sizes((row) => rows.push(row))] })
    expect(rows.map(({ pass, changed, before, after }) => [pass, changed, before, after])).toEqual([
      ['drop-last', true, 3, 2],
      ['keep', false, 2, 2],
      ['forget', true, 2, 1],
    ])
  })
})

describe('the text form', () => {
  it.each([
    'keep',
    'keep,drop-last,forget',
    'fixpoint(keep,drop-last),forget',
    'fixpoint(fixpoint(keep),drop-last)',
  ])('of %s reads back as itself', (text) => {
    expect(pipelineText(parsePipeline(text, all))).toBe(text)
  })

  it('of a pipeline that is called like a fixpoint repeats nothing', () => {
    const named = pipeline('fixpoint(keep)', [dropLast, keep])
    expect(pipelineText(named)).toBe('drop-last,keep')
    expect(pipelineText(fixpoint([named]))).toBe('fixpoint(drop-last,keep)')
  })

  it('may have spaces', () => {
    expect(pipelineText(parsePipeline(' keep , fixpoint( drop-last ) , forget ', all))).toBe(
      'keep,fixpoint(drop-last),forget',
    )
  })

  it.each([
    ['', 'passes:1: expected the name of a pass; known: drop-last, keep, forget'],
    ['keep,', 'passes:6: expected the name of a pass'],
    ['keep,kep', 'passes:6: unknown pass "kep"; known: drop-last, keep, forget'],
    ['fixpoint(keep', 'passes:14: expected ")" or ","; got the end'],
    ['keep)', 'passes:5: expected "," or the end; got ")"'],
    ['keep(keep)', 'passes:5: expected "," or the end; got "("'],
    ['forget,keep', '"keep" takes rules IR, but the pipeline is at decision'],
    ['fixpoint(keep,forget)', 'leads from rules to decision IR and cannot be repeated'],
    ['__proto__', 'unknown pass "__proto__"'],
    ['fixpoint('.repeat(40), 'fixpoint nests deeper than 16'],
    ['k'.repeat(20_000), 'text has 20000 characters'],
  ])('%.20s is refused: %s', (text, message) => {
    expect(() => parsePipeline(text, all)).toThrow(message)
  })
})

describe('the functions of a level', () => {
  it('are those of its package', () => {
    expect(levelFunctions('rules').size(input)).toBe(3)
    expect(levelFunctions('decision').print(decisionBuilder().verdict(ALLOW), 'little')).toBe('n0: ALLOW\n')
  })
})
