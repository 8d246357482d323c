import { BPF } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { compile, compileRules, objectiveOf, pipelines, tryCompileRules } from '@seccompile/compiler'
import { bisect, createMemo, definePass, parsePipeline, pipeline, pipelineText } from '@seccompile/pass'
import type { Instrument, Pass } from '@seccompile/pass'
import { bst } from '@seccompile/pass-bst'
import { lower } from '@seccompile/pass-lower'
import { errno, policy } from '@seccompile/policy'
import { nodeServer } from '@seccompile/presets'
import { dockerProfile } from '@seccompile/presets/docker-profile'
import { rule, rules } from '@seccompile/rules/test-makers'
import { IrError } from '@seccompile/shape'
import { x86_64 } from '@seccompile/signatures/x86_64'
import { signedAbiTable } from '@seccompile/signatures'
import { describe, expect, it } from 'vitest'
import { choose } from '../src/compile/choose.ts'
import type { Choice, ChoiceOptions } from '../src/compile/choose.ts'
import { longestPath } from '../src/compile/longest-path.ts'
import { passes } from '../src/compile/passes.ts'
import type { Objective } from '../src/objective/measures.ts'

const LOAD = { code: BPF.LD_ABS, jt: 0, jf: 0, k: 0 }
const RETURN = { code: BPF.RET_K, jt: 0, jf: 0, k: 0 }
/** A program without jumps: its length is that of its path. */
const row = (insns: number): Program => [...Array.from({ length: insns - 1 }, () => LOAD), RETURN]

/** An objective under which calls execute fewer instructions of the program with the longer path. */
const objective: Objective = {
  kind: 'uniform',
  calls: 1,
  isEmpty: false,
  weigh: () => 1,
  mostLists: 1,
  cutCalls: [],
  valueOf: ([program]) => ({ kind: 'uniform', value: 1000 - program!.length }),
  boundOf: () => ({ bound: 0, exact: false, gap: 0 }),
}
const { speed, size } = pipelines
/** Rules with so many ranges that the pipeline `list` is no candidate. */
const made = rules(...Array.from({ length: 50 }, (_, i) => rule(2 * i)))

type PricedProgram = (insnCost: number) => Program

/** A list with one pass of its own, whose program depends on the price. */
const making = (make: PricedProgram): Pass<'rules', 'program'> =>
  definePass({
    name: 'make',
    from: 'rules',
    to: 'program',
    summary: 'makes a program',
    run: (_, { argInsnCost }) => make(argInsnCost),
  })
const byPrice: PricedProgram = (insnCost) => row(insnCost === speed.insnCost ? 13 : 12)
const tooLong = (): never => {
  throw new IrError('program', [{ invariant: 'P1', where: 'program', message: 'too long', count: 70_007 }])
}

const chosen = (make: PricedProgram, more: Partial<ChoiceOptions> = {}): Choice =>
  choose({
    rules: made,
    objective,
    pipeline: { pass: making(make), goal: 'speed', insnCost: speed.insnCost },
    effort: 'default',
    endianness: 'little',
    maxPath: Infinity,
    memo: createMemo(),
    instruments: [],
    isKept: false,
    now: undefined,
    ...more,
  })
const programOf = (choice: Choice): Program | undefined =>
  choice.kind === 'fits' ? choice.program : undefined

describe('choose', () => {
  it.each([
    [20, 13, 'the cheapest program, where all paths fit'],
    [12, 12, 'the program whose path fits'],
    [11, 12, 'the program with the shortest path, where none fits (issue 13)'],
  ])('for paths of at most %d takes one of %d: %s', (maxPath, longest) => {
    expect(longestPath(programOf(chosen(byPrice, { maxPath }))!)).toBe(longest)
  })

  it('leaves out a candidate whose program is too long (issue 18)', () => {
    const choice = chosen((insnCost) => (insnCost === speed.insnCost ? row(13) : tooLong()))
    expect(programOf(choice)).toHaveLength(13)
    expect(choice.tried.map(({ outcome }) => outcome)).toContain('too-long')
  })

  it('yields the length where every program is too long', () => {
    expect(chosen(tooLong)).toMatchObject({ kind: 'too-long', insns: 70_007, isEstimate: false })
  })

  it('keeps the steps of the program that is taken, and of the list as a whole', () => {
    const choice = chosen(byPrice, { isKept: true })
    if (choice.kind !== 'fits') throw new Error('fits')
    expect(choice.steps.map(({ pass }) => pass.name)).toEqual(['make', 'make'])
    expect(choice.steps.at(-1)).toMatchObject({ before: made, after: choice.program })
  })

  it('shows the instruments the run of a candidate that fails', () => {
    const failed: string[] = []
    const instruments: readonly Instrument[] = [{ failed: ({ pass }) => void failed.push(pass.name) }]
    const broken = (insnCost: number): Program => {
      if (insnCost === size.insnCost) throw new Error('broken')
      return row(13)
    }
    expect(() => chosen(broken, { instruments })).toThrow('make: broken')
    expect(failed).toEqual(['make'])
  })
})

