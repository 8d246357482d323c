import { readdirSync } from 'node:fs'
import { SANDBOX_PATH } from '../sandbox-page.ts'

/** Files that are no pages for readers: the answer to a wrong address, and the frame of the sandbox. */
const NO_PAGES: readonly string[] = ['404.html', SANDBOX_PATH]

/** The paths of the pages of the built site in `folder`, in order. */
export function builtPages(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.html') && !NO_PAGES.includes(name))
    .sort()
}
