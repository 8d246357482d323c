import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { scriptHashes, withContentSecurityPolicy } from '../src/content-security-policy.ts'

const CODE = 'document.title = "a"\n'
const HASH = `'sha256-${createHash('sha256').update(CODE).digest('base64')}'`

describe('the Content-Security-Policy', () => {
  it('names the scripts of a page by their hashes, each once', () => {
    const html = `<script id="a">${CODE}</script><script src="/x.js"></script><script>${CODE}</script>`
    expect(scriptHashes(html)).toEqual([HASH])
  })

  it('stands before all scripts, and allows no other scripts, connections or evaluation', () => {
    const html = withContentSecurityPolicy(
      `<html><head><meta charset="utf-8"><script>${CODE}</script></head></html>`,
    )
    expect(html).toMatch(
      /<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'self'; /,
    )
    expect(html).toContain(`script-src 'self' ${HASH};`)
    expect(html).toContain("connect-src 'none';")
    expect(html).not.toContain('unsafe-eval')
  })

  it('refuses a page without a head', () => {
    expect(() => withContentSecurityPolicy('<html></html>')).toThrow('a page without <head>')
  })
})
