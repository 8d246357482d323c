/* Checks of comfort: nothing jumps, the divider moves, lines are wrapped, and a large text does not block the page. */
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { PageCheck } from './playground-checks.ts'

/** The most layout shift in all, by the measure of the Web Vitals, but with shifts right after a key too. */
const MOST_SHIFT = 0.02
/** The most milliseconds of a task of the page while it takes such a text, on a busy machine; 0.1 s on a quiet one. */
const LONGEST_TASK = 1000
/** The time limit of a click while a text of one megabyte is compiled, in milliseconds, on a busy machine. */
const LONGEST_CLICK = 3000

interface Kept {
  readonly shifts: { value: number; places: string[] }[]
  readonly tasks: number[]
}

/** Makes the next page that `page` loads record its layout shifts and its long tasks. */
const keep = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const kept: Kept = { shifts: [], tasks: [0] }
    Object.assign(globalThis, { kept })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, sources } = entry as unknown as { value: number; sources: { node: Element | null }[] } // an entry of this type has them
        kept.shifts.push({ value, places: sources.map(({ node }) => node?.className ?? '') })
      }
    }).observe({ type: 'layout-shift', buffered: true })
    new PerformanceObserver((list) =>
      kept.tasks.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({ type: 'longtask', buffered: true })
  })

/** Blocks `page` for a tenth of a second, so that it is seen that long tasks are recorded. */
const block = (page: Page): Promise<unknown> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        setTimeout(() => {
          const begun = performance.now()
          while (performance.now() - begun < 100);
          setTimeout(resolve, 100)
        })
      }),
  )

const keptIn = (page: Page): Promise<Kept> =>
  page.evaluate(() => (globalThis as unknown as { kept: Kept }).kept)

/** Pastes `text` into the editor of `page`. */
export const paste = (page: Page, text: string): Promise<void> =>
  page.evaluate((content) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', content)
    const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData })
    document.querySelector('.cm-content')?.dispatchEvent(event)
  }, text)

/** A profile of one megabyte: rules with conditions, so that nothing of it is spared. */
export function largeProfile(indent?: number): string {
  const rule = (value: number): object => ({
    names: ['ioctl'],
    action: 'SCMP_ACT_ALLOW',
    args: [{ index: 1, value, op: 'SCMP_CMP_EQ' }],
  })
  const text = (count: number): string =>
    JSON.stringify(
      { defaultAction: 'SCMP_ACT_ERRNO', syscalls: Array.from({ length: count }, (_, i) => rule(i)) },
      undefined,
      indent,
    )
  const each = (text(2000).length - text(1000).length) / 1000
  return text(Math.floor(1_000_000 / each))
}

