/* The home page: nothing of it is cut on a telephone, and its button opens the policy that it shows. */
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { PageCheck } from './playground-checks.ts'

const TELEPHONE = { width: 390, height: 844 }
const WIDE = { width: 1440, height: 900 }

async function openHome(page: Page, size: typeof TELEPHONE): Promise<void> {
  await page.setViewportSize(size)
  await page.goto(new URL('index.html', page.url()).href)
  await page.waitForFunction(() => '__vue_app__' in (document.querySelector('#app') ?? {}))
}

/** Parts of the page that scroll sideways or are cut, and images that are smaller than they were drawn. */
const cutParts = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const images = [...document.querySelectorAll<HTMLImageElement>('.home-page img')]
    for (const image of images) image.loading = 'eager'
    await Promise.all(images.filter((image) => image.checkVisibility()).map((image) => image.decode()))
    const cut = [...document.querySelectorAll('.home-page *')].filter(
      (part) => part.clientWidth > 1 && part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).display !== 'inline',
    )
    const small = images.filter((image) => image.checkVisibility() && image.clientWidth < image.naturalWidth - 1)
    return [...cut, ...small].map((part) => `<${part.tagName.toLowerCase()} class="${part.className}">`)
  }) // prettier-ignore

/** The checks. */
export const HOME_CHECKS: readonly PageCheck[] = [
  {
    title: 'home: nothing is cut on a telephone, and each picture has the size in which it was drawn',
    run: async ({ page }) => {
      await openHome(page, TELEPHONE)
      assert.deepEqual(await cutParts(page), [])
      const shown = await page
        .locator('.home-page img')
        .evaluateAll((all) => all.filter((image) => image.checkVisibility()).length)
      assert.equal(shown, 2, 'the picture of the policy and the chart')
    },
  },
  {
    title: 'home: the first screen shows what it is, the install line, the figures and the policy',
    run: async ({ page }) => {
      const first = ['h1', 'h1 + p', 'p:has(code)', '.home-figures table']
      for (const size of [TELEPHONE, WIDE]) {
        await openHome(page, size)
        for (const part of [...first, ...(size === WIDE ? ['.home-in pre', '.open-policy'] : [])]) {
          const box = await page.locator(`.home-page ${part}`).first().boundingBox()
          assert.ok(box !== null && box.y + box.height <= size.height, `${part} is below the fold`)
        }
        assert.match(
          await page.locator('.home-page p:has(code)').first().innerText(),
          /npm install seccompile/,
        )
        // A telephone shows the beginning of the policy: ten lines with the first calls.
        const policy = await page.locator('.home-in pre').boundingBox()
        assert.ok(policy !== null && policy.y + 150 <= size.height, 'the policy is below the fold')
      }
      const picture = await page.locator('.home-out a.in-wide img').boundingBox()
      assert.ok(picture !== null && picture.y + 200 <= WIDE.height, 'no part of the picture is seen')
    },
  },
  {
    title: 'home: the button opens the policy in the playground, with the figures of the home page',
    run: async ({ page, waitFor, text }) => {
      await openHome(page, WIDE)
      const policy = await text('.home-in pre code')
      const insns = await text('.home-figures tbody tr:first-child td:nth-child(2)')
      await page.click('.open-policy')
      await page.waitForSelector('.cm-content')
      // The editor holds the lines that it shows, and the first lines are shown.
      const names = [...policy.matchAll(/"[a-z_]+"/g)].slice(0, 12).map(([name]) => name)
      const shown = await waitFor('.cm-content', /read/)
      for (const name of names) assert.ok(shown.includes(name), name)
      assert.match(await waitFor('.pg-glance', /Proved/), new RegExp(`(?<!\\d)${insns}(?!\\d)`))
    },
  },
]
