/*
 * Every pass of a named pipeline has an effect in it: `passes.golden` says which filters each pass changes, in the corpus
 * and in every twentieth of 1,500 untidy rule sets.
 *
 * It matters at which rule set the count begins. Passes on programs have little to do in trees: in the pipeline `speed`,
 * `redundant-loads` changes only 3 of the 1,500 rule sets. A count from rule set 14 on meets two of them; 18 of the 20
 * possible counts meet none.
 */
import { compile, objectiveOf, pipelines } from '@seccompile/compiler'
import type { PipelineName } from '@seccompile/compiler'
import { signedAbiTable } from '@seccompile/signatures'
import { table } from '@seccompile/text-layout'
import { expect, it } from 'vitest'
import { corpus, corpusPolicy } from '../src/corpus.ts'
import type { CorpusEntry } from '../src/corpus.ts'
import { untidyRules } from '../src/rule-sets.ts'
import { differences } from '../src/without.ts'
import type { FilterDifference, WithoutInput } from '../src/without.ts'

const names = Object.keys(pipelines) as PipelineName[]
const NOTHING: FilterDifference = { filters: 0, with: 0, without: 0 }
const HEADER = [
  'pipeline', 'without', 'corpus: filters', 'insns with', 'insns without',
  'rule sets: filters', 'insns with', 'insns without',
] // prettier-ignore

async function corpusInput({ abis: tokens, caps, kernel, ...entry }: CorpusEntry): Promise<WithoutInput> {
  const abis = tokens.map((token) => signedAbiTable(token))
  const policy = await corpusPolicy({ abis: tokens, ...entry })
  const { rules, endianness } = compile(policy, { abis, caps, kernel, pipeline: 'none', prove: false })
  return { rules, endianness, weigh: objectiveOf(rules, abis).weigh }
}

it('every pass of a named pipeline works in it', { timeout: 120_000 }, async () => {
  const policies = await Promise.all(corpus.map((entry) => corpusInput(entry)))
  const untidy = Array.from({ length: 75 }, (_, i): WithoutInput => ({ rules: untidyRules(20 * i + 14) }))
  const rows = names.flatMap((name) => {
    const inRuleSets = differences(untidy, name)
    return [...differences(policies, name)].map(([pass, inCorpus]) => {
      const found = inRuleSets.get(pass) ?? NOTHING
      expect(inCorpus.filters + found.filters, `${pass} in ${name}`).toBeGreaterThan(0)
      return [name, pass, ...[inCorpus, found].flatMap((of) => [of.filters, of.with, of.without])]
    })
  })
  await expect(table(HEADER, rows)).toMatchFileSnapshot('../passes.golden')
})
