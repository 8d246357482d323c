import axe from 'axe-core'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

/** Most elements that a fault names. */
const NAMED = 2

/**
 * The violations that axe-core finds on `page` with a serious or critical impact, a line each.
 * @see https://github.com/dequelabs/axe-core/blob/develop/doc/rule-descriptions.md
 */
export async function axeFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(() => {
    const { axe: inPage } = globalThis as unknown as {
      axe: { run: (options: object) => Promise<AxeResults> }
    } // by the script above
    return inPage.run({ resultTypes: ['violations'] })
  })
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => {
      const places = nodes.slice(0, NAMED).map(({ html }) => html.slice(0, 120))
      return `axe ${id}: ${help}: ${nodes.length} elements, such as ${places.join(' and ')}`
    })
}
