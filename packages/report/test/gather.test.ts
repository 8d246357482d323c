import { compileStack } from '@seccompile/compiler'
import { arg, policy } from '@seccompile/policy'
import {
  costSection,
  findingsSection,
  meaningSection,
  programsOf,
  proofSection,
  sizesSection,
} from '@seccompile/report'
import type { ReportBlock } from '@seccompile/report'
import { callNames } from '@seccompile/describe'
import { describe, expect, it } from 'vitest'
import { blocksOf, filterOf, lintedWith, rowsOf, S390X, tablesOf, textsOf, TOO_LARGE, X86, X86_64 } from './reported.ts' // prettier-ignore

const filter = filterOf(policy({ default: 'deny' }).allow('read'))

describe('the findings', () => {
  const findings = [{ what: 'known' }, { what: 'fresh' }, { what: 'left', accepted: 'why not' }]
  const base = lintedWith(filter, [{ what: 'known' }])

  it('are new ones, those of the base, and accepted ones, with a mark each', () => {
    const section = findingsSection(lintedWith(filter, findings), base)
    const [table] = tablesOf(blocksOf(section))
    expect(rowsOf(table!).map((row) => [row[3], row.at(-1)])).toEqual([
      ['fresh', 'new'],
      ['known', 'as in the base'],
      ['left (accepted: why not)', 'new'],
    ])
    expect(tablesOf(blocksOf(findingsSection(lintedWith(filter, findings), undefined)))[0]?.header).not.toContain('base') // prettier-ignore
  })

  it('stand with the notes of reading and with the lint rules that are undecided', () => {
    const noted = { ...filter, notes: ['a note'] }
    const undecided = [{ name: 'width-gap', reason: 'too large' }]
    const answer = findingsSection(lintedWith(noted, [], { undecided }), undefined)
    expect(textsOf(blocksOf(answer))).toEqual([
      'No findings.',
      'Note: a note',
      'Not decided: width-gap: too large',
    ])
    expect(answer.undecided).toBe('width-gap: too large')
    expect(findingsSection(lintedWith(noted), undefined).undecided).toBeUndefined()
  })
})

describe('the programs', () => {
  it('that a policy refuses to become are missing, and the cost says why', () => {
    const programs = programsOf({ ...filter, target: { abis: [X86_64, S390X] } })
    expect(programs.programs).toEqual([])
    expect(programs.refused).toContain('byte order')
    expect(textsOf(blocksOf(costSection(filter, programs)))).toEqual([`Not compiled: ${programs.refused}`])
  })

  it('are missing by no fault of the compiler, which is thrown', () => {
    const broken = {
      ...X86_64,
      get numbers(): never {
        throw new Error('broken')
      },
    }
    expect(() => programsOf({ ...filter, target: { abis: [broken] } })).toThrow('broken')
  })

  it('are those of a stack, in its order', () => {
    const ir = compileStack(filter.policy, { abis: [X86_64] }).filters[0]!.program
    const one = { level: 'program', ir } as const
    const raw = { ...filter, policy: undefined, subject: { level: 'stack', ir: [one, one] } } as never
    expect(programsOf(raw).programs).toEqual([ir, ir])
  })
})

describe('the cost', () => {
  it('shows the main ABI, and folds the others', () => {
    const both = filterOf(policy({ default: 'deny' }).allow('read'), [X86_64, X86])
    const blocks = blocksOf(costSection(both, programsOf(both)))
    const folded = blocks.filter((block): block is Extract<ReportBlock, { kind: 'folded' }> => block.kind === 'folded') // prettier-ignore
    expect(folded.map(({ title }) => title.split(':')[0])).toEqual(['x86'])
    expect(tablesOf(blocks).filter(({ title }) => title?.startsWith('x86_64: '))).not.toEqual([])
  })
})

describe('the proof', () => {
  const digest = { digest: 'abc' }
  const answerOf = (certificate: object) =>
    proofSection({ programs: [], compilation: { certificate } } as never, digest)

  it('is one, or says that it is none', () => {
    expect(textsOf(blocksOf(answerOf({ kind: 'proved', nodes: 7 })))[0]).toContain('proved by a diagram of 7 nodes') // prettier-ignore
    expect(answerOf({ kind: 'proved' }).undecided).toBeUndefined()
    const open = answerOf({ kind: 'undecided', reason: 'too large' })
    expect([textsOf(blocksOf(open))[0], open.undecided]).toEqual(['Not decided: too large', 'too large'])
    const digestOpen = proofSection({ programs: [] }, { undecided: 'large' })
    expect(digestOpen.undecided).toBe('large')
  })
})

it('the sizes of a raw filter are those of its programs, eight bytes an instruction', () => {
  const programs = programsOf(filter)
  const raw = { ...filter, policy: undefined } as never
  const [table] = tablesOf(blocksOf(sizesSection(raw, programs)))
  const { length } = programs.programs[0]!
  expect(table?.rows).toEqual([[1, length, 8 * length]])
})

it('the sizes under every pipeline stand for a policy of 10,000 rules, and beyond for one', () => {
  const tableOf = (count: number): ReturnType<typeof tablesOf>[number] => {
    const { rules, defaultAction } = filter.policy
    const part = { defaultAction, rules: Array.from({ length: count - 1 }, () => rules[0]!) }
    const large = { ...filter, policy: { defaultAction, rules, and: [part] } }
    return tablesOf(blocksOf(sizesSection(large, programsOf(filter))))[0]!
  }
  expect(tableOf(10_000).rows).toHaveLength(5)
  expect(tableOf(10_001).rows).toHaveLength(1)
  expect(tableOf(10_001).note).toContain('; no other pipeline compiles more than 10000 rules here, and this policy has 10001') // prettier-ignore
})

describe('the meaning', () => {
  const meaning = (mine: typeof filter): ReturnType<typeof rowsOf> =>
    rowsOf(tablesOf(blocksOf(meaningSection(mine, callNames(mine.abis), {})))[0]!)

  it('has the cases of a call before its otherwise, and the other calls last', () => {
    const open = policy({ default: 'kill', overlaps: 'first' }).allow('socket', arg(0).eq(1))
    const mine = filterOf(open.deny('socket').deny('close'))
    expect(meaning(mine).map((row) => [row[0], row[2], row[3]])).toEqual([
      ['ERRNO(EPERM)', 'close', ''],
      ['ALLOW', 'socket', 'args[0] == 1'],
      ['KILL_THREAD', '0x40000000..0xfffffffe', ''],
      ['ERRNO(EPERM)', 'socket', 'otherwise'],
      ['KILL_PROCESS', 'every other call', ''],
      ['KILL_THREAD', 'every call', ''],
    ])
  })

  it('that is undecided says so', () => {
    const { undecided } = meaningSection(filter, callNames(filter.abis), TOO_LARGE)
    expect(undecided).toBeTypeOf('string')
  })
})
