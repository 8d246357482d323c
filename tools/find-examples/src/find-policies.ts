/*
 * Policies in Markdown: the fenced blocks that export a policy by default, and JSON profiles. People copy them.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A policy of a page, as the text of a file. */
export interface PolicyExample {
  /** From the root, with the line on which the block begins: `README.md:53`. */
  readonly place: string
  readonly text: string
  readonly ending: 'json' | 'mjs'
}

const FENCE = /^```(ts|js|json)(?: [\w.-]+)?\n([^]*?)^```$/gm

/** The policies in the text of the page at `path`, in order. */
export function policiesIn(path: string, page: string): readonly PolicyExample[] {
  return [...page.matchAll(FENCE)].flatMap((match) => {
    const [, language, text = ''] = match
    const isPolicy = language === 'json' ? text.includes('"defaultAction"') : /^export default /m.test(text)
    const line = page.slice(0, match.index).split('\n').length
    const ending = language === 'json' ? 'json' : 'mjs'
    return isPolicy ? [{ place: `${path}:${line}`, text, ending } as const] : []
  })
}

/** Every policy in the READMEs of the root and of packages, and in the pages of docs, under the folder `root`. */
export function findPolicies(root: string): readonly PolicyExample[] {
  const readmes = readdirSync(join(root, 'packages')).map((name) => `packages/${name}/README.md`)
  const pages = readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`)
  return ['README.md', ...readmes, ...pages]
    .sort()
    .flatMap((path) => policiesIn(path, readFileSync(join(root, path), 'utf8')))
}
