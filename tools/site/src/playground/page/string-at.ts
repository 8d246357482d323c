/* The string of a profile in which the cursor is, and the key that it belongs to, for completion. */

/** A string in a text. */
export interface StringPlace {
  /** The offset of the opening quote. */
  readonly from: number
  /** The offset behind the string, its closing quote included. */
  readonly to: number
  /** Whether a colon follows. */
  readonly isName: boolean
  /** The nearest property around the string, `profile` where there is none. */
  readonly key: string
}

const TOKENS = /"(?:[^"\\\n]|\\.)*"?|[{}[\],:]/g

/** The string at `pos` of the JSON `text`, which may be unfinished; `undefined` where `pos` is in none. */
export function stringAt(text: string, pos: number): StringPlace | undefined {
  /** The key of each object and list that is open. */
  const open: string[] = []
  /** The key whose value comes next. */
  let name: string | undefined
  for (const { 0: token, index: from } of text.matchAll(TOKENS)) {
    if (from >= pos) return undefined
    const to = from + token.length
    const around = open.at(-1) ?? 'profile'
    switch (token) {
      case '{':
      case '[':
        open.push(name ?? around)
        name = undefined
        break
      case '}':
      case ']':
        open.pop()
        name = undefined
        break
      case ',':
        name = undefined
        break
      case ':':
        break
      default: {
        const isName = /^\s*:/.test(text.slice(to, to + 100))
        if (pos <= to) return { from, to, isName, key: isName ? around : (name ?? around) }
        if (isName) name = token.slice(1, -1)
      }
    }
  }
  return undefined
}
