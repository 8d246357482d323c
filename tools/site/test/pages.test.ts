import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { anchorOf, linksIn } from '../src/page-links.ts'
import { assets, pages, sitePath, withNarrowImages } from '../src/pages.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const all = pages(ROOT)

/** The anchors of the headings of a page; of equal headings, the second one has `-1`. */
function anchorsOf(text: string): ReadonlySet<string> {
  const prose = text.replaceAll(/^```[^]*?^```/gm, '')
  const seen = new Map<string, number>()
  const anchors = [...prose.matchAll(/^#{1,6} (.*)$/gm)].map(([, heading = '']) => {
    const anchor = anchorOf(heading.replaceAll('`', ''))
    const count = seen.get(anchor) ?? 0
    seen.set(anchor, count + 1)
    return count === 0 ? anchor : `${anchor}-${count}`
  })
  return new Set(anchors)
}

describe('the pages of the site', () => {
  it('have paths of their own', () => {
    const paths = all.map(({ path }) => path)
    expect(new Set(paths).size).toBe(paths.length)
    expect(paths).toContain('packages/seccompile.md')
  })

  it('have links that lead to pages and headings', () => {
    const broken: string[] = []
    for (const { path, text } of all) {
      for (const { target } of linksIn(text)) {
        if (/^[a-z]+:/.test(target)) continue
        const [file = '', anchor] = target.split('#')
        const to = file === '' ? path : posix.join(posix.dirname(path), file)
        if (to.startsWith('api/') || to.endsWith('.json')) continue
        const page = all.find((other) => other.path === to)
        if (page === undefined) broken.push(`${path}: no page at "${target}"`)
        else if (anchor !== undefined && !anchorsOf(page.text).has(anchor))
          broken.push(`${path}: no heading at "${target}"`)
      }
    }
    expect(broken).toEqual([])
  })

  it('have images that exist', () => {
    const shown = assets(ROOT, all)
    expect(shown.map(({ path }) => path)).toContain('getppid.svg')
    expect(shown.filter(({ source }) => !existsSync(join(ROOT, source)))).toEqual([])
  })

  it('have charts for a telephone where there are some', () => {
    expect(withNarrowImages('![a](x.svg)\n', (file) => file === 'x-narrow.svg')).toBe(
      '![a](x.svg){.in-wide}\n![a](x-narrow.svg){.in-narrow}\n',
    )
    expect(withNarrowImages('![a](x.svg)\n', () => false)).toBe('![a](x.svg)\n')
    expect(assets(ROOT, all).map(({ path }) => path)).toContain('getppid-narrow.svg')
  })

  it('lead from each package to its exports', () => {
    const page = all.find(({ path }) => path === 'packages/cbpf.md')
    expect(page?.text).toContain('[Every export](../api/cbpf.md)')
  })
})

describe('the README', () => {
  it('has links that lead to files', () => {
    const text = readFileSync(join(ROOT, 'README.md'), 'utf8')
    const files = linksIn(text).map(({ target }) => target.split('#')[0] ?? '')
    expect(files.filter((file) => !/^[a-z]+:/.test(file) && !existsSync(join(ROOT, file)))).toEqual([])
  })

  it('has pictures with a ground of their own, which follow light and dark', () => {
    const text = readFileSync(join(ROOT, 'README.md'), 'utf8')
    const pictures = [...text.matchAll(/^!\[[^\]]+\]\(([^)]+)\)$/gm)].map(([, file = '']) => file)
    expect(pictures).toEqual(['docs/getppid.svg', 'docs/tree.svg'])
    for (const file of pictures) {
      const svg = readFileSync(join(ROOT, file), 'utf8')
      const [, width, height] = /^<svg [^>]*width="(\d+)" height="(\d+)"/.exec(svg) ?? []
      expect(svg).toMatch(new RegExp(`<rect class="(?:b|ground)" width="${width}" height="${height}"`))
      expect(svg).toMatch(/prefers-color-scheme: ?dark/)
    }
  })
})

describe('sitePath', () => {
  it.each([
    ['README.md', 'index.md'],
    ['docs/adr/README.md', 'adr/index.md'],
    ['docs/presets.md', 'presets.md'],
    ['packages/abi', 'packages/abi.md'],
    ['packages/abi/src/index.ts', undefined],
    ['LICENSE', undefined],
  ])('of %s is %s', (source, path) => {
    expect(sitePath(source)).toBe(path)
  })
})
