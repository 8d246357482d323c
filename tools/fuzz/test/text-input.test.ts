import type { InputReader } from '@seccompile/soak/inputs/readers'
import { describe, expect, it } from 'vitest'
import { choicesInput, textOf } from '../src/inputs/text-input.ts'

const reader: InputReader = {
  name: 'numbers',
  encoding: 'utf8',
  seeds: ['{"a": 1, "b": [2, 3]}'],
  words: ['word'],
  isJson: true,
  read: () => undefined,
}

describe('inputs of readers', () => {
  it('are texts as they are', () => {
    expect(textOf(reader, Buffer.from('ünï'))).toBe('ünï')
    expect(textOf({ ...reader, encoding: 'latin1' }, Uint8Array.of(0, 0xfc))).toBe('\0ü')
  })

  it('are choices where a byte stands first with which no text begins', () => {
    const texts = Array.from({ length: 200 }, (_, i) => textOf(reader, choicesInput(String(i))))
    expect(new Set(texts).size).toBeGreaterThan(100)
    expect(texts.some((text) => text.includes('word'))).toBe(true)
    expect(texts).toEqual(Array.from({ length: 200 }, (_, i) => textOf(reader, choicesInput(String(i)))))
  })

  it('are some text also without choices, and never a long one', () => {
    for (let i = 0; i < 256; i += 1)
      expect(textOf(reader, Uint8Array.of(0xff, i)).length).toBeLessThanOrEqual(64 * 1024)
  })
})
