import { FAMILIES } from './families.mjs'
import { TARGETS } from './targets.mjs'

const LINE = /constant\(\s*'(.*?)',\s*'(\w+)',\s*(-?\w+),?\s*(?:'(.*?)',?\s*)?\)/g

const number = (text) => (text === 'undefined' ? undefined : text === 'null' ? null : Number(text))

/** The ABIs of a word: a token, or the beginning of several and `*`. */
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

/** What mergeAbis() yields, and the version, as the committed files have them; `read` yields the text of a path in `src`. */
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
  return { families, version: /of Linux (\S+)\.\n/.exec(read('tables/families.ts'))[1] }
}
