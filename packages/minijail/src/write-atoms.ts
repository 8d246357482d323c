/*
 * Writes comparisons in the words of minijail.
 *
 * minijail has no masked comparison. `(x & mask) == value` means two things: the bits of the mask outside the value
 * are clear, and the bits of the value are set. One `in` tests all clear bits at once. `&` holds where any bit is
 * set, so each bit that must be set takes an `&` of its own.
 *
 *   arg2 & 0x6 == 0x2    arg2 in ~0x4 && arg2 & 0x2
 */
import type { Clause, ClauseCondition } from '@seccompile/notation'

const SIGNS = { EQ: '==', NE: '!=', LT: '<', LE: '<=', GT: '>', GE: '>=' } as const

const number = (value: bigint): string => (value < 10n ? `${value}` : `0x${value.toString(16)}`)

/** A comparison that always holds. */
const ALWAYS = 'arg0 >= 0'

function bitsOf(value: bigint): readonly bigint[] {
  const bits: bigint[] = []
  for (let rest = value; rest !== 0n; rest &= rest - 1n) bits.push(rest & -rest)
  return bits
}

function atomsOf(condition: ClauseCondition): readonly string[] {
  const subject = `arg${condition.index}`
  if (condition.op !== 'MASKED_EQ') return [`${subject} ${SIGNS[condition.op]} ${number(condition.value)}`]
  const { value: mask, valueTwo } = condition
  const clear = mask & ~valueTwo
  return [
    ...(clear === 0n ? [] : [`${subject} in ~${number(clear)}`]),
    ...bitsOf(mask & valueTwo).map((bit) => `${subject} & ${number(bit)}`),
  ]
}

/** The expression that holds where one of `clauses` does. */
export function expressionText(clauses: readonly Clause[]): string {
  const texts = clauses.map((clause) => clause.flatMap(atomsOf).join(' && '))
  return texts.map((text) => (text === '' ? ALWAYS : text)).join(' || ')
}

/** Whether all numbers in `clauses` fit 32 bits. For an ABI with 32-bit words, minijail refuses larger ones. */
export function areNarrow(clauses: readonly Clause[]): boolean {
  return clauses.every((clause) =>
    clause.every(
      (condition) =>
        condition.value >> 32n === 0n && (condition.op !== 'MASKED_EQ' || condition.valueTwo >> 32n === 0n),
    ),
  )
}
