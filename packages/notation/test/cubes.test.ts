import { cubesBetween } from '@seccompile/notation'
import { expect, it } from 'vitest'

const text = (lo: bigint, hi: bigint, mask: bigint) =>
  cubesBetween({ lo, hi }, mask).map(({ mask: m, value }) => `${m.toString(16)}=${value.toString(16)}`)

it('makes one comparison of values that share their leading bits', () => {
  expect(text(4n, 7n, 0xffn)).toEqual(['fc=4'])
  expect(text(4n, 11n, 0xffn)).toEqual(['fc=4', 'fc=8'])
  expect(text(5n, 5n, 0xffn)).toEqual(['ff=5'])
})

it('makes a comparison that always holds of all values', () => {
  expect(text(0n, 0xffn, 0xffn)).toEqual(['0=0'])
})

it('passes over values that the mask cannot yield', () => {
  // Under 0b101 a value is 0, 1, 4 or 5.
  expect(text(1n, 4n, 0b101n)).toEqual(['5=1', '5=4'])
  expect(text(2n, 3n, 0b101n)).toEqual([])
})

it('takes at most two comparisons a bit', () => {
  expect(cubesBetween({ lo: 1n, hi: 2n ** 64n - 2n }, 2n ** 64n - 1n)).toHaveLength(126)
})

it('holds for exactly the values of every range under every mask of four bits', () => {
  const wrong: string[] = []
  for (let mask = 0n; mask < 16n; mask += 1n)
    for (let lo = 0n; lo <= mask; lo += 1n)
      for (let hi = lo; hi <= mask; hi += 1n)
        for (let x = 0n; x < 16n; x += 1n) {
          const found = cubesBetween({ lo, hi }, mask).filter((cube) => (x & cube.mask) === cube.value)
          const inside = (x & mask) >= lo && (x & mask) <= hi
          if (found.length !== (inside ? 1 : 0)) wrong.push(`${x} & ${mask} in ${lo}..${hi}`)
        }
  expect(wrong).toEqual([])
})
