/*
 * The weight and the times of the playground, beside its budgets.
 *
 * The weight is that of the loaded scripts, minified and gzipped, and is the same on every run. Times depend on the
 * machine and on its other work, so they are printed. Checked are the weights, and the fastest of the times after a key
 * where the machine has little other work.
 */
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { largeProfile, paste } from './comfort-checks.ts'
import { playgroundPage } from './playground-page.ts'
import type { PlaygroundPage } from './playground-page.ts'

/** A figure and its budget. The check fails where a weight, or the `best` of the times, exceeds the budget. */
export interface PageFigure {
  readonly title: string
  readonly value: number
  readonly unit: 'kB' | 'ms'
  readonly budget: number
  /** The fastest time, where times are checked. */
  readonly best?: number
}

/** The preset of Docker's profile, for three ABIs. */
const DOCKER = 'container-default'
/** A profile with conditions on arguments, for the same three ABIs. */
const PROFILE = 'An allow list for three ABIs'
/** The number of timed bursts of keys; the first ones warm the compiler up. */
const KEYS = 12
const WARM = 4
/** Milliseconds between two keys of a burst, and after its last key: by then the page has asked for the result. */
const BURST = 150
const PAUSE = 50
/** The number of timed loads. */
const LOADS = 5

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

/** Kilobytes of scripts, minified and gzipped, at each point of a visit. */
interface ScriptWeights {
  /** Scripts that are loaded before the page requests the editor and the Worker. */
  readonly painted: number
  readonly profile: number
  readonly preset: number
  readonly typing: number
  /** Scripts that the search adds. */
  readonly searching: number
}

/** Milliseconds: from the last key to the filter, and the longest tasks. */
interface PageTimes {
  readonly keys: readonly number[]
  readonly longest: number
  /** The longest task after a profile of one megabyte was pasted. */
  readonly pasted: number
}

/** The weights of the scripts that `page` loads as a visit goes on. */
async function scriptWeights(page: Page, url: string): Promise<ScriptWeights> {
  const sizes = new Map<string, number>()
  // Requests, in the order of the page. Their bodies may arrive in another order.
  page.on('request', (request) => {
    if (request.url().endsWith('.js')) sizes.set(request.url(), 0)
  })
  page.on('response', (response) => {
    if (!response.url().endsWith('.js')) return
    void response.body().then((body) => sizes.set(response.url(), gzipSync(body, { level: 9 }).length))
  })
  const kilobytes = (): number => [...sizes.values()].reduce((sum, size) => sum + size, 0) / 1000
  await page.goto(`${url}playground.html`)
  await page.waitForSelector('.cm-content')
  await page.waitForTimeout(1000)
  const isLater = (name: string): boolean => /\/(?:editor|worker)[.-]/.test(name)
  const editor = [...sizes.keys()].findIndex(isLater)
  const painted = [...sizes.values()].slice(0, editor).reduce((sum, size) => sum + size, 0) / 1000
  const whole = async (label: string): Promise<number> => {
    await page.selectOption('#pg-begin', { label })
    await page.waitForTimeout(500)
    await page.waitForSelector('.pg-status[data-busy=false]')
    await page.waitForTimeout(500)
    return kilobytes()
  }
  const profile = await whole(PROFILE)
  const preset = await whole(DOCKER)
  await page.click('.cm-content')
  await page.waitForTimeout(1000)
  const typing = kilobytes()
  await page.click('.VPNavBarSearch button')
  await page.waitForSelector('#localsearch-input')
  await page.waitForTimeout(1000)
  return { painted, profile, preset, typing, searching: kilobytes() - typing }
}

/**
 * Makes `page` record in `kept` the durations of its long tasks, and the times at which it shows the size of a
 * filter.
 */
