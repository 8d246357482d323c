/* How fast a machine is at this moment, by a loop of a fixed length, for times that are to be compared with a budget. */
import type { Browser } from 'playwright-core'

/** Milliseconds for the loop on the machine of the budgets: two cores of an AMD EPYC, with nothing else to do. */
const REFERENCE_MS = 32
const ROUNDS = 20_000_000
const RUNS = 5

/** How many times as long as on the machine of the budgets a loop takes in `browser`, by the fastest of its runs. */
export async function slownessOf(browser: Browser): Promise<number> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const fastest = await page.evaluate(
    ({ rounds, runs }) => {
      const times = Array.from({ length: runs }, () => {
        const begun = performance.now()
        let state = 1
        for (let i = 0; i < rounds; i += 1)
          state = (Math.imul(state, 1_664_525) + 1_013_904_223) ^ (state >>> 7)
        return performance.now() - begun + (state === 0 ? 1 : 0) // the state is used, so the loop is not left out
      })
      return Math.min(...times)
    },
    { rounds: ROUNDS, runs: RUNS },
  )
  await context.close()
  return fastest / REFERENCE_MS
}
