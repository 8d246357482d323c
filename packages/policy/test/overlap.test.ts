import { argument, argumentTests } from '@seccompile/rules'
import type { Range } from '@seccompile/rules'
import { hardTests } from '@seccompile/rules/test-makers'
import { describe, expect, it } from 'vitest'
import { commonValues } from '../src/resolution/calls/overlap.ts'

const point = (value: bigint): Range<bigint>[] => [{ lo: value, hi: value }]

describe('commonValues', () => {
  const test = (index: number, values: Range<bigint>[]) => argumentTests(argument(index, values))

  it('asks every argument on its own', () => {
    const a = [...test(0, point(1n)), ...test(1, [{ lo: 0n, hi: 9n }])]
    expect(commonValues([...a, ...test(1, point(9n))])).toEqual(
      new Map([
        [0, 1n],
        [1, 9n],
      ]),
    )
    expect(commonValues([...a, ...test(1, point(10n))])).toBeUndefined()
  })

  it('does not know where one argument is too hard, unless another one decides', () => {
    const never = [...test(1, point(1n)), ...test(1, point(2n))]
    expect(commonValues([...hardTests(0), ...test(1, point(5n))])).toBe('unknown')
    expect(commonValues([...hardTests(0), ...never])).toBeUndefined()
  })

  it('holds for all arguments where nothing is asked', () => {
    expect(commonValues([])).toEqual(new Map())
  })
})
