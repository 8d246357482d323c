/* The YAML of the recipes for users: on the page about CI, and beside the action. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ACTION } from './run-action.ts'

/** A block of YAML in a page. */
export interface Recipe {
  /** The page and the line, or the name of the file that the block is. */
  readonly name: string
  readonly text: string
}

const PAGES = ['docs/ci.md', 'tools/action/README.md'] as const
const BLOCK = /^```yaml(?: ([\w.-]+))?\n([^]*?)^```$/gm

/** All blocks of YAML in the pages. */
export const recipes: readonly Recipe[] = PAGES.flatMap((page) => {
  const text = readFileSync(join(ACTION, '..', '..', page), 'utf8')
  return [...text.matchAll(BLOCK)].map(({ 1: file, 2: yaml = '', index }) => ({
    name: file ?? `${page}:${text.slice(0, index).split('\n').length}`,
    text: yaml,
  }))
})
