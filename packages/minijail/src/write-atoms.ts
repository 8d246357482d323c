/*
 * Comparisons in the words of minijail.
 *
 * minijail has no masked comparison. `(x & mask) == value` says two things: bits of the mask that the value lacks are clear,
 * and those of the value are set. `in` says the first of all of them at once. `&` holds where any bit is set, so it takes one
 * for each bit that has to be.
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

/** A condition for which one of `clauses` has to hold. */
export function expressionText(clauses: readonly Clause[]): string {
  const texts = clauses.map((clause) => clause.flatMap(atomsOf).join(' && '))
  return texts.map((text) => (text === '' ? ALWAYS : text)).join(' || ')
}

/** Whether all numbers in `clauses` fit 32 bits: minijail refuses others on an ABI whose words have no more. */
export function areNarrow(clauses: readonly Clause[]): boolean {
  return clauses.every((clause) =>
    clause.every(
      (condition) =>
        condition.value >> 32n === 0n && (condition.op !== 'MASKED_EQ' || condition.valueTwo >> 32n === 0n),
    ),
  )
}
