import { readdirSync } from 'node:fs'
import { compileStack, passes, pipelineOptions, pipelines } from '@seccompile/compiler'
import type { CompileStackOptions, GoalName, PipelineName } from '@seccompile/compiler'
import { parsePipeline } from '@seccompile/pass'
import type { Pass } from '@seccompile/pass'
import { signedAbiTable } from '@seccompile/signatures'
import { table } from '@seccompile/text-layout'
import { describe, expect, it } from 'vitest'
import { corpus, corpusPolicy, POLICIES } from '../src/corpus.ts'
import type { CorpusEntry } from '../src/corpus.ts'
import { measure, SIZE_HEADER } from '../src/measure.ts'
import type { PipelineMeasurement } from '../src/measure.ts'

const pipelineNames = Object.keys(pipelines) as PipelineName[]
const listed = corpus.filter(({ isListed }) => isListed)
const listingOf = ({ name }: CorpusEntry, pipeline: PipelineName): string => `${name}.${pipeline}.out`

async function measured(entry: CorpusEntry): Promise<readonly PipelineMeasurement[]> {
  const policy = await corpusPolicy(entry)
  return pipelineNames.map((pipeline) => measure(entry, policy, pipeline))
}

/** The options of the command `words`, as options of the library. */
function typed(words: readonly string[]): Partial<CompileStackOptions> {
  const valueOf = (option: string): string | undefined => words[words.indexOf(option) + 1 || words.length]
  const [list, goal, price] = ['--passes', '--goal', '--insn-cost'].map(valueOf)
  return {
    pipeline: parsePipeline(list!, passes) as Pass<'rules', 'program'>,
    goal: goal as GoalName | undefined,
    insnCost: price === undefined ? undefined : Number(price),
  }
}

describe('the corpus', () => {
  it.each(listed)('compiles $name to the golden listings', async (entry) => {
    for (const { pipeline, listing } of await measured(entry))
      await expect(listing).toMatchFileSnapshot(`../listings/${listingOf(entry, pipeline)}`)
  })

  // One test makes a hundred compilations, since they are the rows of one table.
  it('compiles to the golden sizes', { timeout: 120_000 }, async () => {
    const rows = await Promise.all(corpus.map((entry) => measured(entry)))
    const text = table(
      SIZE_HEADER,
      rows.flat().map(({ row }) => row),
    )
    await expect(text).toMatchFileSnapshot('../sizes.golden')
  })

  it(
    'compiles by the printed options of a pipeline to the bytes of its name',
    { timeout: 120_000 },
    async () => {
      for (const { name, abis, caps, kernel, ...entry } of corpus) {
        const policy = await corpusPolicy({ name, abis, ...entry })
        const target = { abis: abis.map((token) => signedAbiTable(token)), caps, kernel, prove: false }
        const bytesBy = (how: Partial<CompileStackOptions>): readonly Uint8Array[] =>
          compileStack(policy, { ...target, ...how }).filters.map(({ bytes }) => bytes)
        for (const pipeline of pipelineNames)
          expect(bytesBy(typed(pipelineOptions(pipelines[pipeline]))), `${name} ${pipeline}`).toEqual(
            bytesBy({ pipeline }),
          )
      }
    },
  )

  it('has no name twice, and no policy that nothing compiles', () => {
    const names = corpus.map(({ name }) => name)
    expect(names).toEqual([...new Set(names)])
    const used = new Set(corpus.map(({ policy }) => policy))
    expect(readdirSync(POLICIES).filter((file) => !used.has(file))).toEqual([])
  })

  it('has no listing left over', () => {
    // A listing that is missing fails its own test.
    const wanted = listed.flatMap((entry) => pipelineNames.map((pipeline) => listingOf(entry, pipeline)))
    const found = readdirSync(new URL('../listings/', import.meta.url))
    expect(found.filter((file) => !wanted.includes(file))).toEqual([])
  })
})
