import { describe, expect, it } from 'vitest'
import { laidOut, lineComment, parted } from '../src/data/source-layout.ts'

const CALL = parted('a(', ['bb', 'cc']) // 9 characters

describe('laidOut', () => {
  it('fills a line to its width, with what stands before and behind the code', () => {
    expect(laidOut(CALL, 9, 0)).toBe('a(bb, cc)')
    expect(laidOut(CALL, 8, 0)).toBe('a(\n  bb,\n  cc,\n)')
    expect(laidOut(CALL, 13, 4)).toBe('a(bb, cc)')
    expect(laidOut(CALL, 12, 4)).toBe('a(\n      bb,\n      cc,\n    )')
    expect(laidOut(CALL, 9, 0, 1)).toBe('a(\n  bb,\n  cc,\n)')
  })

  it('leaves room for the comma behind a part', () => {
    const outer = parted('x(', [CALL])
    expect(laidOut(outer, 12, 0)).toBe('x(a(bb, cc))')
    expect(laidOut(parted('xyz(', [CALL]), 12, 0)).toBe('xyz(\n  a(bb, cc),\n)')
    expect(laidOut(parted('xyz(', [CALL]), 11, 0)).toBe('xyz(\n  a(\n    bb,\n    cc,\n  ),\n)')
  })

  it('puts each part on a line where one has a comment beside it', () => {
    const code = {
      open: '{',
      parts: [{ code: 'a', beside: 'one\u2028two' }, { code: 'b' }],
      close: '}',
      pad: ' ',
    } as const
    expect(laidOut(code, 80, 0)).toBe('{\n  a, // one two\n  b,\n}')
  })

  it('keeps the parts before a function beside the call', () => {
    const code = parted('deny(', ["'x'", { arrow: 'a', body: 'b' }])
    expect(laidOut(code, 80, 0)).toBe("deny('x', a => b)")
    expect(laidOut(code, 16, 0)).toBe("deny('x', a =>\n  b,\n)")
  })
})

describe('lineComment', () => {
  it('ends where the line ends, whatever the text holds', () => {
    expect(lineComment('a\nb\rc\u2028d\u2029e')).toBe('// a b c d e')
    expect(lineComment('')).toBe('//')
  })
})
