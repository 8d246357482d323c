/*
 * Links that open a file of a page in the playground. A comment behind a link to the playground names the file:
 *
 *   [Open this policy in the playground](playground.md)<!-- with: profile.json -->
 *
 * The state is in the hash of the address, as the playground itself writes it. The link is written as HTML: VitePress makes
 * the hash of a link in Markdown lower case, as that of a heading.
 */
import { shownFiles } from './pictures.ts'
import { EMPTY, hashOf } from './playground/page/link-state.ts'

const LINK = /\[([^\]]+)\]\(([^()\s]*playground\.md)\)<!-- with: (\S+) -->/g

/**
 * The text of the page at `path` with links to its files in the playground, each with the class `open-policy`.
 * @throws Error for a file that the page does not show, and for one that is too long for a link
 */
export async function withPlaygroundLinks(path: string, text: string): Promise<string> {
  const files = shownFiles(text)
  const hashes = new Map<string, string>()
  for (const [, , , name = ''] of text.matchAll(LINK)) {
    const shown = files.get(name)
    if (shown === undefined) throw new Error(`${path}: a link opens "${name}", and the page shows no such file`)
    const hash = await hashOf({ ...EMPTY, text: shown, tab: 'pictures', picture: 'tree' })
    if (hash === undefined) throw new Error(`${path}: "${name}" is too long for a link to the playground`)
    hashes.set(name, hash)
  }
  return text.replaceAll(
    LINK,
    (_whole, words: string, page: string, name: string) =>
      `<a class="open-policy" href="${page.replace(/\.md$/, '.html')}${hashes.get(name)!}">${words}</a>`,
  )
} // prettier-ignore
