import { BPF, IrError } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { compile, compileRules, objectiveOf } from '@seccompile/compiler'
import { dockerProfile } from '@seccompile/presets/docker-profile'
import { abiTable } from '@seccompile/syscalls'
import { expect, it } from 'vitest'
import { cheapestRun } from '../src/compile/cheapest.ts'
import type { Extent } from '../src/compile/cheapest.ts'
import type { Run } from '../src/compile/compile-rules.ts'
import type { CompileRulesOptions } from '../src/compile/options.ts'
import { longestPath } from '../src/compile/longest-path.ts'
import { pipelines } from '../src/compile/pipelines.ts'
import { stepKeeper } from '../src/compile/step-keeper.ts'
import type { Objective } from '../src/objective/objective.ts'

const LOAD = { code: BPF.LD_ABS, jt: 0, jf: 0, k: 0 }
const RETURN = { code: BPF.RET_K, jt: 0, jf: 0, k: 0 }
/** A program without jumps: its length is that of its path. */
const row = (insns: number): Program => [...Array.from({ length: insns - 1 }, () => LOAD), RETURN]

/** Calls execute fewer instructions of the program with the longer path. */
const objective: Objective = {
  kind: 'uniform',
  calls: 1,
  isEmpty: false,
  weigh: () => 1,
  weighCounted: undefined,
  valueOf: ([program]) => ({ kind: 'uniform', value: 1000 - program!.length }),
  boundOf: () => ({ bound: 0, exact: false, gap: 0 }),
}
const paths = { [pipelines.speed.insnCost]: 13, [pipelines.size.insnCost]: 12 }
const ONE: Extent = { ranges: 1, sections: 1 }
const run = ({ insnCost = -1 }: { readonly insnCost?: number | undefined }): Run => ({
  program: row(paths[insnCost]!),
  kept: stepKeeper(),
})

it.each([
  [20, 13, 'the cheapest program, where all paths fit'],
  [12, 12, 'the program whose path fits'],
  [11, 12, 'the program with the shortest path, where none fits (issue 13)'],
])('for paths of at most %d takes one of %d: %s', (maxPath, longest) => {
  const how = { pipeline: 'speed', maxPath } as const
  expect(longestPath(cheapestRun(run, how, objective, ONE).program)).toBe(longest)
})

it('leaves out a choice whose program is too long (issue 18)', () => {
  const tooLong = new IrError('program', [
    { invariant: 'P1', where: 'program', message: 'too long', count: 70_007 },
  ])
  const listTooLong = (how: CompileRulesOptions): Run => {
    if (how.pipeline === 'list') throw tooLong
    return run(how)
  }
  expect(cheapestRun(listTooLong, { pipeline: 'speed' }, objective, ONE).program).toHaveLength(13)
  const allTooLong = (): Run => {
    throw tooLong
  }
  expect(() => cheapestRun(allTooLong, { pipeline: 'speed' }, objective, ONE)).toThrow(tooLong)
})

it('lays arguments out at another price for the numbers of its own (issue 18)', () => {
  const abis = (['x86_64', 'x86', 'x32'] as const).map((token) => abiTable(token))
  const options = { abis, prove: false, objective: 'weights' } as const
  const { program, endianness, rules } = compile(dockerProfile, options)
  const objective = objectiveOf(rules, abis, { objective: 'weights' })
  const { insnCost } = pipelines.speed
  const costOf = (made: Program): number =>
    objective.valueOf([made], endianness).value + insnCost * made.length
  for (const price of [insnCost, pipelines.size.insnCost]) {
    const alone = compileRules(rules, { endianness, insnCost: price, weigh: objective.weigh })
    expect(costOf(program)).toBeLessThan(costOf(alone) - 1e-6)
  }
})

it('searches the numbers of one section once, and lays arguments out at both prices (issue 18)', () => {
  const tried: CompileRulesOptions[] = []
  const watched = (how: CompileRulesOptions): Run => {
    tried.push(how)
    return { program: row(13), kept: stepKeeper() }
  }
  const prices = (extent: Extent): readonly unknown[] => {
    tried.length = 0
    cheapestRun(watched, { pipeline: 'speed' }, objective, extent)
    return tried.map(({ pipeline, insnCost }) => (pipeline === 'speed' ? insnCost : 'for arguments'))
  }
  const { speed, size } = pipelines
  expect(prices({ ranges: 60, sections: 1 })).toEqual([speed.insnCost, 'for arguments'])
  expect(prices({ ranges: 60, sections: 2 })).toEqual([speed.insnCost, size.insnCost])
})

it('makes no worse rules with effort max (issue 18)', () => {
  const abis = (['x86_64', 'x86', 'x32'] as const).map((token) => abiTable(token))
  const { endianness, rules } = compile(dockerProfile, { abis, prove: false })
  const objective = objectiveOf(rules, abis)
  const { insnCost } = pipelines.speed
  const costWith = (effort: 'default' | 'max'): number => {
    const made = compileRules(rules, { endianness, effort, weigh: objective.weigh })
    return objective.valueOf([made], endianness).value + insnCost * made.length
  }
  expect(costWith('max')).toBeLessThanOrEqual(costWith('default') + 1e-9)
})
