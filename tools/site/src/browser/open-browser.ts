/* A browser for the checks and the screenshots of the site. */
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'

/** Options of the browser: no sandbox, because root has none, and no background activity. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A headless browser, from the file at `executablePath`. */
export function openBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: ARGUMENTS })
}
