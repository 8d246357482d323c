/* Proofs of filters that were undecided (issue 34), at their full size. Some compilations take several seconds. */
import type { Policy } from '@seccompile/policy'
import { expect, it } from 'vitest'
import type { Certificate } from '@seccompile/compiler'
import { threeKinds, threeTests, twoMasks, valuesOfCalls } from './strewn-policies.ts'
import { compileStack } from './with-tables.ts'
import type { StackOptions } from './with-tables.ts'

/** The certificate of a policy, and the number of its filters. */
function certified(
  policy: Policy,
  options?: StackOptions,
): { readonly certificate: Certificate; readonly filters: number } {
  const { certificate, filters } = compileStack(policy, options)
  return { certificate, filters: filters.length }
}

it.each([40, 80])(
  'proves the filter of %i rules of two masks (issue 34)',
  (count) => {
    expect(certified(twoMasks(count))).toEqual({ certificate: { kind: 'proved' }, filters: 1 })
  },
  300_000,
)

it('proves the filters of 400 rules of three tests (issue 34)', () => {
  const { certificate, filters } = certified(threeTests(400))
  expect([certificate.kind, filters]).toEqual(['proved', 2])
}, 300_000)

it.each([2, 10])(
  'proves the list of %i rules for each of 300 calls, with a digest (issue 34)',
  (rules) => {
    const policy = valuesOfCalls(300, rules)
    const list = certified(policy, { pipeline: 'list' })
    const speed = certified(policy, { pipeline: 'speed' })
    expect(list.certificate).toMatchObject({ kind: 'proved', digest: expect.any(String) })
    expect(list.certificate).toEqual(speed.certificate)
  },
  300_000,
)

it('goes on with effort max where it gives up else, and says how long it tried (issue 34)', () => {
  let ms = 0
  const { certificate, filters } = certified(threeKinds(400), { now: () => (ms += 8) })
  expect([certificate, filters]).toEqual([
    {
      kind: 'undecided',
      effort: 'default',
      ms: 8,
      reason: expect.stringMatching(/; a search gives up after 10\d{8} steps$/),
    },
    5,
  ])
  expect(certified(threeKinds(400), { effort: 'max' }).certificate.kind).toBe('proved')
}, 300_000)
