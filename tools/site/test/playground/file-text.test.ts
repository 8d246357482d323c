import { describe, expect, it } from 'vitest'
import { fileText } from '../../src/playground/page/file-text.ts'

describe('the text of a file', () => {
  it('is its text, or hex with an instruction a line', () => {
    expect(fileText(new TextEncoder().encode('{"ü":1}'))).toBe('{"ü":1}')
    expect(fileText(Uint8Array.of(6, 0, 0, 0, 0, 0, 255, 127, 6, 0, 0, 0, 0, 0, 0, 0))).toBe(
      '06 00 00 00 00 00 ff 7f\n06 00 00 00 00 00 00 00',
    )
    expect(fileText(Uint8Array.of(255, 0))).toBe('ff 00')
    expect(fileText(new Uint8Array())).toBe('')
  })

  it('is a text in UTF-16 that says so, and keeps what is not UTF-8 in a text', () => {
    expect(fileText(Buffer.from('\ufeff{"ü":1}', 'utf16le'))).toBe('{"ü":1}')
    expect(fileText(Buffer.from('\ufeff{"ü":1}', 'utf16le').swap16())).toBe('{"ü":1}')
    expect(fileText(Buffer.from('{"ü":1}', 'latin1'))).toBe('{"\ufffd":1}')
  })
})
