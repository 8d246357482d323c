import { describe, expect, it } from 'vitest'
import { descriptionOf } from '../src/page-description.ts'

describe('descriptionOf', () => {
  it('is the first paragraph as plain text', () => {
    const page =
      '---\naside: false\n---\n\n# A *page*\n\nSee [`x`](y.md), a_b\nand _more_ **now**.\n\nNot this.\n'
    expect(descriptionOf(page)).toBe('See x, a_b and more now.')
  })

  it('passes over code, tables, lists, comments and markup', () => {
    const page =
      '# T\n\n```sh\nnpm i\n\nx\n```\n\n| a |\n| - |\n\n- one\n\n1. two\n\n<!-- draw: x -->\n\n<div>\n\nWords.\n'
    expect(descriptionOf(page)).toBe('Words.')
  })

  it('ends after a whole sentence, or after a word', () => {
    const first = `${'word '.repeat(30)}end.`
    expect(descriptionOf(`${first} ${'more '.repeat(30)}`)).toBe(first)
    const cut = descriptionOf('word '.repeat(100)) ?? ''
    expect(cut).toMatch(/word…$/)
    expect(cut.length).toBeLessThanOrEqual(200)
  })

  it('is left out where a page has no paragraph', () => {
    expect(descriptionOf('# Title\n\n| a |\n')).toBeUndefined()
  })
})
