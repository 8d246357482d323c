/* Random lists of rules for one call, in the form of a profile. */
import { jsonText } from '@seccompile/oci/reading'
import fc from 'fast-check'

const value = fc.constantFrom(0n, 1n, 2n, 3n, 5n, 2n ** 32n - 1n, 2n ** 32n + 1n, 2n ** 63n)

const comparison = (index: number): fc.Arbitrary<object> =>
  fc
    .tuple(fc.constantFrom('EQ', 'NE', 'LT', 'LE', 'GT', 'GE', 'MASKED_EQ'), value, value)
    .map(([op, one, two]) => ({
      index,
      op: `SCMP_CMP_${op}`,
      value: one,
      ...(op === 'MASKED_EQ' ? { valueTwo: two } : {}),
    }))

const comparisons = fc
  .subarray([0, 1, 2], { minLength: 1, maxLength: 3 })
  .chain((indices) => fc.tuple(...indices.map(comparison)))

const rule = fc.record({
  names: fc.constant(['dup3']),
  action: fc.oneof(
    { weight: 9, arbitrary: fc.constant('SCMP_ACT_ALLOW') },
    { weight: 1, arbitrary: fc.constant('SCMP_ACT_LOG') },
  ),
  args: comparisons,
})

/** Profiles, as JSON, with one to five rules of `dup3`, most of which let it run. */
export const listProfiles: fc.Arbitrary<string> = fc
  .array(rule, { minLength: 1, maxLength: 5 })
  .map((syscalls) => jsonText({ defaultAction: 'SCMP_ACT_ERRNO', syscalls }))
