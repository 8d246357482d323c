import { describe, expect, it } from 'vitest'
import { searchedHtml, siteSearch } from '../src/site-search.ts'

describe('the index of the search', () => {
  const html =
    '<h3 id="verify">verify() <a href="#verify">#</a></h3><p>Problems of a program.</p><pre><code>function verify()</code></pre><h4 id="returns">Returns</h4><p>Each problem.</p>'

  it('has of a page on exports their names and what is said of them', () => {
    expect(searchedHtml('api/cbpf.md', html)).toBe(
      '<h3 id="verify">verify() <a href="#verify">#</a></h3><p>Problems of a program.</p><p>Each problem.</p>',
    )
  })

  it('has no table of the properties of an export, which are words of types', () => {
    const page = '<h3>Call</h3><p>A call.</p><table><tr><td>nr</td><td>number</td></tr></table>'
    expect(searchedHtml('api/abi.md', page)).toBe('<h3>Call</h3><p>A call.</p>')
    expect(searchedHtml('packages/abi.md', page)).toBe(page)
  })

  it('has the prose about profiles that people use, and no rows', () => {
    const page = `<p>174 profiles.</p><h3 id="a">debian</h3><table><tr><td>b29a78f1fb69</td></tr></table>`
    expect(searchedHtml('real-profiles.md', page)).toBe('<p>174 profiles.</p>')
  })

  it('has the words of a decision without its figures, and the list of all decisions', () => {
    const page = `<p>Measured.</p><table><tr><td>8.74</td></tr></table>`
    expect(searchedHtml('adr/0025-no-price-on-mispredictions.md', page)).toBe('<p>Measured.</p>')
    expect(searchedHtml('adr/index.md', page)).toBe(page)
  })

  it('has no session: what a command prints is mostly names of calls', () => {
    const page =
      '<p>Look.</p><div class="language-console vp"><pre><code>$ ls</code></pre></div><div class="language-json"><pre>{}</pre></div>'
    expect(searchedHtml('first-filter.md', page)).toBe(
      '<p>Look.</p><div class="language-json"><pre>{}</pre></div>',
    )
  })

  it('has the rest of every other page', () => {
    expect(searchedHtml('first-filter.md', html)).toBe(html)
  })
})

describe('the order of what the search finds', () => {
  const options = siteSearch.provider === 'local' ? siteSearch.options : undefined
  const { boostDocument } = options?.miniSearch?.searchOptions ?? {}
  const boost = (id: string): number => boostDocument?.(id, '', undefined) ?? 0

  it('has guides before packages and decisions, and these before exports', () => {
    expect(boost('/first-filter.html#try-it')).toBeGreaterThan(boost('/packages/cbpf.html'))
    expect(boost('/adr/0001-own-packages-only.html')).toBeGreaterThan(boost('/api/cbpf.html#verify'))
    expect(boost('/api/cbpf.html#verify')).toBeGreaterThan(0)
  })

  it('takes a long word with a mistake, and a short one as it is', () => {
    const { fuzzy } = options?.miniSearch?.searchOptions ?? {}
    const share = (word: string): unknown => (typeof fuzzy === 'function' ? fuzzy(word, 0, [word]) : fuzzy)
    expect([share('bublewrap'), share('log')]).toEqual([0.2, false])
  })

  it('looks for words in small letters, and not for those of every sentence', () => {
    const { processTerm } = options?.miniSearch?.options ?? {}
    expect(['The', 'of', 'from', 'ALLOW', 'ioctl'].map((word) => processTerm?.(word, 'text'))).toEqual([
      null,
      null,
      null,
      'allow',
      'ioctl',
    ])
  })

  it('needs nothing from outside the function, whose text VitePress writes into a script', () => {
    // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- as the script of the site does
    const alone = new Function(`return (${String(boostDocument)})`)() as (id: string) => number
    expect(alone('/api/cbpf.html')).toBe(boost('/api/cbpf.html'))
  })
})
