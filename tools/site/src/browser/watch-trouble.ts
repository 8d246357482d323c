import type { Page } from 'playwright-core'

/**
 * A list that grows by what goes wrong on `page`: messages of the console, errors, dialogs, and requests that fail or leave the
 * site at `url`.
 */
export function watchTrouble(page: Page, url: string): readonly string[] {
  const trouble: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') trouble.push(`console: ${message.text()}`)
  })
  page.on('pageerror', ({ message }) => trouble.push(`error: ${message}`))
  page.on('requestfailed', (request) => {
    // A page that is left gives up what it loads ahead of need.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') trouble.push(`failed: ${request.url()}`)
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
