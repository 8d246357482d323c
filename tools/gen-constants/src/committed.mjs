import { FAMILIES } from './families.mjs'
import { TARGETS } from './targets.mjs'

const LINE = /constant\(\s*'(.*?)',\s*'(\w+)',\s*(-?\w+),?\s*(?:'(.*?)',?\s*)?\)/g

const number = (text) => (text === 'undefined' ? undefined : text === 'null' ? null : Number(text))

/** The tokens of a word: the word itself, or for a beginning and `*`, all tokens with that beginning. */
const tokensOf = (word) =>
  TARGETS.map(({ token }) => token).filter((token) =>
    word.endsWith('*') ? token.startsWith(word.slice(0, -1)) : token === word,
  )

function exceptionsIn(text = '') {
  const on = new Map()
  for (const exception of text === '' ? [] : text.split(', ')) {
    const words = exception.split(' ')
    const value = number(words.pop())
    on.set(value, words.flatMap(tokensOf))
  }
  return on
}

/**
 * The result of mergeAbis() and the kernel version, read back from the committed files. `read` yields the text of a
 * path in `src`.
 */
export function committedFamilies(read) {
  const families = FAMILIES.map((family) => {
    const text = read(family.lookup === undefined ? `${family.id}.ts` : `tables/${family.id}.ts`)
    const constants = Array.from(text.matchAll(LINE), ([, , name, value, exceptions]) => ({
      name,
      value: number(value),
      on: exceptionsIn(exceptions),
    }))
    return { family, constants }
  })
  return { families, version: /of Linux (.+)\.\n/.exec(read('tables/families.ts'))[1] }
}
