import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { drawPictures } from '../src/draw-pictures.ts'
import { imagesIn } from '../src/page-links.ts'
import { pages } from '../src/pages.ts'
import { shownFiles, wantedPictures, withPictures } from '../src/pictures.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const STAGE = fileURLToPath(new URL('../.cache/test-stage', import.meta.url))
const SVG = `<svg width="20" height="10"><title id="t">p.mjs: a &lt; b</title><desc id="d">x86_64: [1] &amp; &#39;2&#39;.</desc></svg>`

describe('the pictures of the site', () => {
  const asking = pages(ROOT).filter(({ path, text }) => wantedPictures(path, text).length > 0)
  let drawn: ReadonlyMap<string, string> = new Map()

  beforeAll(async () => {
    drawn = await drawPictures(asking, STAGE)
  }, 60_000)

  it('are asked for by the first page, the gallery, and the pages on costs and on the optimiser', () => {
    expect(asking.map(({ path }) => path)).toEqual([
      'comparison-of-costs.md',
      'index.md',
      'optimiser.md',
      'pictures.md',
    ])
  })

  it('are drawn, each in the place of its comment', () => {
    for (const { path, text } of asking) {
      const wanted = wantedPictures(path, text).map((picture) => `/${picture.path}`)
      const page = withPictures(path, text, drawn)
      expect(page).not.toContain('<!-- draw')
      expect(imagesIn(page).filter((image) => image.startsWith('/pictures/'))).toEqual(wanted)
      expect(new Set(wanted).size).toBe(wanted.length)
    }
    for (const svg of drawn.values()) expect(svg).toMatch(/^<svg xmlns=[^]*<\/svg>\n$/)
  })

  it('of a policy that the page shows are of that policy', () => {
    const [line] = /if \(A != socket\) goto \d+/.exec(
      asking.find(({ path }) => path === 'optimiser.md')?.text ?? '',
    )!
    expect(drawn.get('pictures/optimiser-arcs-policy.mjs.svg')).toContain(line)
  })
})

describe('a picture', () => {
  it('has its title and its description as words, without marks of Markdown', () => {
    const svgs = new Map([['pictures/guide-a-tree-p.mjs.svg', SVG]])
    expect(withPictures('guide/a.md', 'One.\n\n<!-- draw: tree p.mjs -->\n', svgs)).toBe(
      'One.\n\n[![p.mjs: a < b. x86_64: 1 & \'2\'.](/pictures/guide-a-tree-p.mjs.svg){width="20" height="10" loading="lazy"}](/pictures/guide-a-tree-p.mjs.svg){.picture target="_blank"}\n',
    )
  })

  it('of a profile may have a width for a wide window, and one for a telephone', async () => {
    const text =
      '```json [p.json]\n{ "defaultAction": "SCMP_ACT_ALLOW", "architectures": ["SCMP_ARCH_X86_64"] }\n```\n\n<!-- draw 700 350: tree p.json -->\n'
    const drawn = await drawPictures([{ path: 'a.md', source: 'docs/a.md', text }], STAGE)
    expect([...drawn.values()].map((svg) => /width="(\d+)"/.exec(svg)?.[1])).toEqual(['700', '350'])
    expect(withPictures('a.md', text, drawn)).toMatch(
      /-700\.svg\)\{\.picture \.in-wide [^]*-350\.svg\)\{\.picture \.in-narrow /,
    )
    const other = [{ path: 'a.md', source: 'docs/a.md', text: '<!-- draw 700 350: tree gone.json -->' }]
    await expect(drawPictures(other, STAGE)).rejects.toThrow('a.md: a picture with a width is of one profile')
  })

  it('that was not drawn is an error', () => {
    expect(() => withPictures('a.md', '<!-- draw: tree p.mjs -->', new Map())).toThrow(
      'a.md: no picture pictures/a-tree-p.mjs.svg',
    )
  })

  it('that the command refuses is an error with its words', async () => {
    const text = '<!-- draw: tree gone.mjs -->'
    await expect(drawPictures([{ path: 'a.md', source: 'docs/a.md', text }], STAGE)).rejects.toThrow(
      'gone.mjs',
    )
  })
})

describe('shownFiles', () => {
  it('are blocks that name a file, behind the language or in a comment', () => {
    const page = '```json a.json\n{}\n```\n\n```js\n// b.mjs\nexport {}\n```\n\n```js\n1\n```\n'
    expect([...shownFiles(page)]).toEqual([
      ['a.json', '{}\n'],
      ['b.mjs', '// b.mjs\nexport {}\n'],
    ])
  })
})
