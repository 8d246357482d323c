import { describe, expect, it } from 'vitest'
import { parseSizes, type EntrySize, sizeProblems, sizesText, updatedSizes } from '../src/sizes.ts'

const A: EntrySize = { entry: '@x/a', tarball: 20_000, bundle: 3000, holds: ['a', 'b'] }
const SUB: EntrySize = { entry: '@x/a/sub', tarball: undefined, bundle: 100, holds: [] }

describe('sizes.golden', () => {
  it('reads back what it writes', () => {
    expect(parseSizes(sizesText([A, SUB]))).toEqual([A, SUB])
  })

  it('aligns its columns', () => {
    const lines = sizesText([A, SUB]).split('\n').slice(2)
    expect(lines).toEqual([
      'entry     tarball  bundle  holds',
      '@x/a        20000    3000  a b',
      '@x/a/sub        -     100  -',
      '',
    ])
  })
})

describe('sizeProblems', () => {
  it('accepts 5 % or 512 bytes in either direction', () => {
    expect(sizeProblems({ ...A, tarball: 21_000, bundle: 3512 }, [A])).toEqual([])
    expect(sizeProblems({ ...A, tarball: 19_000, bundle: 2488 }, [A])).toEqual([])
    expect(sizeProblems(SUB, [SUB])).toEqual([])
  })

  it('names what grew or shrank by more', () => {
    expect(sizeProblems({ ...A, tarball: 21_001, bundle: 2487 }, [A])).toEqual([
      'the package of @x/a has 21001 bytes, recorded are 20000 (+5 %)',
      'the bundle of @x/a has 2487 bytes, recorded are 3000 (-17 %)',
    ])
  })

  it('names what a bundle holds more or less', () => {
    expect(sizeProblems({ ...A, holds: ['a', 'c'] }, [A])).toEqual([
      'the bundle of @x/a now holds c',
      'the bundle of @x/a no longer holds b',
    ])
  })

  it('names an entry without record', () => {
    expect(sizeProblems(SUB, [A])).toEqual(['@x/a/sub is not in sizes.golden'])
  })
})

describe('updatedSizes', () => {
  it('replaces what was measured, keeps the rest, and drops what is gone', () => {
    const smaller = { ...A, bundle: 1 }
    const gone = { ...SUB, entry: '@x/gone' }
    expect(updatedSizes([gone, SUB, A], [smaller], ['@x/a', '@x/a/sub', '@x/new'])).toEqual([smaller, SUB])
  })
})
