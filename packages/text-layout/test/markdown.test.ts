import { describe, expect, it } from 'vitest'
import { markdownCode, markdownText } from '../src/markdown.ts'

describe('text in Markdown', () => {
  it.each([
    ['a | b', 'a \\| b'],
    ['`x` *y* _z_', '\\`x\\` \\*y\\* \\_z\\_'],
    ['clone_flags of sys_clone', 'clone_flags of sys_clone'],
    ['<script>alert(1)</script>', '\\<script\\>alert(1)\\</script\\>'],
    ['![x](y)', '!\\[x\\](y)'],
    ['&lt; &amp;', '\\&lt; \\&amp;'],
    ['a\\|b', 'a\\\\\\|b'],
    ['# title', '\\# title'],
    ['- item', '\\- item'],
    ['1. item', '1\\. item'],
    ['7.1', '7.1'],
    ['two\nlines', 'two\\\\nlines'],
    ['a|b <img src=x> `c`\n# g', 'a\\|b \\<img src=x\\> \\`c\\`\\\\n# g'],
    ['https://x.org', 'https:/\\/x.org'],
    ['\u202eabc\u001b[0m', '\\\\u202eabc\\\\u001b\\[0m'],
    // issue 32: mentions of people and issues
    ['by @octocat, see owner/repo#12', 'by `@octocat,` see `owner/repo#12`'],
    ['(#1) GH-2 a@b.org #x', '`(#1)` `GH-2` `a@b.org` #x'],
    ['@a\\|b', '<code>@a\\\\\\|b</code>'],
    ['@a`b', '``@a`b``'],
  ])('%j is %s', (text, markdown) => {
    expect(markdownText(text)).toBe(markdown)
  })
})

describe('code in Markdown', () => {
  it.each([
    ['read', '`read`'],
    ['', ''],
    ['a|b', '`a\\|b`'],
    ['a`b``c', '```a`b``c```'],
    ['`a`', '`` `a` ``'],
    [' a', '`  a `'],
    ['a\\|b', '<code>a\\\\\\|b</code>'],
    ['<b>\u2066', '`<b>\\u2066`'],
    ['a\nb', '`a\\nb`'],
  ])('%j is %s', (text, markdown) => {
    expect(markdownCode(text)).toBe(markdown)
  })
})
