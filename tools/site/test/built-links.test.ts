import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { brokenBuiltLinks } from '../src/built-links.ts'

describe('brokenBuiltLinks', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'seccompile-site-'))
    mkdirSync(join(folder, 'api'))
    writeFileSync(join(folder, 'api', 'index.html'), '<h1 id="top">x</h1>')
  })
  afterEach(() => {
    rmSync(folder, { recursive: true })
  })
  const broken = (html: string, base = '/'): readonly string[] => {
    writeFileSync(join(folder, 'a.html'), html)
    return brokenBuiltLinks(folder, base)
  }

  it('accepts links to files, to folders with a page, to headings, and to other sites', () => {
    expect(
      broken(
        '<a href="/api/">x</a><a href="/api/index.html#top">x</a><a href="#b">x</a><p id="b"><a href="https://example.com/no">x</a>',
      ),
    ).toEqual([])
  })

  it('names links to pages and headings that do not exist', () => {
    expect(broken('<a href="/no.html">x</a><a class="c" href="/api/#no">x</a>')).toEqual([
      'a.html: no heading at "/api/#no"',
      'a.html: no page at "/no.html"',
    ])
  })

  it('counts links from the folder of the site', () => {
    expect(broken('<a href="/seccompile/api/">x</a>', '/seccompile/')).toEqual([])
  })
})
