/*
 * Turns a condition of seccompiler into a condition of a policy.
 *
 * A condition of type `qword` compares the whole argument. A condition of type `dword` loads only the low word, and
 * compares it with the low word of the value. A policy has masks for equality but not for order. So `<` on the low
 * word becomes a list of masked comparisons, each for the values that share their leading bits.
 * @see rust-vmm/seccompiler src/backend/condition.rs: into_bpf()
 */
import { cubesBetween } from '@seccompile/notation'
import { any, not } from '@seccompile/policy'
import type { CompareCondition, Comparison, Condition, MaskedCondition, Source } from '@seccompile/policy'

/** The bits of a low word. */
export const LOW = 0xffff_ffffn

/** A comparison of an argument with a value. */
export interface SeccompilerComparison {
  readonly op: Comparison | 'MASKED_EQ'
  /** 0 to 5. */
  readonly index: number
  /** u64. */
  readonly value: bigint
  /** The mask of MASKED_EQ. */
  readonly mask: bigint
  readonly source: Source
}

const masked = (
  { index, source }: SeccompilerComparison,
  mask: bigint,
  valueTwo: bigint,
): MaskedCondition => ({
  op: 'MASKED_EQ',
  index,
  value: mask,
  valueTwo,
  source,
})

/** The condition that the low word is between `lo` and `hi`, both included. */
function between(compared: SeccompilerComparison, lo: bigint, hi: bigint): Condition {
  const { index, source } = compared
  if (lo > hi) return { op: 'LT', index, value: 0n, source } // a condition that never holds: no value is below 0
  const parts = cubesBetween({ lo, hi }, LOW).map(({ mask, value }) => masked(compared, mask, value))
  return any(...parts) // a range that is not empty has a part
}

/** The condition on the whole argument. */
export function qword(compared: SeccompilerComparison): Condition {
  const { op, index, value, mask, source } = compared
  return op === 'MASKED_EQ' ? masked(compared, mask, value) : { op, index, value, source }
}

/**
 * The comparison that Firecracker gives to libseccomp: of the low word for `eq` of type `dword`, otherwise of the
 * whole argument.
 * @see firecracker src/seccompiler/src/types.rs: SeccompCondition::to_scmp_type()
 */
export function scmpArgument(
  compared: SeccompilerComparison,
  type: 'dword' | 'qword',
): CompareCondition | MaskedCondition {
  const { op, index, value, mask, source } = compared
  if (op === 'MASKED_EQ') return masked(compared, mask, value & mask)
  return op === 'EQ' && type === 'dword' ? masked(compared, LOW, value & LOW) : { op, index, value, source }
}

/** Whether {@link scmpArgument} may hold for other arguments than a comparison of the low word. */
export const mayDiffer = ({ op, mask }: SeccompilerComparison): boolean =>
  op === 'MASKED_EQ' ? mask > LOW : op !== 'EQ'

/** The condition on the low word of the argument. */
export function dword(compared: SeccompilerComparison): Condition {
  const value = compared.value & LOW
  switch (compared.op) {
    case 'EQ':
      return masked(compared, LOW, value)
    case 'NE':
      return not(masked(compared, LOW, value))
    case 'LT':
      return between(compared, 0n, value - 1n)
    case 'LE':
      return between(compared, 0n, value)
    case 'GT':
      return between(compared, value + 1n, LOW)
    case 'GE':
      return between(compared, value, LOW)
    case 'MASKED_EQ':
      return masked(compared, compared.mask & LOW, value)
  }
}
