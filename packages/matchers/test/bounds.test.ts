/* The bounds of what matchers ask: the length of a filter, spans of kernels, and calls that no filter decides. */
import { compile } from '@seccompile/compiler'
import { policy } from '@seccompile/policy'
import type { CallRoute } from '@seccompile/routes'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiToken } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { filterOf } from '../src/filter-of.ts'
import { fitsIn } from '../src/fits-in.ts'
import { countedRoutes } from '../src/route-options.ts'
import { runAnyway } from '../src/run-anyway.ts'

describe('a filter that is too long for the kernel', () => {
  const short = policy({ abis: ['x86_64'], default: 'deny' })
  // Values without a pattern: each needs an instruction at least.
  const values = Array.from({ length: 5000 }, (_, i) => Math.imul(i, 2_654_435_761) >>> 0)
  const long = short.allow('ioctl', ({ cmd }) => cmd.in(...values))

  it('fits in no number of instructions, and leaves no room in a stack', () => {
    const given = filterOf(long, 'long')
    expect(fitsIn(given, 100_000)).toMatchObject({ holds: 'no' })
    expect(fitsIn(given, 100_000).shown(false)).toMatch(
      /^; it would have (?:about )?\d+, and a filter has at most 4096$/,
    )
    expect(fitsIn(filterOf([short, given], 'both'), 100_000).holds).toBe('no')
  })

  it('is one beyond the number of its instructions', () => {
    const { length } = compile(short, { abis: [signedAbiTable('x86_64')] }).program
    expect(fitsIn(filterOf(short, 'short'), length).holds).toBe('yes')
    expect(fitsIn(filterOf(short, 'short'), length - 1).holds).toBe('no')
    expect(fitsIn(filterOf([short, short], 'both'), 2 * length).holds).toBe('yes')
    expect(fitsIn(filterOf([short, short], 'both'), 2 * length - 1).holds).toBe('no')
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
