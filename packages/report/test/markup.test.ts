import { describe, expect, it } from 'vitest'
import { markup, NO_MARKUP } from '../src/markup.ts'

describe('the template', () => {
  it('escapes text, between tags and in attributes', () => {
    const text = `<script>"&'</script>`
    expect(markup`<a title="${text}">${text}</a>`.text).toBe(
      '<a title="&lt;script&gt;&quot;&amp;&#39;&lt;/script&gt;">&lt;script&gt;&quot;&amp;&#39;&lt;/script&gt;</a>',
    )
  })

  it('keeps markup, lists of it and numbers', () => {
    const items = ['a', '<b>'].map((text) => markup`<li>${text}</li>`)
    expect(markup`<ul>${items}</ul>${7}${NO_MARKUP}`.text).toBe('<ul><li>a</li><li>&lt;b&gt;</li></ul>7')
  })

  it('makes characters visible that turn the order of letters', () => {
    expect(markup`${'\u202e\u200f\u0000'}`.text).toBe('\\u202e\\u200f\\u0000')
  })
})
