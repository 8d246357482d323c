/*
 * Predicates over the six arguments.
 *
 * There is one kind of test, set membership: `(args[index] & mask)` lies in `values`. It covers every operator that
 * profiles use (`EQ`, `NE`, `LT`, `GE`, …, and `MASKED_EQ`), its complement is again such a test, and a 32-bit
 * argument is one whose mask has no high half. Tests combine by `all` and `any`; there is no `not` node, because
 * `not()` pushes the negation down to the sets.
 */
import { SECCOMP_DATA_ARGS } from '@seccompile/abi'
import { expectList, expectObject } from '@seccompile/shape'
import { canonical, complement, contains, intersection, U64 } from './range.ts'
import type { RangeSet } from './range.ts'

/** Holds for a call where `(args[index] & mask)` is in `values`. */
export interface ArgumentTest {
  readonly kind: 'argument'
  /** 0 to 5. */
  readonly index: number
  /** u64, not 0. `0xffffffffn` keeps the low word only. */
  readonly mask: bigint
  /** Canonical, not empty, no value above `mask` (R5). */
  readonly values: RangeSet<bigint>
}

/** Holds where all parts hold; without parts, always. */
export interface AllOf {
  readonly kind: 'all'
  readonly of: readonly Predicate[]
}

/** Holds where some part holds; without parts, never. */
export interface AnyOf {
  readonly kind: 'any'
  readonly of: readonly Predicate[]
}

/** A condition on the arguments of a call. */
export type Predicate = ArgumentTest | AllOf | AnyOf

/** The predicate that always holds. */
export const ALWAYS: Predicate = Object.freeze({ kind: 'all', of: Object.freeze([]) })

/** The predicate that never holds. */
export const NEVER: Predicate = Object.freeze({ kind: 'any', of: Object.freeze([]) })

/** The mask that keeps a whole 64-bit argument. */
export const WHOLE_ARGUMENT: bigint = U64.max

/** The mask that keeps the low word. A 32-bit ABI passes nothing else. */
export const LOW_WORD = 0xffff_ffffn

/**
 * Whether `predicate` has the form of {@link ALWAYS}. A predicate of another form that always holds is not
 * recognised.
 */
export function isAlways(predicate: Predicate): boolean {
  return predicate.kind === 'all' && predicate.of.length === 0
}

/** Whether `predicate` has the form of {@link NEVER}. */
export function isNever(predicate: Predicate): boolean {
  return predicate.kind === 'any' && predicate.of.length === 0
}

/** The range 0 to `mask`, which has all values of `x & mask`. A mask with gaps does not yield all of the range. */
function within(mask: bigint): RangeSet<bigint> {
  return [{ lo: 0n, hi: mask }]
}

/**
 * The test that `(args[index] & mask)` is in `values`, which may come in any order. Values that the mask cannot yield
 * are left out. So the result is {@link NEVER} where no value is left, and {@link ALWAYS} where the test excludes
 * nothing.
 *
 * @param index - 0 to 5
 * @throws RangeError where index, mask or a value is out of bounds
 */
export function argument(index: number, values: RangeSet<bigint>, mask: bigint = WHOLE_ARGUMENT): Predicate {
  expectList(values, 'values')
  if (!Number.isInteger(index) || index < 0 || index >= SECCOMP_DATA_ARGS)
    throw new RangeError(`argument index is ${index}; a system call has arguments 0 to 5`)
  if (mask < 0n || mask > U64.max) throw new RangeError(`mask ${mask} does not fit 64 bits`)
  for (const { lo, hi } of values)
    if (lo < 0n || hi > U64.max || lo > hi) throw new RangeError(`range ${lo}..${hi} is not within 64 bits`)
  const possible = intersection(canonical(U64, values), within(mask))
  const [only] = possible
  if (only === undefined) return NEVER
  if (only.lo === 0n && only.hi === mask) return ALWAYS
  return { kind: 'argument', index, mask, values: possible }
}

/** The predicate that holds where all of `parts` do. Nested conjunctions are flattened and constants folded. */
export function all(parts: readonly Predicate[]): Predicate {
  expectList(parts, 'parts')
  const flat = parts.flatMap((part) => (part.kind === 'all' ? part.of : [part]))
  if (flat.some(isNever)) return NEVER
  return flat.length === 1 ? flat[0]! : { kind: 'all', of: flat }
}

/** The predicate that holds where one of `parts` does. Nested disjunctions are flattened and constants folded. */
export function any(parts: readonly Predicate[]): Predicate {
  expectList(parts, 'parts')
  const flat = parts.flatMap((part) => (part.kind === 'any' ? part.of : [part]))
  if (flat.some(isAlways)) return ALWAYS
  return flat.length === 1 ? flat[0]! : { kind: 'any', of: flat }
}

/** The predicate that holds exactly where `predicate` does not. */
export function not(predicate: Predicate): Predicate {
  expectObject(predicate, 'predicate', 'kind')
  switch (predicate.kind) {
    case 'argument': {
      const outside = intersection(complement(U64, predicate.values), within(predicate.mask))
      return argument(predicate.index, outside, predicate.mask)
    }
    case 'all':
      return any(predicate.of.map(not))
    case 'any':
      return all(predicate.of.map(not))
  }
}

/** Whether `predicate` holds for the six u64 `args`. */
export function holds(predicate: Predicate, args: readonly bigint[]): boolean {
  switch (predicate.kind) {
    case 'argument':
      return contains(predicate.values, (args[predicate.index] ?? 0n) & predicate.mask)
    case 'all':
      return predicate.of.every((part) => holds(part, args))
    case 'any':
      return predicate.of.some((part) => holds(part, args))
  }
}

/** The tests in `predicate`, in order, repeats included. */
export function argumentTests(predicate: Predicate): readonly ArgumentTest[] {
  expectObject(predicate, 'predicate', 'kind')
  return predicate.kind === 'argument' ? [predicate] : predicate.of.flatMap(argumentTests)
}

/**
 * A key for maps: a text that is equal for predicates of the same form. Predicates of different form have different
 * keys, even where they mean the same.
 */
export function predicateKey(predicate: Predicate): string {
  switch (predicate.kind) {
    case 'argument': {
      const values = predicate.values.map(({ lo, hi }) => `${lo.toString(16)}-${hi.toString(16)}`)
      return `${predicate.index}&${predicate.mask.toString(16)}:${values.join(',')}`
    }
    case 'all':
      return `(${predicate.of.map(predicateKey).join('&&')})`
    case 'any':
      return `[${predicate.of.map(predicateKey).join('||')}]`
  }
}
