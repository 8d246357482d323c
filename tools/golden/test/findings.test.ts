import { expect, it } from 'vitest'
import { corpus, corpusPolicy } from '../src/corpus.ts'
import { countLines, findingLines, findingsOf } from '../src/findings.ts'

// The test lints forty policies, since their counts are one table. So its time limit is long.
it(
  'says of the corpus what findings.golden says, and leaves nothing undecided',
  { timeout: 60_000 },
  async () => {
    const reports = await Promise.all(
      corpus.map(async (entry) => ({ entry, report: findingsOf(entry, await corpusPolicy(entry)) })),
    )
    expect(reports.flatMap(({ report }) => report.undecided)).toEqual([])
    const text = [
      countLines(reports.map(({ report }) => report)),
      ...reports.map(({ entry, report }) => findingLines(entry, report)),
    ]
    await expect(text.join('\n')).toMatchFileSnapshot('../findings.golden')
  },
)
