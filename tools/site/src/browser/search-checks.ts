/* The search of the site in a browser: some queries, and the first page that each must find. */
import assert from 'node:assert/strict'
import type { PageCheck } from './playground-checks.ts'
import type { PlaygroundPage } from './playground-page.ts'

const RESULT = '.VPLocalSearchBox .result'

/** Opens the search. */
async function openSearch({ page }: PlaygroundPage): Promise<void> {
  await page.click('.VPNavBarSearch button')
  await page.waitForSelector('#localsearch-input')
}

/** The addresses that the search finds for `query`, the best first. */
async function found({ page }: PlaygroundPage, query: string): Promise<readonly string[]> {
  // Without a query there are no results, so later results belong to this query.
  await page.fill('#localsearch-input', '')
  await page.waitForFunction((results) => document.querySelector(results) === null, RESULT)
  await page.fill('#localsearch-input', query)
  await page.waitForSelector(RESULT)
  return page.locator(RESULT).evaluateAll((all) => all.map((each) => each.getAttribute('href') ?? ''))
}

/** The checks. */
export const SEARCH_CHECKS: readonly PageCheck[] = [
  {
    title: 'the search finds the page that a newcomer means',
    run: async (at) => {
      await openSearch(at)
      for (const [query, first] of [
        ['first filter', /^\/first-filter\.html/],
        ['bubblewrap', /^\/spawn-from-node\.html#[a-z-]*bubblewrap/],
        // Words that are also names of exports.
        ['lint', /^\/(?!api\/|packages\/)/],
        ['compile', /^\/(?!api\/|packages\/)/],
        // Words that differ by few letters from other words: ptrace, low, invariants.
        ['strace', /^\/(recordings|why-it-fails)\.html/],
        ['log', /^\/(?!warnings)/],
        ['variants', /^\/(lint-rules\.html#variant-gap|policies)/],
        ['bublewrap', /^\/spawn-from-node\.html/],
        // Names that other communities use for the subject.
        ['ctf', /^\/unknown-filter\.html/],
        ['disassemble', /^\/unknown-filter\.html/],
        ['benchmark', /^\/getppid\.html/],
        ['whitelist', /^\/policies\.html/],
      ] as const) {
        const addresses = await found(at, query)
        assert.match(addresses[0] ?? '', first, `${query}: ${addresses.join(' ')}`)
      }
    },
  },
  {
    title: 'the search finds an export by its name',
    run: async (at) => {
      await openSearch(at)
      const [address] = await found(at, 'printKeptCall')
      assert.equal(address, '/api/presets.html#printkeptcall')
    },
  },
]
