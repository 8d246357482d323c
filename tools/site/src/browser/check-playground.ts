/*
 * `node tools/site/dist/browser/check-playground.js`: checks the playground of the built site in a browser, with a
 * line for each check and its figures, and checks all pages. `npm run check` runs it after it has built the site.
 * With a word, only the checks with the word in their titles run.
 */
import { existsSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { siteFolder } from '../site-config.ts'
import { ACCESS_CHECKS } from './access-checks.ts'
import { builtPages } from './built-pages.ts'
import { COMFORT_CHECKS } from './comfort-checks.ts'
import { COMPARISON_CHECKS } from './comparison-checks.ts'
import { findBrowser } from './find-browser.ts'
import { HOME_CHECKS } from './home-checks.ts'
import { LAYOUT_CHECKS } from './layout-checks.ts'
import { slownessOf } from './loop-time.ts'
import { measurePlayground } from './measure-playground.ts'
import { measureTypeScript } from './measure-typescript.ts'
import { openBrowser } from './open-browser.ts'
import { OPENING_CHECKS } from './opening-checks.ts'
import { pageFaults } from './page-checks.ts'
import { PICTURE_CHECKS } from './picture-checks.ts'
import { CHECKS, runCheck } from './playground-checks.ts'
import { POLICY_CHECKS } from './policy-checks.ts'
import { SEARCH_CHECKS } from './search-checks.ts'
import { serveFolder } from './serve-folder.ts'
import { TYPESCRIPT_CHECKS } from './typescript-checks.ts'

const PAGES =
  'every page has a title, a description and one heading, is quiet, fits a telephone, and passes axe-core'

const ALL_CHECKS = [
  ...OPENING_CHECKS,
  ...CHECKS,
  ...TYPESCRIPT_CHECKS,
  ...POLICY_CHECKS,
  ...COMPARISON_CHECKS,
  ...PICTURE_CHECKS,
  ...SEARCH_CHECKS,
  ...LAYOUT_CHECKS,
  ...HOME_CHECKS,
  ...COMFORT_CHECKS,
  ...ACCESS_CHECKS,
]

async function check(executablePath: string, word: string): Promise<boolean> {
  const served = await serveFolder(siteFolder)
  const browser = await openBrowser(executablePath)
  let isGood = true
  try {
    for (const one of ALL_CHECKS.filter(({ title }) => title.includes(word))) {
      const begun = performance.now()
      const took = (): string => `(${((performance.now() - begun) / 1000).toFixed(1)} s)`
      try {
        await runCheck(one, browser, served.url)
        console.log(`ok    ${one.title} ${took()}`)
      } catch (error) {
        isGood = false
        const why = error instanceof Error ? error.message : String(error)
        console.log(`FAIL  ${one.title} ${took()}\n      ${why}`)
      }
    }
    if (PAGES.includes(word)) {
      const faults = await pageFaults(browser, served.url, builtPages(siteFolder))
      if (faults.length > 0) isGood = false
      console.log([`${faults.length > 0 ? 'FAIL ' : 'ok   '} ${PAGES}`, ...faults].join('\n      '))
    }
    if (word !== '' && word !== 'figures') return isGood
    const [load = 0] = loadavg()
    const isQuiet = load < 1.5 * cpus().length
    const slowness = Math.max(1, await slownessOf(browser))
    const figures = [
      ...(await measurePlayground(browser, served.url)),
      ...(await measureTypeScript(browser, served.url)),
    ]
    for (const { title, value, unit, budget, best } of figures) {
      const fails = unit === 'kB' ? value > budget : isQuiet && (best ?? 0) > budget * slowness
      if (fails) isGood = false
      const fastest = best === undefined ? '' : ` (fastest ${best.toFixed(0)} ms)`
      const isOver = value > budget ? `, over the budget of ${budget} ${unit}` : ` of ${budget} ${unit}`
      console.log(`${fails ? 'FAIL ' : '     '} ${title}: ${value.toFixed(0)} ${unit}${isOver}${fastest}`)
    }
    const checked = isQuiet
      ? `the fastest are checked, by ${slowness.toFixed(1)} times the budget`
      : 'not checked'
    console.log(`      (times: load of the machine ${load.toFixed(1)}, ${checked})`)
  } finally {
    await browser.close()
    served.close()
  }
  return isGood
}

const browserPath = findBrowser(process.env)
if (browserPath === undefined)
  console.log(
    'NOT RUN: the playground was not tried in a browser: there is no chromium; install one, or set CHROMIUM',
  )
else if (!existsSync(join(siteFolder, 'playground.html'))) {
  console.log('the site is not built; run `npm run docs` first')
  process.exitCode = 1
} else if (!(await check(browserPath, process.argv[2] ?? ''))) process.exitCode = 1
