import { dataFromWords, WORD_COUNT } from '@seccompile/abi'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CallList } from '../src/call-list.ts'

describe('a list of calls', () => {
  it('keeps each call once, in the order in which they came, however many there are', () => {
    const few = fc.uint32Array({ minLength: WORD_COUNT, maxLength: WORD_COUNT, max: 3 })
    const any = fc.uint32Array({ minLength: WORD_COUNT, maxLength: WORD_COUNT })
    fc.assert(
      fc.property(fc.array(fc.oneof(few, any), { maxLength: 40 }), (offered) => {
        const list = new CallList()
        for (const words of [...offered, ...offered]) list.add(words)
        const distinct = [...new Map(offered.map((words) => [words.join(), words])).values()]
        expect(list.size).toBe(distinct.length)
        expect(list.calls()).toEqual(distinct.map((words) => dataFromWords(words)))
      }),
    )
  })

  it('tells calls apart that differ in one word, and copies what it is given', () => {
    const list = new CallList()
    const words = new Uint32Array(WORD_COUNT)
    for (const value of [...Array(300).keys(), 0])
      for (let word = 0; word < WORD_COUNT; word += 1) {
        words[word] = value
        list.add(words)
        words[word] = 0
      }
    // The loop adds the call of zeros once for each word.
    expect(list.size).toBe(299 * WORD_COUNT + 1)
    expect(list.calls()[0]).toEqual(dataFromWords([]))
    expect(list.calls().at(-1)).toEqual(dataFromWords(Array<number>(WORD_COUNT).fill(0).with(15, 299)))
  })
})
