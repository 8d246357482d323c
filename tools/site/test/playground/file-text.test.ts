import { describe, expect, it } from 'vitest'
import { fileText } from '../../src/playground/page/file-text.ts'

describe('the text of a file', () => {
  it('is its text, or hex with an instruction a line', () => {
    expect(fileText(new TextEncoder().encode('{"ü":1}'))).toBe('{"ü":1}')
    expect(fileText(Uint8Array.of(6, 0, 0, 0, 0, 0, 255, 127, 6, 0, 0, 0, 0, 0, 0, 0))).toBe(
      '06 00 00 00 00 00 ff 7f\n06 00 00 00 00 00 00 00',
    )
    expect(fileText(Uint8Array.of(255, 254))).toBe('ff fe')
    expect(fileText(new Uint8Array())).toBe('')
  })
})
