/*
 * Properties of every page of the built site at the width of a telephone: a title and a description of its own, one
 * heading of the first level, no console message, no element that extends past the edge, and nothing serious by the
 * rules of axe-core.
 *
 * The width of the document alone does not reveal such elements: a part of the page may cut them off. So the right
 * edge of each element is measured. An element in a part that scrolls, such as a block of code, is in reach and no
 * fault.
 */
import type { Browser, Page } from 'playwright-core'
import { axeFaults } from './axe-faults.ts'
import { watchTrouble } from './watch-trouble.ts'

/** The width of a common telephone, in CSS pixels. */
const TELEPHONE = { width: 390, height: 844 }
/** Most elements that a fault of one page names. */
const NAMED = 3

/** The facts of one page that are checked. */
interface Look {
  readonly title: string
  readonly description: string
  readonly headings: number
  /** Elements that extend past the edge, by tag, class and text. */
  readonly over: readonly string[]
}

/** Reads the facts. The function runs in the page, so it uses no name from outside. */
function lookAtPage(): Look {
  const width = document.documentElement.clientWidth
  const inReach = (element: Element): boolean => {
    for (let at = element.parentElement; at !== null; at = at.parentElement)
      if (/auto|scroll/.test(getComputedStyle(at).overflowX) && at.getBoundingClientRect().right <= width + 1)
        return true
    return false
  }
  const isShown = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  const over = [...document.querySelectorAll('#app *')]
    // An element for screen readers alone is one pixel wide.
    .filter((element) => element.getBoundingClientRect().width > 1)
    .filter((element) => element.getBoundingClientRect().right > width + 1)
    .filter((element) => isShown(element) && !inReach(element))
    .map((element) => {
      const words = (element.textContent ?? '').trim().slice(0, 40)
      return `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> ${words}`
    })
  const isWide = document.documentElement.scrollWidth > width
  return {
    title: document.title,
    description: document.querySelector('meta[name=description]')?.getAttribute('content') ?? '',
    headings: document.querySelectorAll('h1').length,
    over: isWide && over.length === 0 ? ['the document is wider than the window'] : over,
  }
}

async function faultsOf(page: Page, address: string): Promise<{ look: Look; faults: readonly string[] }> {
  await page.goto(address)
  // Vue takes the page over at its first mount, and reports mismatches then.
  await page.waitForFunction(() => '__vue_app__' in (document.querySelector('#app') ?? {}))
  const look = await page.evaluate(lookAtPage)
  const faults = look.over.slice(0, NAMED).map((element) => `hangs over the edge: ${element}`)
  faults.push(...(await axeFaults(page)))
  if (look.headings !== 1) faults.push(`has ${look.headings} headings of the first level`)
  return { look, faults }
}

/** The faults of the pages `paths` of the site at `url`, a line each. */
export async function pageFaults(
  browser: Browser,
  url: string,
  paths: readonly string[],
): Promise<readonly string[]> {
  const context = await browser.newContext({ viewport: TELEPHONE })
  const faults: string[] = []
  const seen = new Map<string, string>()
  const isNew = (path: string, what: string, text: string): void => {
    const before = seen.get(`${what}: ${text}`)
    if (text === '') faults.push(`${path}: has no ${what}`)
    else if (before !== undefined) faults.push(`${path}: has the ${what} of ${before}`)
    seen.set(`${what}: ${text}`, path)
  }
  const page = await context.newPage()
  const trouble = watchTrouble(page, url)
  for (const path of paths) {
    const before = trouble.length
    const { look, faults: found } = await faultsOf(page, `${url}${path}`)
    isNew(path, 'title', look.title)
    isNew(path, 'description', look.description)
    faults.push(...[...found, ...trouble.slice(before)].map((fault) => `${path}: ${fault}`))
  }
  await context.close()
  return faults
}
