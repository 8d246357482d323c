import { expectFunction, expectText } from './door.ts'
import { spelled, STEERING } from './steering.ts'

const MAX_QUOTED = 60

/**
 * The person's own text in double quotes, on one line. Control characters and lone surrogates are escaped as in
 * JSON. Text longer than 60 UTF-16 units is cut.
 */
export function quote(text: string): string {
  return quoteHiding(text, STEERING, spelled)
}

/**
 * Does what {@link quote} does, and escapes other characters too: those that `hidden` matches, as `spell` writes
 * their code points.
 */
export function quoteHiding(text: string, hidden: RegExp, spell: (code: number) => string): string {
  expectText(text, 'text')
  expectFunction(spell, 'spell')
  // The text is cut first, to keep a hostile megabyte out of the message.
  const cut = text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text
  return JSON.stringify(cut).replace(hidden, (c) => spell(c.codePointAt(0) ?? 0))
}
