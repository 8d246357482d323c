/*
 * Every pass of a named pipeline has an effect in it: `passes.golden` says which filters each pass changes, in the corpus
 * and in untidy rule sets. `pnpm gain` measures the same pairs of filters.
 */
import { pipelines } from '@seccompile/compiler'
import { table } from '@seccompile/text-layout'
import { expect, it } from 'vitest'
import { leavesOf } from '../src/edit-pipeline.ts'
import { filterOf, isChanged, lengthOf } from '../src/pass-effect.ts'
import type { PassEffect } from '../src/pass-effect.ts'
import { inputGroups } from '../src/gain-inputs.ts'
import { pipelinePair, PIPELINES } from '../src/pipeline-pairs.ts'

const HEADER = [
  'pipeline', 'without', 'corpus: filters', 'insns with', 'insns without',
  'rule sets: filters', 'insns with', 'insns without',
] // prettier-ignore

it('every pass of a named pipeline works in it', { timeout: 120_000 }, async () => {
  const groups = await Promise.all(
    inputGroups.map(({ inputs }) => Promise.all(inputs.map(({ load }) => load()))),
  )
  const rows = PIPELINES.flatMap((name) => {
    const { pass: whole, insnCost } = pipelines[name]
    const filters = groups.map((inputs) => inputs.map((input) => filterOf(input, { pass: whole, insnCost })))
    return leavesOf(whole).flatMap((leaf) => {
      const pair = pipelinePair(name, leaf, undefined)
      if (pair.kind !== 'pair') return [] // a pass that leads from level to level
      const changed = groups.map((inputs, group): readonly PassEffect[] =>
        inputs
          .map((input, i) => ({
            input,
            with: filters[group]![i]!,
            without: filterOf(input, { pass: pair.without, insnCost }),
          }))
          .filter(isChanged),
      )
      expect(changed.flat().length, `${leaf.name} in ${name}`).toBeGreaterThan(0)
      const sum = (pairs: readonly PassEffect[], side: 'with' | 'without'): number =>
        pairs.reduce((all, one) => all + lengthOf(one[side]), 0)
      const cells = changed.flatMap((pairs) => [pairs.length, sum(pairs, 'with'), sum(pairs, 'without')])
      return [[name, leaf.name, ...cells]]
    })
  })
  await expect(table(HEADER, rows)).toMatchFileSnapshot('../passes.golden')
})
