import { readdirSync } from 'node:fs'

/** The pages of the built site in `folder`, by their paths, in order. The page for a wrong address is left out. */
export function builtPages(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.html') && name !== '404.html')
    .sort()
}
