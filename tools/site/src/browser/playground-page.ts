/* The playground in a browser: the actions of a person as functions. */
import type { Browser, Page } from 'playwright-core'
import { watchTrouble } from './watch-trouble.ts'

/** The time limit in milliseconds of steps that take a fraction of a second: the machine may be busy. */
const PATIENCE = 60_000

/** The page, and the trouble on it. */
export interface PlaygroundPage {
  readonly page: Page
  /** Console messages, errors, and requests that go to another site or fail. */
  readonly trouble: readonly string[]
  readonly begin: (label: string) => Promise<void>
  readonly type: (text: string) => Promise<void>
  /** Waits until the answer to the last question is complete. */
  readonly answered: () => Promise<void>
  /** Waits until no answer is awaited. */
  readonly settled: () => Promise<void>
  readonly open: (tab: string) => Promise<string>
  readonly text: (selector: string) => Promise<string>
  /** Waits until the text of `selector` matches. */
  readonly waitFor: (selector: string, pattern: RegExp) => Promise<string>
  readonly close: () => Promise<void>
}

/** The window and the colour scheme of the page. */
export interface Screen {
  readonly width: number
  readonly height: number
  readonly isDark?: boolean
}

/** Opens the playground at `url` with an address's hash. */
export async function playgroundPage(
  browser: Browser,
  url: string,
  {
    hash = '',
    screen = { width: 1300, height: 900 },
  }: { readonly hash?: string; readonly screen?: Screen } = {},
): Promise<PlaygroundPage> {
  const { width, height, isDark = false } = screen
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: isDark ? 'dark' : 'light',
    acceptDownloads: true,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE)
  const trouble = watchTrouble(page, url)
  await page.goto(`${url}playground.html${hash}`)
  await page.waitForSelector('.cm-content')
  // The page opens with a policy: that of the link, or the first example.
  await page.waitForSelector('.pg-status[data-busy=false]:not([data-answers="0"])')
  const text = async (selector: string): Promise<string> => (await page.textContent(selector)) ?? ''
  const waitFor = async (selector: string, pattern: RegExp): Promise<string> => {
    await page.waitForFunction(
      ([where, source]) =>
        new RegExp(source ?? '').test(document.querySelector(where ?? '')?.textContent ?? ''),
      [selector, pattern.source],
    )
    return text(selector)
  }
  const count = (): Promise<string | null> => page.getAttribute('.pg-status', 'data-answers')
  let seen = await count()
  const answered = async (): Promise<void> => {
    await page.waitForFunction((before) => {
      const status = document.querySelector('.pg-status')
      return status?.getAttribute('data-answers') !== before && status?.getAttribute('data-busy') === 'false'
    }, seen)
    seen = await count()
  }
  const settled = async (): Promise<void> => {
    await page.waitForSelector('.pg-status[data-busy=false]')
    seen = await count()
  }
  return {
    page,
    trouble,
    settled,
    text,
    waitFor,
    answered,
    begin: async (label) => {
      seen = await count()
      await page.selectOption('#pg-begin', { label })
      await answered()
    },
    type: async (typed) => {
      seen = await count()
      await page.click('.cm-content')
      await page.keyboard.press('Control+a')
      await page.keyboard.insertText(typed)
      await answered()
    },
    open: async (tab) => {
      await page.click(`#pg-tab-${tab}`)
      return text(`#pg-panel-${tab}`)
    },
    close: () => context.close(),
  }
}
