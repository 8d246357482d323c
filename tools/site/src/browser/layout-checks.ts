/* The layout of pages in a narrow and in a wide window: places that were unreadable before. */
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { PageCheck } from './playground-checks.ts'

const TELEPHONE = { width: 390, height: 844 }
const WIDE = { width: 1280, height: 900 }

/** Shows another page of the site in a window of `size`. */
async function show(page: Page, name: string, size: typeof TELEPHONE): Promise<void> {
  await page.setViewportSize(size)
  await page.goto(new URL(name, page.url()).href)
  await page.waitForFunction(() => '__vue_app__' in (document.querySelector('#app') ?? {}))
}

/** The excess width of each table over its container. */
const overhangs = (page: Page): Promise<readonly number[]> =>
  page
    .locator('.vp-doc table')
    .evaluateAll((all) => all.map((table) => table.scrollWidth - table.clientWidth))

/** The checks. */
export const LAYOUT_CHECKS: readonly PageCheck[] = [
  {
    title: 'layout: the rows of a table in a session are not wrapped, and its sentences are',
    run: async ({ page }) => {
      const boxes = (selector: string): Promise<readonly { height: number; right: number }[]> =>
        page.locator(selector).evaluateAll((all) =>
          all.map((line) => {
            const { height, right } = line.getBoundingClientRect()
            return { height, right }
          }),
        )
      // The lines of lint have columns too, and the last column is a sentence.
      for (const [name, size] of [
        ['first-filter.html', TELEPHONE],
        ['unknown-filter.html', WIDE],
      ] as const) {
        await show(page, name, size)
        const rows = await boxes('.language-console .row')
        const others = await boxes('.language-console .line:not(.row)')
        assert.ok(rows.length >= 4 && rows.every(({ height }) => height < 24), `${name}: a row is wrapped`)
        assert.ok(others.some(({ height }) => height > 40))
        const blocks = await boxes('.language-console')
        const edge = Math.max(...blocks.map(({ right }) => right))
        // A wide window has room for every row.
        const seen = size === WIDE ? [...others, ...rows] : others
        assert.ok(
          seen.every(({ right }) => right <= edge),
          `${name}: a line is cut off`,
        )
      }
    },
  },
  {
    title: 'layout: a table has all its columns in the window',
    run: async ({ page }) => {
      for (const [name, size] of [
        ['policies.html', TELEPHONE],
        ['comparison-of-costs.html', WIDE],
      ] as const) {
        await show(page, name, size)
        const found = await overhangs(page)
        assert.ok(found.length > 0)
        assert.deepEqual(new Set(found), new Set([0]), `${name}: ${found.join(' ')}`)
      }
    },
  },
  {
    title: 'layout: the text of a chart can be read on a telephone',
    run: async ({ page }) => {
      await show(page, 'getppid.html', TELEPHONE)
      // Charts are drawn for a telephone too, and are shown in the size in which they were drawn.
      const widths = await page
        .locator('.vp-doc img')
        .evaluateAll((all) =>
          all
            .filter((image) => image.checkVisibility())
            .map((image) => [
              image.clientWidth,
              Number(image.getAttribute('width') ?? (image as HTMLImageElement).naturalWidth),
            ]),
        )
      assert.ok(widths.length > 0 && widths.every(([shown, drawn]) => shown! >= drawn! - 1), widths.join(' '))
    },
  },
]
