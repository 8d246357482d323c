import type { MarkdownRenderer } from 'vitepress'

/** Longest code that stays on one line, in characters: a telephone has room for it, also in a table. */
const LONGEST = 18
/** Most characters without a place to break a line at that a column of a telephone has room for. */
const LONGEST_WORD = 30
/** A browser breaks lines at blanks, and behind hyphens. */
const BREAKS = /[\s-]/

/**
 * Gives short code without spaces the class `whole`, which the theme keeps on one line. A browser breaks lines behind a hyphen,
 * and `--abi` with its hyphens on another line is hard to read. Code with a very long word gets the class `long`, which the
 * theme breaks anywhere in a table.
 */
export function keepCodeWhole(md: MarkdownRenderer): void {
  const { code_inline: rule } = md.renderer.rules
  md.renderer.rules['code_inline'] = (tokens, at, options, env, self) => {
    const token = tokens[at]
    const code = token?.content ?? ''
    if (code.length <= LONGEST && !/\s/.test(code)) token?.attrJoin('class', 'whole')
    if (code.split(BREAKS).some((word) => word.length > LONGEST_WORD)) token?.attrJoin('class', 'long')
    return rule?.(tokens, at, options, env, self) ?? ''
  }
}
