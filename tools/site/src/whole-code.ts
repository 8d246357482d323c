import type { MarkdownRenderer } from 'vitepress'

/** Longest code that stays on one line, in characters: a telephone has room for it, also in a table. */
const LONGEST = 18

/**
 * Gives short code without spaces the class `whole`, which the theme keeps on one line. A browser breaks lines behind a hyphen,
 * and `--abi` with its hyphens on another line is hard to read.
 */
export function keepCodeWhole(md: MarkdownRenderer): void {
  const { code_inline: rule } = md.renderer.rules
  md.renderer.rules['code_inline'] = (tokens, at, options, env, self) => {
    const token = tokens[at]
    if (token !== undefined && token.content.length <= LONGEST && !/\s/.test(token.content))
      token.attrJoin('class', 'whole')
    return rule?.(tokens, at, options, env, self) ?? ''
  }
}
