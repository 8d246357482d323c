/* Lists of comparisons as tests of an edit. */
import type { TestList } from '@seccompile/heal'
import type { Clause, ClauseCondition } from '@seccompile/notation'
import { U64 } from '@seccompile/rules'

const keyOf = (condition: ClauseCondition): string =>
  [
    condition.op,
    condition.index,
    condition.value,
    condition.op === 'MASKED_EQ' ? condition.valueTwo : '',
  ].join()

/** `clauses` without those that hold only where another one does. */
export function withoutAbsorbed(clauses: readonly Clause[]): readonly Clause[] {
  const keyed = clauses.map((clause) => ({ clause, keys: new Set(clause.map(keyOf)) }))
  return keyed
    .filter(
      ({ keys }, i) =>
        !keyed.some(
          (other, j) =>
            i !== j &&
            [...other.keys].every((key) => keys.has(key)) &&
            (other.keys.size < keys.size || j < i),
        ),
    )
    .map(({ clause }) => clause)
}

/** A list of comparisons, with tests for one value apart: these can name constants. */
export function testListOf(clause: Clause): TestList {
  return {
    kept: clause.filter(({ op }) => op !== 'EQ' && op !== 'MASKED_EQ'),
    equal: clause.flatMap((condition) => {
      if (condition.op === 'EQ') return [{ index: condition.index, mask: U64.max, value: condition.value }]
      if (condition.op !== 'MASKED_EQ') return []
      return [{ index: condition.index, mask: condition.value, value: condition.valueTwo }]
    }),
  }
}
