import type { Page } from 'playwright-core'

/**
 * A list that grows with the trouble on `page`: console messages, errors, dialogs, and requests that fail or go to
 * another site than `url`.
 */
export function watchTrouble(page: Page, url: string): readonly string[] {
  const trouble: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') trouble.push(`console: ${message.text()}`)
  })
  page.on('pageerror', ({ message }) => trouble.push(`error: ${message}`))
  page.on('requestfailed', (request) => {
    // A page that is left aborts its prefetches. For a Worker that is ended while it loads, the aborted request has a
    // blob address.
    const isGivenUp = request.failure()?.errorText === 'net::ERR_ABORTED' || request.url().startsWith('blob:')
    if (!isGivenUp) trouble.push(`failed: ${request.url()}`)
  })
  page.on('request', (request) => {
    if (!/^(?:blob:|data:)/.test(request.url()) && !request.url().startsWith(url))
      trouble.push(`leaves the site: ${request.url()}`)
  })
  page.on('dialog', (dialog) => {
    trouble.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  return trouble
}
