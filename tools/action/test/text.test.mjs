/* Text of others in Markdown. */
import { describe, expect, it } from 'vitest'
import { block, cut } from '../text.mjs'

describe('a text that is cut', () => {
  it('is the text itself where it has room', () => {
    expect(cut('é\n', 3)).toBe('é\n')
    expect(cut('é\n', 2)).toBe('\n\nlines that are not shown: 1\n')
  })

  it('ends at the end of a line, and says how many are left out', () => {
    expect(cut('one\ntwo\nthree\n', 9)).toBe('one\ntwo\n\nlines that are not shown: 1\n')
  })

  it('ends its code block, so that what follows is read as Markdown', () => {
    const text = `## Lint\n\n${block('```\na\n````\nb')}`
    expect(text).toBe('## Lint\n\n`````text\n```\na\n````\nb\n`````\n')
    expect(cut(text, 30)).toBe('## Lint\n\n`````text\n```\na\n`````\n\nlines that are not shown: 3\n')
    expect(cut(text, 29)).toBe('## Lint\n\n`````text\n```\n`````\n\nlines that are not shown: 4\n')
    expect(cut(`${text}end\n`, 40)).toBe(`${text.trimEnd()}\n\nlines that are not shown: 1\n`)
  })
})
