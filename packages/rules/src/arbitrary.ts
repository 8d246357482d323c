/** Random rule sets for property tests; needs fast-check. */
import { AUDIT_ARCH, SECCOMP_RET, verdictOf } from '@seccompile/abi'
import type { ActionName, Verdict } from '@seccompile/abi'
import fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import { all, ALWAYS, any, argument, LOW_WORD, not, WHOLE_ARGUMENT } from './predicate.ts'
import type { Predicate } from './predicate.ts'
import { canonical, U32 } from './range.ts'
import type { Range, RangeSet } from './range.ts'
import type { Rule, RuleSet, Section } from './rule-set.ts'

/** Any verdict with a known action. */
export function arbitraryVerdict(): Arbitrary<Verdict> {
  const actions = Object.keys(SECCOMP_RET) as ActionName[]
  // Few data values, so that several rules often have the same verdict and a pass can merge them.
  return fc
    .tuple(fc.constantFrom(...actions), fc.constantFrom(0, 1, 38, 0xffff))
    .map(([action, data]) => verdictOf(action, action === 'ERRNO' || action === 'TRACE' ? data : 0))
}

const INTERESTING = [
  0n,
  1n,
  8n,
  38n,
  0x20000n,
  0x7e02_0000n,
  0x8000_0000n,
  0xffff_ffffn,
  0x1_0000_0000n,
  0x1_0000_0001n,
]

/** A u64, most often near a value where halves or signs change. */
export function arbitraryU64(): Arbitrary<bigint> {
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom(...INTERESTING, 1n << 63n, WHOLE_ARGUMENT, WHOLE_ARGUMENT - LOW_WORD),
    },
    { weight: 1, arbitrary: fc.bigInt({ min: 0n, max: WHOLE_ARGUMENT }) },
    { weight: 2, arbitrary: fc.bigInt({ min: 0n, max: 64n }) },
  )
}

function arbitraryValues(): Arbitrary<RangeSet<bigint>> {
  const range = fc
    .oneof(
      arbitraryU64().map((v): [bigint, bigint] => [v, v]),
      fc.tuple(arbitraryU64(), arbitraryU64()),
    )
    .map(([a, b]): Range<bigint> => (a <= b ? { lo: a, hi: b } : { lo: b, hi: a }))
  return fc.array(range, { minLength: 1, maxLength: 5 })
}

function arbitraryTest(): Arbitrary<Predicate> {
  const mask = fc.oneof(
    fc.constantFrom(WHOLE_ARGUMENT, LOW_WORD),
    arbitraryU64().filter((m) => m > 0n),
  )
  const index = fc.oneof(fc.constantFrom(0, 1), fc.integer({ min: 0, max: 5 }))
  return fc.tuple(index, arbitraryValues(), mask).map(([i, values, m]) => argument(i, values, m))
}

/** A predicate over the arguments, up to three levels deep. */
export function arbitraryPredicate(): Arbitrary<Predicate> {
  const level = (inner: Arbitrary<Predicate>): Arbitrary<Predicate> =>
    fc.oneof(
      { weight: 3, arbitrary: inner },
      { weight: 1, arbitrary: fc.array(inner, { minLength: 1, maxLength: 3 }).map(all) },
      { weight: 1, arbitrary: fc.array(inner, { minLength: 1, maxLength: 3 }).map(any) },
      { weight: 1, arbitrary: inner.map(not) },
    )
  return level(level(arbitraryTest()))
}

function arbitraryNumbers(): Arbitrary<RangeSet<number>> {
  const near = fc.integer({ min: 0, max: 40 })
  const number = fc.oneof(
    { weight: 8, arbitrary: near },
    { weight: 1, arbitrary: near.map((n) => 0x4000_0000 + n) },
    { weight: 1, arbitrary: fc.constantFrom(0x3fff_ffff, 0x7fff_ffff, 0x8000_0000, 0xffff_fffe, U32.max) },
  )
  const range = fc
    .oneof(
      { weight: 3, arbitrary: number.map((n): [number, number] => [n, n]) },
      { weight: 1, arbitrary: fc.tuple(number, number) },
    )
    .map(([a, b]): Range<number> => ({ lo: Math.min(a, b), hi: Math.max(a, b) }))
  return fc.array(range, { minLength: 1, maxLength: 4 }).map((ranges) => canonical(U32, ranges))
}

/** A rule: some numbers, most often no condition, any verdict. */
export function arbitraryRule(): Arbitrary<Rule> {
  const when = fc.oneof(
    { weight: 2, arbitrary: fc.constant(ALWAYS) },
    { weight: 3, arbitrary: arbitraryPredicate() },
  )
  return fc.record({ numbers: arbitraryNumbers(), when, verdict: arbitraryVerdict() })
}

/**
 * A rule set of up to three architectures with up to `maxRules` rules each. Rules may overlap.
 * @param options - `maxRules`: 8 if left out
 */
export function arbitraryRuleSet(options: { readonly maxRules?: number } = {}): Arbitrary<RuleSet> {
  const architectures = [AUDIT_ARCH.X86_64, AUDIT_ARCH.I386, AUDIT_ARCH.AARCH64]
  const section = fc.record({
    rules: fc.array(arbitraryRule(), { maxLength: options.maxRules ?? 8 }),
    otherwise: arbitraryVerdict(),
  })
  return fc
    .record({
      sections: fc.array(section, { minLength: 1, maxLength: architectures.length }),
      badArch: arbitraryVerdict(),
    })
    .map(({ sections, badArch }) => ({
      sections: sections.map((parts, i): Section => ({ arch: architectures[i]!, ...parts })),
      badArch,
    }))
}
