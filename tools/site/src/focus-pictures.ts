import type { MarkdownRenderer } from 'vitepress'

/**
 * Lets the keyboard reach each paragraph that is a picture alone. On a telephone it scrolls, and arrow keys scroll only
 * what has the focus. A picture in a link is reached by its link.
 */
export function focusPictures(md: MarkdownRenderer): void {
  md.core.ruler.push('focus-pictures', ({ tokens }) => {
    tokens.forEach((token, i) => {
      const [only, more] = tokens[i + 1]?.children ?? []
      if (token.type === 'paragraph_open' && only?.type === 'image' && more === undefined)
        token.attrSet('tabindex', '0')
    })
  })
}
