/*
 * The Content-Security-Policy of a page, as a meta element: pages are files, and no server of ours sends headers.
 *
 * Scripts come from the site, or stand in the page and are named by their hash. Nothing is evaluated, no script connects to any
 * server, not even to that of the site, and no form is sent. The index of the search is a script. Styles may stand in the page: the colours of code are style attributes.
 */
import { createHash } from 'node:crypto'

const SCRIPT = /<script\b([^>]*)>([^]*?)<\/script>/g

/** The hashes of the scripts that stand in a page, in order, each once. */
export function scriptHashes(html: string): readonly string[] {
  const inline = [...html.matchAll(SCRIPT)].filter(([, attributes = '']) => !/\ssrc=/.test(attributes))
  const hashes = inline.map(
    ([, , code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`,
  )
  return [...new Set(hashes)]
}

/**
 * The page with its policy in its head, before all scripts. A charset stays before it, within the first bytes of the page.
 *
 * @throws Error where the page has no head
 */
export function withContentSecurityPolicy(html: string): string {
  const policy = [
    "default-src 'self'",
    ["script-src 'self'", ...scriptHashes(html)].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  const end = /<head>(?:\s*<meta charset="[^"]*">)?/.exec(html)
  if (end === null) throw new Error('a page without <head>')
  const at = end.index + end[0].length
  return `${html.slice(0, at)}<meta http-equiv="Content-Security-Policy" content="${policy}">${html.slice(at)}`
}
