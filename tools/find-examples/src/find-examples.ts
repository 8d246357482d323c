/*
 * Examples in Markdown: the fenced blocks marked `ts`.
 *
 * A block is a program of its own. Its output is compared with the comments behind its calls of `console.log`:
 * `console.log(x) // 11` must print 11. Text behind a colon or an ellipsis is for people, and is not compared.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One block, and its place. */
export interface CodeExample {
  /** The path from the root and the first line of the block: `packages/abi/README.md:11`. */
  readonly place: string
  readonly code: string
  /** The file name that the page gives behind `ts`; other examples of the page may import it. */
  readonly file?: string
}

const FENCE = /^```ts(?: ([\w.-]+))?\n([^]*?)^```$/gm

/** The examples in the text of the file at `path`, in order. */
export function examplesIn(path: string, text: string): readonly CodeExample[] {
  return [...text.matchAll(FENCE)].map((match) => {
    const line = text.slice(0, match.index).split('\n').length
    const [, file, code = ''] = match
    return { place: `${path}:${line}`, code, ...(file === undefined ? {} : { file }) }
  })
}

/** The READMEs of the root and of packages, and the pages of docs, under the folder `root`, in the order of their paths. */
export function pagesWithExamples(root: string): readonly { readonly path: string; readonly text: string }[] {
  const readmes = readdirSync(join(root, 'packages')).map((name) => `packages/${name}/README.md`)
  const pages = readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`)
  return ['README.md', ...readmes, ...pages]
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

/** Every example in the READMEs of the root and of packages, and in the pages of docs, under the folder `root`. */
export function findExamples(root: string): readonly CodeExample[] {
  return pagesWithExamples(root).flatMap(({ path, text }) => examplesIn(path, text))
}

/** The expected output of each call of `console.log` in `code`; `undefined` for a call without a comment. */
export function expectedLines(code: string): readonly (string | undefined)[] {
  return code.split('\n').flatMap((line) => {
    if (!line.includes('console.log(')) return []
    const said = /\) \/\/ (.*)$/.exec(line)?.[1]
    return [said?.split(/:| …/)[0]?.trim()]
  })
}

/**
 * The calls that printed another text than their comments, a sentence each.
 *
 * @param printed - the output of each call of `console.log`, formatted by `util.format`; white space does not count
 */
export function misprinted(code: string, printed: readonly string[]): readonly string[] {
  return expectedLines(code).flatMap((said, i) => {
    const got = printed[i]?.replaceAll(/\s+/g, ' ')
    if (said === undefined || got?.includes(said) === true) return []
    return [`says it prints ${said}, and printed ${got ?? 'nothing'}`]
  })
}
