import type { MarkdownOptions } from 'vitepress'

/** The transformer of VitePress's highlighter. */
type Transformer = NonNullable<MarkdownOptions['codeTransformers']>[number]

/**
 * Marks the output and the prompts in a session. The theme shows output in another colour, and the button that copies a
 * block leaves out both.
 */
export const sessionLines: Transformer = {
  name: 'session-lines',
  line(node, line) {
    if (this.options.lang !== 'console') return
    const [prompt] = /^[$>] /.exec(this.source.split('\n')[line - 1] ?? '') ?? []
    if (prompt === undefined) {
      this.addClassToHast(node, ['output', 'vp-copy-ignore'])
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