describe('bisecting a list whose pass fails', () => {
  const broken = definePass({
    name: 'broken',
    from: 'program',
    to: 'program',
    summary: 'fails',
    run: () => {
      throw new Error('broken')
    },
  })
  const list = pipeline('own', [making(byPrice), broken])
  const bisected = (limit: number): Choice =>
    chosen(byPrice, {
      pipeline: { pass: list, goal: 'speed', insnCost: speed.insnCost },
      instruments: [bisect(limit)],
    })

  it('takes the program without the pass that fails', () => {
    expect(bisected(0)).toMatchObject({ kind: 'fits', program: row(13), pass: list, tried: [] })
  })

  it('fails with the pass that fails', () => {
    expect(() => bisected(1)).toThrow('broken: broken')
  })
})

const X86 = (['x86_64', 'x86', 'x32'] as const).map((token) => signedAbiTable(token))

const X64 = [x86_64] as const

describe('a goal', () => {
  it('lays arguments out at another price for the numbers of its own (issue 18)', () => {
    const options = { abis: X86, prove: false, objective: 'weights' } as const
    const { program, endianness, rules: ruled } = compile(dockerProfile, options)
    const weighed = objectiveOf(ruled, X86, { objective: 'weights' })
    const costOf = (one: Program): number =>
      weighed.valueOf([one], endianness).value + speed.insnCost * one.length
    for (const price of [speed.insnCost, size.insnCost]) {
      const alone = compileRules(ruled, { endianness, insnCost: price, weigh: weighed.weigh })
      expect(costOf(program)).toBeLessThan(costOf(alone) - 1e-6)
    }
  })

  it('makes no worse rules with effort max (issue 18)', () => {
    const { endianness, rules: ruled } = compile(dockerProfile, { abis: X86, prove: false })
    const uniform = objectiveOf(ruled, X86)
    const costWith = (effort: 'default' | 'max'): number => {
      const one = compileRules(ruled, { endianness, effort, weigh: uniform.weigh })
      return uniform.valueOf([one], endianness).value + speed.insnCost * one.length
    }
    expect(costWith('max')).toBeLessThanOrEqual(costWith('default') + 1e-9)
  })

  it.each(['speed', 'size', 'smallest'] as const)(
    'gives a printed list the bytes of the named pipeline %s',
    (goal) => {
      const typed = parsePipeline(pipelineText(pipelines[goal].pass), passes) as Pass<'rules', 'program'>
      const options = { abis: X64, prove: false }
      const named = compile(nodeServer, { ...options, pipeline: goal })
      const listed = compile(nodeServer, { ...options, pipeline: typed, goal })
      expect(listed.bytes).toEqual(named.bytes)
      expect(listed.tried.map(({ outcome }) => outcome)).toEqual(named.tried.map(({ outcome }) => outcome))
    },
  )

  it('tries a list once where it is given no goal', () => {
    const { tried } = compile(nodeServer, { abis: X64, prove: false, pipeline: 'none' })
    expect(tried).toEqual([])
  })

  it('says the passes of the program that is taken', () => {
    const names = ['read', 'getpid', 'exit_group', 'futex', 'openat', 'poll', 'brk', 'dup', 'uname'] as const
    const few = policy({ default: errno(1) }).allow(...names)
    const options = { abis: X64, prove: false } as const
    const listed = compile(few, { ...options, pipeline: 'list' })
    const smallest = compile(few, { ...options, pipeline: 'smallest' })
    expect(smallest.bytes).toEqual(listed.bytes)
    expect(smallest.pipeline).toBe(pipelineText(pipelines.list.pass))
  })

  it('has candidates of a pass of your own', () => {
    const prices: unknown[] = []
    const mine = definePass({
      name: 'mine',
      from: 'decision',
      to: 'decision',
      summary: 'notes the prices',
      run: (root, { insnCost, argInsnCost }) => {
        prices.push([insnCost, argInsnCost])
        return root
      },
    })
    const list = pipeline('own', [bst, mine, lower])
    const options = { abis: X64, prove: false, pipeline: list, goal: 'speed' } as const
    const { tried } = compile(nodeServer, options)
    expect(prices).toContainEqual([speed.insnCost, size.insnCost])
    expect(tried.length).toBeGreaterThanOrEqual(prices.length)
  })

  it('has the same bytes where instruments watch, which see one run', () => {
    const options = { abis: X86, prove: false } as const
    let runs = 0
    const instruments: readonly Instrument[] = [{ before: ({ depth }) => void (runs += depth === 0 ? 1 : 0) }]
    const plain = compile(dockerProfile, options)
    const watched = compile(dockerProfile, { ...options, instruments })
    expect(watched.bytes).toEqual(plain.bytes)
    expect(runs).toBe(1)
  })
})

it('yields the length of a program of rules that is too long (P1)', () => {
  const many = rules(...Array.from({ length: 5000 }, (_, i) => rule(2 * i)))
  expect(tryCompileRules(many, { pipeline: 'none' })).toMatchObject({ kind: 'too-long', insns: 5025 })
})