/** The checks. */
export const COMFORT_CHECKS: readonly PageCheck[] = [
  {
    title: `comfort: nothing jumps by more than ${MOST_SHIFT}, at the opening, while typing, and from tab to tab`,
    run: async (at) => {
      for (const viewport of [
        { width: 1440, height: 900 },
        { width: 390, height: 844 },
      ]) {
        const { page } = at
        const url = page.url()
        await page.setViewportSize(viewport)
        await keep(page)
        await page.goto('about:blank') // a page that is loaded again keeps its place
        await page.goto(url)
        await page.waitForSelector('.pg-status[data-busy=false]:not([data-answers="0"])')
        await page.waitForSelector('.cm-content')
        await page.waitForTimeout(500)
        await page.click('.cm-content')
        await page.keyboard.press('Control+End')
        for (const key of ['Backspace', '}', ',', 'Backspace']) {
          await page.keyboard.press(key)
          await at.answered()
        }
        await page.click('#pg-tab-findings')
        for (const tab of ['meaning', 'pictures', 'listing', 'compare', 'passes', 'difference']) {
          await page.click(`#pg-tab-${tab}`)
          await page.waitForTimeout(400)
        }
        const { shifts } = await keptIn(page)
        const all = shifts.reduce((sum, { value }) => sum + value, 0)
        const places = shifts.map(({ value, places: of }) => `${value.toFixed(4)} ${of.join(' + ')}`)
        assert.ok(all <= MOST_SHIFT, `${all.toFixed(4)} at ${viewport.width}: ${places.join('; ')}`)
      }
    },
  },
  {
    title: 'comfort: the divider moves by the pointer and by keys, and tells its place',
    run: async (at) => {
      const width = async (side: string): Promise<number> =>
        (await at.page.locator(side).boundingBox())!.width
      const divider = at.page.getByRole('separator', { name: 'Width of the input' })
      const now = async (): Promise<number> => Number(await divider.getAttribute('aria-valuenow'))
      const first = await width('.pg-in')
      const { x, y } = (await divider.boundingBox())!
      await at.page.mouse.move(x + 10, y + 200)
      await at.page.mouse.down()
      await at.page.mouse.move(x + 210, y + 220, { steps: 4 })
      await at.page.mouse.up()
      assert.ok(Math.abs((await width('.pg-in')) - first - 200) < 20, `${first} to ${await width('.pg-in')}`)
      assert.equal(await now(), Math.round((100 * (await width('.pg-in'))) / (await width('.pg-sides'))))
      await at.page.mouse.move(x - 300, y + 220)
      assert.ok((await width('.pg-in')) > first, 'the divider follows a pointer that is up')
      await divider.focus()
      const before = await now()
      await at.page.keyboard.press('ArrowLeft')
      assert.equal(await now(), before - 2)
      await at.page.keyboard.press('Home')
      assert.equal(await now(), Number(await divider.getAttribute('aria-valuemin')))
      await at.page.keyboard.press('End')
      assert.equal(await now(), Number(await divider.getAttribute('aria-valuemax')))
      assert.ok((await width('.pg-out')) > 150)
      await at.page.keyboard.press('Enter')
      assert.ok(Math.abs((await width('.pg-in')) - first) < 10)
    },
  },
  {
    title: 'comfort: lines are wrapped in the editor and in every panel',
    run: async (at) => {
      const names = Array.from({ length: 60 }, (_, i) => (i % 2 === 0 ? 'read' : 'sched_rr_get_interval'))
      await at.type(
        JSON.stringify({
          defaultAction: 'SCMP_ACT_ERRNO',
          syscalls: [{ names: [...new Set(names), 'openat', 'socket', 'ptrace'], action: 'SCMP_ACT_ALLOW' }],
        }),
      )
      for (const tab of ['meaning', 'listing', 'passes']) {
        await at.open(tab)
        const lines = at.page.locator(`#pg-panel-${tab} .pg-lines`)
        await lines.waitFor()
        for (const box of [lines, at.page.locator('.cm-scroller')]) {
          const over = await box.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
          assert.equal(over, 0, `${tab}: ${over} pixels hang over`)
        }
      }
    },
  },
  {
    title: 'comfort: a pasted profile of 1 MB does not block the page, on many lines or on one',
    run: async (at) => {
      for (const indent of [2, undefined]) {
        const { page } = at
        await keep(page)
        await page.reload()
        await page.waitForSelector('.cm-content')
        await page.waitForSelector('.pg-status[data-busy=false]:not([data-answers="0"])')
        await block(page)
        assert.ok(Math.max(...(await keptIn(page)).tasks) >= 100, 'long tasks are not recorded')
        await page.click('.cm-content')
        await page.keyboard.press('Control+a')
        await paste(page, largeProfile(indent))
        await page.waitForSelector('.pg-status[data-busy=true]')
        // The page answers while the Worker compiles.
        const begun = Date.now()
        await page.click('#pg-tab-listing')
        await page.fill('#pg-call', 'read')
        const took = Date.now() - begun
        assert.ok(took < LONGEST_CLICK, `a click and a text took ${took} ms`)
        await page.waitForSelector('.pg-status[data-busy=false]')
        await page.waitForTimeout(200) // the browser reports a task after its end
        const longest = Math.max(...(await keptIn(page)).tasks)
        assert.ok(longest < LONGEST_TASK, `a task of ${Math.round(longest)} ms`)
      }
    },
  },
]
