/* Checks of access: by the keyboard alone, and by the rules of axe-core, in light and in dark. */
import assert from 'node:assert/strict'
import { axeFaults } from './axe-faults.ts'
import { TABS } from '../playground/page/link-state.ts'
import type { PageCheck } from './playground-checks.ts'
import type { PlaygroundPage } from './playground-page.ts'

/** Presses Tab until the element with the focus matches `selector`. */
async function tabTo(
  { page }: PlaygroundPage,
  selector: string,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<void> {
  for (let i = 0; i < 60; i += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return
    await page.keyboard.press(key)
  }
  throw new Error(`the keyboard does not reach ${selector}`)
}

/** The checks. */
export const ACCESS_CHECKS: readonly PageCheck[] = [
  {
    title: 'access: the keyboard alone opens an example, writes, moves the divider, and looks at every tab',
    run: async (at) => {
      const { page } = at
      await tabTo(at, '#pg-begin')
      await page.keyboard.type('A deny')
      await at.waitFor('.cm-content', /setpriority/)
      await at.answered()
      await tabTo(at, '.cm-content')
      await page.keyboard.press('Control+End')
      await page.keyboard.type(',')
      await at.answered()
      await tabTo(at, '.pg-notes .pg-link')
      await page.keyboard.press('Enter')
      assert.ok(await page.evaluate(() => document.activeElement?.classList.contains('cm-content')))
      await page.keyboard.press('Control+End')
      await page.keyboard.press('Backspace')
      await at.answered()
      await tabTo(at, '.pg-divider')
      await page.keyboard.press('ArrowRight')
      await tabTo(at, '#pg-call')
      await page.keyboard.type('x')
      await page.keyboard.press('Control+a')
      await page.keyboard.type('ptrace')
      await at.waitFor('.pg-result', /ERRNO.*ptrace/)
      await tabTo(at, '.pg-result summary')
      await page.keyboard.press('Enter')
      assert.equal(await page.locator('.pg-result details[open]').count(), 1)
      await tabTo(at, '[role=tab]')
      for (const tab of TABS) {
        assert.equal(await page.getAttribute(`#pg-tab-${tab}`, 'aria-selected'), 'true')
        await page.keyboard.press('ArrowRight')
      }
      await page.keyboard.press('Home')
      await tabTo(at, '.pg-finding .pg-link')
    },
  },
  {
    title: 'access: the keyboard alone chooses, zooms, moves, enlarges and saves a picture',
    run: async (at) => {
      const { page } = at
      await at.begin('container-default')
      await page.focus('#pg-tab-findings')
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('ArrowRight')
      await page.waitForSelector('.pg-canvas svg')
      await tabTo(at, '#pg-picture')
      await page.keyboard.type('The listing')
      await page.waitForSelector('.pg-canvas svg [id="pg-arcs-title"]', { state: 'attached' })
      await tabTo(at, '[aria-label="Larger"]')
      await page.keyboard.press('Enter')
      await tabTo(at, '[aria-label^="Enlarge"]')
      await page.keyboard.press('Enter')
      await page.waitForSelector('dialog[open] .pg-canvas[aria-busy=false] svg')
      await tabTo(at, '.pg-canvas')
      await page.keyboard.press('ArrowDown')
      await page.waitForFunction(() => (document.querySelector('.pg-canvas')?.scrollTop ?? 0) > 0)
      await page.keyboard.press('Escape')
      for (const label of ['Save as SVG', 'Save as PNG']) {
        await tabTo(at, `[aria-label="${label}"]`)
        await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
      }
    },
  },
  {
    title:
      'access: axe-core finds nothing serious in any tab of the playground, in light or dark, wide or narrow',
    run: async (at) => {
      const faults: string[] = []
      for (const width of [1440, 390])
        for (const colorScheme of ['light', 'dark'] as const) {
          await at.page.setViewportSize({ width, height: 900 })
          await at.page.emulateMedia({ colorScheme })
          await at.begin('A deny list with a gap')
          await at.page.fill('#pg-call', 'ptrace')
          await at.waitFor('.pg-result', /ptrace/)
          for (const tab of TABS) {
            await at.open(tab)
            if (tab === 'difference') await at.page.fill('#pg-other', 'preset:no-tracing')
            await at.page.waitForTimeout(300)
            faults.push(
              ...(await axeFaults(at.page)).map((fault) => `${width} ${colorScheme} ${tab}: ${fault}`),
            )
          }
        }
      assert.deepEqual(faults, [])
    },
  },
]
