import type { MarkdownOptions } from 'vitepress'

/** Most characters in a column of a table: a longer text is a sentence. */
const WIDEST_COLUMN = 48
/** An instruction of a listing. */
const INSTRUCTION = /^ \d{4}: 0x/

/** Whether a line of output is a row of a table: three columns or more, parted by two blanks or more. */
function isRow(line: string): boolean {
  const columns = line.trim().split(/ {2,}/)
  return (
    INSTRUCTION.test(line) || (columns.length > 2 && columns.every(({ length }) => length <= WIDEST_COLUMN))
  )
}

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
      this.addClassToHast(node, ['output', 'vp-copy-ignore', ...(isRow(typed) ? ['row'] : [])])
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
