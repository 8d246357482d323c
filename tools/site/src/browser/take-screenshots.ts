/*
 * `node tools/site/dist/browser/take-screenshots.js [WORD]`: takes pictures of the built site into `out/screenshots`,
 * in dark and in light, on a wide window and on a telephone. `index.html` there shows them beside each other. The
 * tool checks nothing: a person looks at the pictures. With a word, it takes only pictures with the word in their
 * names: `telephone-dark`, `glossary`.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { siteFolder } from '../site-config.ts'
import { builtPages } from './built-pages.ts'
import { findBrowser } from './find-browser.ts'
import { openBrowser } from './open-browser.ts'
import { serveFolder } from './serve-folder.ts'

const FOLDER = join(siteFolder, '..', 'screenshots')
const WINDOWS = { wide: { width: 1280, height: 900 }, telephone: { width: 390, height: 844 } }
const SCHEMES = ['light', 'dark'] as const
/** The most height of a picture, in CSS pixels: pages look alike further down. */
const LONGEST = 6000
const TABS = ['findings', 'meaning', 'pictures', 'listing', 'compare', 'passes', 'difference']
/** One example for each group of pages that look alike. */
const EXAMPLES = [
  'packages/index',
  'packages/rules',
  'packages/seccompile',
  'api/index',
  'api/rules',
  'adr/index',
]
const ADR = 'adr/0004-sections-by-arch'

/** The subject of a picture: a page, and the actions on it before the picture is taken. */
interface ScreenshotView {
  readonly name: string
  readonly path: string
  readonly prepare?: (page: Page) => Promise<void>
}

/** The actions that show `tab` of the playground with an example that fills every tab. */
const onTab =
  (tab: string) =>
  async (page: Page): Promise<void> => {
    await page.waitForSelector('.cm-content')
    await page.selectOption('#pg-begin', { label: 'A deny list with a gap' })
    await page.waitForSelector('.pg-glance dd')
    await page.waitForSelector('.pg-status[data-busy=false]')
    await page.click(`#pg-tab-${tab}`)
    await page.fill('#pg-call', 'socket AF_INET')
    await page.waitForSelector('.pg-result p')
    if (tab === 'pictures') await page.waitForSelector('.pg-canvas svg')
    if (tab === 'difference') await page.fill('#pg-other', 'preset:no-tracing')
    await page.waitForTimeout(1000)
  }

async function search(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.fill('.VPLocalSearchBox input', 'variants')
  await page.waitForSelector('.VPLocalSearchBox .result')
}

async function openMenu(page: Page): Promise<void> {
  const menu = page.locator('.VPNavBarHamburger, .VPLocalNav .menu')
  for (const button of await menu.all()) if (await button.isVisible()) return button.click()
}

function views(pages: readonly string[]): readonly ScreenshotView[] {
  const names = pages.map((path) => path.replace(/\.html$/, ''))
  const shown = names.filter((name) => !name.includes('/') || [...EXAMPLES, ADR].includes(name))
  return [
    ...shown.map((name) => ({ name: name.replaceAll('/', '-'), path: `${name}.html` })),
    ...TABS.map((tab) => ({ name: `playground-${tab}`, path: 'playground.html', prepare: onTab(tab) })),
    { name: 'search', path: 'index.html', prepare: search },
    { name: 'menu', path: 'first-filter.html', prepare: openMenu },
  ]
}

/** Takes a picture of `view` with limited height. */
async function take(page: Page, url: string, view: ScreenshotView, file: string): Promise<void> {
  await page.goto(`${url}${view.path}`)
  await page.waitForFunction(() => '__vue_app__' in (document.querySelector('#app') ?? {}))
  // Images further down are loaded when the page scrolls there.
  await page.evaluate(async () => {
    document.querySelectorAll('img').forEach((image) => {
      image.loading = 'eager'
    })
    await Promise.allSettled([...document.images].map((image) => image.decode()))
  })
  await view.prepare?.(page)
  const [width, height] = await page.evaluate(() => [
    document.documentElement.clientWidth,
    document.documentElement.scrollHeight,
  ])
  const isDialog = view.prepare === search || view.prepare === openMenu
  const clip = { x: 0, y: 0, width: width ?? 0, height: Math.min(height ?? 0, LONGEST) }
  await page.screenshot({ path: file, animations: 'disabled', ...(isDialog ? {} : { fullPage: true, clip }) })
}

/** A page with the pictures `files`, a row for each view. */
function gallery(shown: readonly ScreenshotView[], files: readonly string[]): string {
  const kinds = Object.keys(WINDOWS).flatMap((window) => SCHEMES.map((scheme) => `${window}-${scheme}`))
  const rows = shown.map(({ name }) => {
    const own = kinds.map((kind) => `${name}-${kind}.png`).filter((file) => files.includes(file))
    const pictures = own.map((file) => `<a href="${file}"><img src="${file}"></a>`)
    return own.length === 0 ? '' : `<h2>${name}</h2><div>${pictures.join('')}</div>`
  })
  const style =
    'div{display:flex;gap:8px;align-items:start}img{width:100%}a{flex:1;max-height:80vh;overflow:auto}'
  return `<!doctype html><meta charset="utf-8"><title>Screenshots</title><style>${style}</style>${rows.join('\n')}\n`
}

async function takeAll(browser: Browser, url: string, word: string): Promise<void> {
  const shown = views(builtPages(siteFolder))
  rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(FOLDER, { recursive: true })
  const files: string[] = []
  for (const [window, viewport] of Object.entries(WINDOWS))
    for (const colorScheme of SCHEMES)
      for (const view of shown) {
        const file = `${view.name}-${window}-${colorScheme}.png`
        if (!file.includes(word)) continue
        // Each picture has a browser context of its own: the playground keeps its state.
        const context = await browser.newContext({ viewport, colorScheme })
        await take(await context.newPage(), url, view, join(FOLDER, file))
        await context.close()
        files.push(file)
      }
  writeFileSync(join(FOLDER, 'index.html'), gallery(shown, files))
  console.log(`out/screenshots: ${files.length} pictures`)
}

const executablePath = findBrowser(process.env)
if (executablePath === undefined) {
  console.error('there is no chromium; install one, or set CHROMIUM')
  process.exitCode = 1
} else {
  const served = await serveFolder(siteFolder)
  const browser = await openBrowser(executablePath)
  try {
    await takeAll(browser, served.url, process.argv[2] ?? '')
  } finally {
    await browser.close()
    served.close()
  }
}
