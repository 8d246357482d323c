/*
 * Checks the links of the built site against its files and the ids in them. VitePress refuses a link to a page that
 * does not exist; this check finds links to headings that do not exist. The hash of a
 * link may be a state of the playground.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { isLink } from './playground/page/link-state.ts'

const HREF = /<a\b[^>]*\shref="([^"]*)"/g
const ID = /\sid="([^"]*)"/g

/** Links of the site in `folder` that lead nowhere, a line each. */
export function brokenBuiltLinks(folder: string, base: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.html'))
  const texts = new Map(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
  const ids = new Map(
    [...texts].map(([name, text]) => [name, new Set([...text.matchAll(ID)].map(([, id = '']) => id))]),
  )
  const broken = new Set<string>()
  for (const [name, text] of texts) {
    for (const [, href = ''] of text.matchAll(HREF)) {
      if (/^[a-z]+:/.test(href)) continue
      const { pathname, hash } = new URL(href, `http://site${base}${name}`)
      const path = decodeURIComponent(pathname.slice(base.length))
      const target = [path, `${path}.html`, posix.join(path, 'index.html')].find(
        (file) => existsSync(join(folder, file)) && /\.\w+$/.test(file),
      )
      if (target === undefined) broken.add(`${name}: no page at "${href}"`)
      else if (
        hash !== '' &&
        !isLink(hash) &&
        ids.get(target)?.has(decodeURIComponent(hash.slice(1))) === false
      )
        broken.add(`${name}: no heading at "${href}"`)
    }
  }
  return [...broken].sort()
}
