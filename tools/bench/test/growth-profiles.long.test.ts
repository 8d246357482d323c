import { parseProfile } from '@seccompile/oci'
import { describe, expect, it } from 'vitest'
import { exponentOf, GROWTH_LIMITS, growthProfile } from '../src/growth-profiles.ts'

describe('large profiles', () => {
  it.each(GROWTH_LIMITS)('have as many rules as the row says: $what', ({ kind, size }) => {
    const { policy } = parseProfile(growthProfile(kind, size), { file: 'growth.json' })
    expect(policy.rules).toHaveLength(size)
    expect(new Set(policy.rules.map(({ args }) => JSON.stringify(args, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v)))).size).toBe(size) // prettier-ignore
  })

  it('grow with the power that two sizes show', () => {
    expect(exponentOf([1000, 10_000], [0.5, 5])).toBeCloseTo(1)
    expect(exponentOf([10, 1000], [1, 10_000])).toBeCloseTo(2)
  })
})
