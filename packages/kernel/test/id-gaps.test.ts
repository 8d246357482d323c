import { describe, expect, it } from 'vitest'
import { idGaps } from '../src/notify/id-gaps.ts'

describe('the gaps between the ids of received calls', () => {
  it.each([
    ['none before the first call', [], 0],
    ['none in a row', [7, 8, 9], 0],
    ['each id that is missing', [7, 9, 12], 3],
    ['none where calls are received in another order', [7, 9, 8, 10], 0],
    ['each id that is missing before the newest, where an older call comes last', [7, 10, 8], 1],
    ['none where a call before the first comes later', [7, 6, 8], 0],
    ['those where the low bits begin again', [0xffff_fffe, 0xffff_ffff, 1], 1],
    ['those where the sign changes', [0x7fff_ffff, 0x8000_0001], 1],
  ])('are %s', (_, ids, count) => {
    const gaps = idGaps()
    ids.forEach(gaps.take)
    expect(gaps.count()).toBe(count)
  })
})