export async function keepTimes(page: Page): Promise<void> {
  await page.evaluate(() => {
    const kept = { tasks: [0], glances: [0] }
    Object.assign(globalThis, { kept })
    new PerformanceObserver((list) =>
      kept.tasks.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({
      type: 'longtask',
    })
    const glance = document.querySelector('.pg-glance')
    if (glance !== null)
      new MutationObserver(() => kept.glances.push(performance.now())).observe(glance, { childList: true })
  })
}

/**
 * Milliseconds from the last key to the shown size of the filter, for each of `KEYS` short bursts of keys. The page has
 * the cursor in the editor, and {@link keepTimes}.
 */
export async function keyTimes(at: PlaygroundPage): Promise<readonly number[]> {
  const times: number[] = []
  for (let i = 0; i < KEYS; i += 1) {
    for (const key of ['Space', 'Backspace', 'Space']) {
      await at.page.keyboard.press(key)
      await at.page.waitForTimeout(BURST)
    }
    const begun = await at.page.evaluate(() => performance.now())
    await at.page.keyboard.press('Backspace')
    await at.page.waitForTimeout(PAUSE)
    await at.settled()
    const shown = await at.page.evaluate(
      () => (globalThis as unknown as { kept: { glances: number[] } }).kept.glances.at(-1) ?? 0,
    )
    if (i >= WARM) times.push(shown - begun)
  }
  return times
}

/** The times of keys in the policy of Docker, and of opening each tab. */
async function pageTimes(browser: Browser, url: string): Promise<PageTimes> {
  const at = await playgroundPage(browser, url)
  await at.begin(DOCKER)
  await keepTimes(at.page)
  await at.page.click('.cm-content')
  const times = await keyTimes(at)
  for (const tab of ['meaning', 'listing', 'compare', 'passes', 'findings']) {
    await at.open(tab)
    await at.page.waitForTimeout(300)
  }
  const longestTask = (): Promise<number> =>
    at.page.evaluate(() => Math.max(...(globalThis as unknown as { kept: { tasks: number[] } }).kept.tasks))
  const longest = await longestTask()
  await at.page.click('.cm-content')
  await at.page.keyboard.press('Control+a')
  await paste(at.page, largeProfile(2))
  await at.answered()
  const pasted = await longestTask()
  await at.close()
  return { keys: times, longest, pasted }
}

/** Milliseconds from the request for the page to the result of the policy that it opens with, median. */
async function firstResult(browser: Browser, url: string): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < LOADS; i += 1) {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.addInitScript(() => {
      const first: { at?: number } = {}
      Object.assign(globalThis, { first })
      new MutationObserver(() => {
        if (document.querySelector('.pg-glance dd') !== null) first.at ??= performance.now()
      }).observe(document, { childList: true, subtree: true })
    })
    await page.goto(`${url}playground.html`)
    await page.waitForFunction(() => 'at' in (globalThis as unknown as { first: object }).first)
    times.push(await page.evaluate(() => (globalThis as unknown as { first: { at: number } }).first.at))
    await context.close()
  }
  return median(times)
}

/** The figures of the playground at `url`. */
export async function measurePlayground(browser: Browser, url: string): Promise<readonly PageFigure[]> {
  const context = await browser.newContext()
  const { painted, profile, preset, typing, searching } = await scriptWeights(await context.newPage(), url)
  await context.close()
  const first = await firstResult(browser, url)
  const { keys, longest, pasted } = await pageTimes(browser, url)
  return [
    { title: 'scripts to first paint', value: painted, unit: 'kB', budget: 120 },
    { title: 'scripts in all, for a profile of three ABIs', value: profile, unit: 'kB', budget: 350 },
    // The preset tests arguments by name, so the families of constants of these arguments are loaded with it.
    { title: 'and with Docker’s preset', value: preset, unit: 'kB', budget: 365 },
    // The completion is more than a profile needs, so it has a budget of its own.
    { title: 'and with the completion, once somebody types', value: typing, unit: 'kB', budget: 375 },
    // It grows with the pages: 2 kB a page.
    { title: 'the search with its index, when somebody searches', value: searching, unit: 'kB', budget: 340 },
    { title: 'the load of the page to its first result, median', value: first, unit: 'ms', budget: 1000 },
    {
      title: 'the last key to the filter of Docker’s profile, median',
      value: median(keys),
      best: Math.min(...keys),
      unit: 'ms',
      budget: 150,
    },
    { title: 'longest task of the page (0: none of 50 ms)', value: longest, unit: 'ms', budget: 50 },
    { title: 'longest task with a pasted profile of 1 MB', value: pasted, unit: 'ms', budget: 200 },
  ]
}
