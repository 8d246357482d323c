import type { MarkdownOptions } from 'vitepress'

/**
 * A row of a table: its columns are parted by two blanks or more, at two places at least; or an instruction of a listing. A long
 * line with a sentence in it is wrapped.
 */
const ROW = /^(?=.{0,100}$)(?: *\S.*? {2,}\S.*? {2,}\S| \d{4}: 0x)/

/** The transformer of VitePress's highlighter. */
type Transformer = NonNullable<MarkdownOptions['codeTransformers']>[number]

/**
 * Marks the output, the rows of tables in it, and the prompts in a session. The theme shows output in another colour and wraps
 * no row, and the button that copies a block leaves out output and prompts.
 */
export const sessionLines: Transformer = {
  name: 'session-lines',
  line(node, line) {
    if (this.options.lang !== 'console') return
    const typed = this.source.split('\n')[line - 1] ?? ''
    const [prompt] = /^[$>] /.exec(typed) ?? []
    if (prompt === undefined) {
      this.addClassToHast(node, ['output', 'vp-copy-ignore', ...(ROW.test(typed) ? ['row'] : [])])
      return
    }
    const [first] = node.children
    if (first?.type !== 'element' || first.children[0]?.type !== 'text') return
    const [text] = first.children
    text.value = text.value.slice(prompt.length)
    node.children.unshift({
      type: 'element',
      tagName: 'span',
      properties: { class: 'prompt vp-copy-ignore' },
      children: [{ type: 'text', value: prompt }],
    })
  },
}
