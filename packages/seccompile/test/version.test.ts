import { describe, expect, it } from 'vitest'
import { homeOf, version } from '../src/io/version.ts'

describe('the release of the command', () => {
  it('has the version of its package', () => {
    expect(version()).toMatch(/^\d+\.\d+\.\d+/)
  })

  it('has its pages at its tag, and none while the package names no repository', () => {
    const url = 'git+https://example.org/owner/seccompile.git'
    expect(homeOf({ version: '1.2.3', repository: { url } })).toBe(
      'https://example.org/owner/seccompile/blob/v1.2.3',
    )
    expect(homeOf({ version: '1.2.3' })).toBeUndefined()
  })
})
