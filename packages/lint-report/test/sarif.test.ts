import { describe, expect, it } from 'vitest'
import { uriOf } from '../src/sarif.ts'

describe('the URI of a name', () => {
  it.each([
    ['policies/docker.json', 'policies/docker.json'],
    ['a b#c?d%.json', 'a%20b%23c%3Fd%25.json'],
    ['c:x.json', 'c%3Ax.json'],
    ['ü/\ud800.json', '%C3%BC/%EF%BF%BD.json'],
    ['../up.json', '../up.json'],
    ['preset:container-default', 'preset:container-default'],
    ['<stdin>', '%3Cstdin%3E'],
  ])('of %j is %s', (name, uri) => {
    expect(uriOf(name)).toBe(uri)
  })
})
