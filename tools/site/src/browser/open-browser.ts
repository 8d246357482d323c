/* A browser for the checks and the screenshots of the site. */
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'

/** Without a sandbox of its own, because root has none; without what a browser does on its own. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A browser without a window, from the file at `executablePath`. */
export function openBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: ARGUMENTS })
}
