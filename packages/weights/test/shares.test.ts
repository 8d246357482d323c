import { syscallFrequencies } from '@seccompile/vectors'
import { describe, expect, it } from 'vitest'
import { callShares, serverProfile } from '@seccompile/weights'

describe('callShares', () => {
  it('adds up to one', () => {
    const shares = callShares({ read: 3, write: 1, close: 0 })
    expect([...shares]).toEqual(Object.entries({ read: 0.75, write: 0.25, close: 0 }))
  })

  it.each([
    [{}, 'weights count no call; at least one has to be above 0'],
    [{ read: 0 }, 'weights count no call; at least one has to be above 0'],
    [{ raed: 1 }, 'unknown system call "raed"; did you mean "read"?'],
    [JSON.parse('{"__proto__": 1}') as Record<string, number>, 'unknown system call "__proto__"'],
    [{ read: -1 }, '"read" is -1; expected a number of calls or a share, from 0 to 9007199254740991'],
    [{ read: Number.NaN }, '"read" is NaN; expected'],
    [{ read: Infinity }, '"read" is Infinity; expected'],
  ])('refuses %j', (counts, message) => {
    expect(() => callShares(counts)).toThrow(message)
  })
})

describe('serverProfile', () => {
  it('is made of the counts that were measured', () => {
    const measured = syscallFrequencies()
    expect(Object.keys(serverProfile).sort()).toEqual(Object.keys(measured).sort())
    for (const [name, share] of Object.entries(serverProfile))
      expect(share).toBe(Number(measured[name]!.toPrecision(6)))
  })

  it('is shares of one', () => {
    const shares = callShares(serverProfile)
    expect(shares.size).toBe(Object.keys(serverProfile).length)
    expect(shares.get('read')).toBeCloseTo(0.13706, 5)
  })
})
