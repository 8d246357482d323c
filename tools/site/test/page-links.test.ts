import { describe, expect, it } from 'vitest'
import { anchorOf, imagesIn, linksIn, siteText } from '../src/page-links.ts'
import { sitePath } from '../src/pages.ts'

const FILES = ['docs/a.md', 'docs/adr/0001-x.md', 'packages/abi', 'packages/abi/README.md', 'tools/x.test.ts']
const targets = { pageOf: sitePath, exists: (path: string) => FILES.includes(path) }
const moved = (text: string): string => siteText(text, 'docs/b.md', 'b.md', targets)

describe('siteText', () => {
  it.each([
    ['a page beside it', '[a](a.md#part)', '[a](./a.md#part)'],
    ['a package', '[`abi`](../packages/abi)', '[`abi`](./packages/abi.md)'],
    ['the README of a package', '[abi](../packages/abi/README.md#api)', '[abi](./packages/abi.md#api)'],
    ['a page in a folder', '[x](adr/0001-x.md)', '[x](./adr/0001-x.md)'],
    ['a heading of its own page', '[x](#y)', '[x](#y)'],
    ['another site', '[x](https://example.com/a.md)', '[x](https://example.com/a.md)'],
    ['words on two lines', '[two\nlines](a.md)', '[two\nlines](./a.md)'],
  ])('leads to %s', (_what, text, expected) => {
    expect(moved(text)).toBe(expected)
  })

  it('leads out of a folder', () => {
    expect(siteText('[a](../a.md)', 'docs/adr/0001-x.md', 'adr/0001-x.md', targets)).toBe('[a](../a.md)')
  })

  it('shows the path of a file that is no page', () => {
    expect(moved('[a test](../tools/x.test.ts)')).toBe('a test (`tools/x.test.ts`)')
  })

  it('leaves code as it is', () => {
    const text = '`[a](no.md)`\n\n```md\n[a](no.md)\n```\n\n````md\n```\n[a](no.md)\n````\n'
    expect(moved(text)).toBe(text)
  })

  it('names file and line of a link that leads nowhere', () => {
    expect(() => moved('\n\n[x](no.md)')).toThrow('docs/b.md:3: link to "no.md", and there is no docs/no.md')
  })
})

describe('linksIn and imagesIn', () => {
  const text = 'a [link](x.md) and ![an image](y.svg)\n`[code](z.md)`\n'

  it('tell links from images', () => {
    expect(linksIn(text)).toEqual([{ line: 1, text: 'link', target: 'x.md' }])
    expect(imagesIn(text)).toEqual(['y.svg'])
  })
})

describe('anchorOf', () => {
  it.each([
    ['What is left open: `lint`', 'what-is-left-open-lint'],
    ['ptrace-before-4.8', 'ptrace-before-48'],
    ['The SVG & more', 'the-svg--more'],
  ])('makes the anchor of "%s" as GitHub does', (heading, anchor) => {
    expect(anchorOf(heading)).toBe(anchor)
  })
})
