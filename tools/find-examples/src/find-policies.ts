/*
 * Policies in Markdown: blocks of code with a policy that is the default export or has a name, and JSON profiles.
 * Readers copy them.
 */
import { pagesWithExamples } from './find-examples.ts'

/** A policy of a page, as the text of a file. */
export interface PolicyExample {
  /**
   * The path from the root, the first line of the block, and the name of the policy: `README.md:53`, `README.md:53
   * mine`.
   */
  readonly place: string
  readonly text: string
  readonly ending: 'json' | 'mjs'
}

const FENCE = /^```(ts|js|json)(?: [\w.-]+)?\n([^]*?)^```$/gm

const IMPORT = /^import \{([^}]*)\} from .*\n/gm

/** A statement that begins a line and continues on indented lines. */
const NAMED = /^const (\w+) = (policy\(.*\n(?:[ )\]}].*\n)*)/gm

/**
 * The policies of a block as modules. For a policy that a `const` names, the module is that statement with its
 * imports.
 */
function modulesIn(place: string, text: string): readonly PolicyExample[] {
  if (/^export default /m.test(text)) return [{ place, text, ending: 'mjs' }]
  return [...text.matchAll(NAMED)].map(([, name, statement = '']) => {
    const words = new Set(statement.match(/\w+/g))
    const imports = [...text.matchAll(IMPORT)].flatMap(([line, names = '']) =>
      names.match(/\w+/g)?.some((each) => words.has(each)) ? [line] : [],
    )
    return {
      place: `${place} ${name}`,
      text: `${imports.join('')}export default ${statement}`,
      ending: 'mjs',
    }
  })
}

/** The policies in the text of the page at `path`, in order. */
export function policiesIn(path: string, page: string): readonly PolicyExample[] {
  return [...page.matchAll(FENCE)].flatMap((match) => {
    const [, language, text = ''] = match
    const place = `${path}:${page.slice(0, match.index).split('\n').length}`
    if (language !== 'json') return modulesIn(place, text)
    return text.includes('"defaultAction"') ? [{ place, text, ending: 'json' }] : []
  })
}

/** Every policy in the READMEs of the root and of packages, and in the pages of docs, under the folder `root`. */
export function findPolicies(root: string): readonly PolicyExample[] {
  return pagesWithExamples(root).flatMap(({ path, text }) => policiesIn(path, text))
}
