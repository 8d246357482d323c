/* The bounds of what matchers ask: the length of a filter, spans of kernels, and calls that no filter decides. */
import { policy } from '@seccompile/policy'
import type { CallRoute } from '@seccompile/routes'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiToken } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { filterOf } from '../src/filter-under-test.ts'
import type { FilterUnderTest } from '../src/filter-under-test.ts'
import { fitsIn } from '../src/fits-in.ts'
import { countedRoutes } from '../src/route-options.ts'
import { runAnyway } from '../src/run-anyway.ts'

describe('a filter', () => {
  const filter = (isTooLong: boolean): FilterUnderTest =>
    ({ length: () => ({ insns: 5000, isEstimate: false, isTooLong }) }) as unknown as FilterUnderTest // the part that is read

  it('that is too long for the kernel fits in no number of instructions', () => {
    expect(fitsIn(filter(true), 6000).holds).toBe('no')
    expect(fitsIn(filter(false), 5000).holds).toBe('yes')
    expect(fitsIn(filter(false), 4999).holds).toBe('no')
  })

  it('that is too long for the kernel leaves no room in a stack', () => {
    const short = filterOf(policy({ abis: ['x86_64'], default: 'deny' }), 'short')
    const long: FilterUnderTest = { ...short, ...filter(true) }
    expect(fitsIn(filterOf([short, long], 'both'), 9000).holds).toBe('no')
    expect(fitsIn(filterOf([short, { ...long, ...filter(false) }], 'both'), 9000).holds).toBe('yes')
  })
})

it('a span of kernels may be one kernel', () => {
  const kernels = { from: '6.1', to: '6.1' } as const
  expect(countedRoutes({ kernels }, undefined).kernels).toEqual(kernels)
  expect(() => countedRoutes({ kernels: { from: '6.2', to: '6.1' } }, undefined)).toThrow(
    'got from 6.2 to 6.1',
  )
})

describe('uretprobe', () => {
  const route = (token: AbiToken): CallRoute =>
    ({ abi: signedAbiTable(token), name: 'uretprobe' }) as unknown as CallRoute // the parts that are read

  it('runs on x86_64 since Linux 6.14, whatever a filter says', () => {
    expect(runAnyway([route('x86_64')], { to: '6.14' })).toContain('run uretprobe whatever a filter says')
    expect(runAnyway([route('x86_64')], { to: '6.13' })).toBeUndefined()
    expect(runAnyway([route('aarch64')], { to: '6.14' })).toBeUndefined()
  })
})
