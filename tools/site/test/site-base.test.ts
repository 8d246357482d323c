import { describe, expect, it } from 'vitest'
import { siteBase } from '../src/site-base.ts'

describe('the path of the site on its server', () => {
  it.each([
    [undefined, '/'],
    ['/', '/'],
    ['/seccompile/', '/seccompile/'],
    ['/docs/v1.2/', '/docs/v1.2/'],
  ])('of SITE_BASE=%s is %s', (SITE_BASE, base) => {
    expect(siteBase({ SITE_BASE })).toBe(base)
  })

  it.each(['', 'seccompile', '/seccompile', 'seccompile/', 'https://example.org/', '//', '/a b/'])(
    'is an error for "%s"',
    (SITE_BASE) => {
      expect(() => siteBase({ SITE_BASE })).toThrow(
        `SITE_BASE: expected a path with a slash at both ends, such as "/seccompile/"; got "${SITE_BASE}"`,
      )
    },
  )
})
