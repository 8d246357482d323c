/*
 * Turns a predicate into rules of seccompiler: lists of conditions, of which one has to hold.
 *
 * The clauses of @seccompile/notation compare each argument at most once, since most notations do. A rule of
 * seccompiler may compare an argument twice. So a range is one rule with two conditions, instead of one rule for each
 * prefix:
 *
 *   3 <= args[0] <= 12   args[0] ge 3 and args[0] le 12
 *
 * These lists multiply out the predicate as it is, while the clauses join sets first. The shorter of the two results
 * is used.
 */
import { clausesOf, cubesBetween } from '@seccompile/notation'
import type { Clause, ClauseCondition } from '@seccompile/notation'
import { U64, WHOLE_ARGUMENT } from '@seccompile/rules'
import type { ArgumentTest, Predicate, Range } from '@seccompile/rules'
import { assertNever } from '@seccompile/shape'

/** The most alternatives of a predicate. A filter has fewer instructions. */
const MAX_ALTERNATIVES = 4096

/** The conditions for a range of whole values; none for all values. */
function within(index: number, { lo, hi }: Range<bigint>): Clause {
  if (lo === hi) return [{ op: 'EQ', index, value: lo }]
  return [
    ...(lo === 0n ? [] : [{ op: 'GE', index, value: lo } as const]),
    ...(hi === U64.max ? [] : [{ op: 'LE', index, value: hi } as const]),
  ]
}

function ofArgument({ index, mask, values }: ArgumentTest): readonly Clause[] {
  if (mask === WHOLE_ARGUMENT) {
    const [first, second] = values
    const isHole =
      values.length === 2 && first!.lo === 0n && second!.hi === U64.max && second!.lo - first!.hi === 2n
    return isHole
      ? [[{ op: 'NE', index, value: first!.hi + 1n }]]
      : values.map((range) => within(index, range))
  }
  return values
    .flatMap((range) => cubesBetween(range, mask))
    .map((cube): readonly ClauseCondition[] =>
      cube.mask === 0n ? [] : [{ op: 'MASKED_EQ', index, value: cube.mask, valueTwo: cube.value }],
    )
}

/** The alternatives of `when` as it is written; `undefined` where there are too many. */
function multiplied(when: Predicate): readonly Clause[] | undefined {
  switch (when.kind) {
    case 'argument':
      return ofArgument(when)
    case 'any': {
      const found: Clause[] = []
      for (const part of when.of) {
        const own = multiplied(part)
        if (own === undefined || found.length + own.length > MAX_ALTERNATIVES) return undefined
        found.push(...own)
      }
      return found
    }
    case 'all': {
      let found: readonly Clause[] = [[]]
      for (const part of when.of) {
        const own = multiplied(part)
        if (own === undefined || found.length * own.length > MAX_ALTERNATIVES) return undefined
        found = found.flatMap((one) => own.map((other) => [...one, ...other]))
      }
      return found
    }
    default:
      return assertNever(when)
  }
}

const sizeOf = (clauses: readonly Clause[]): number =>
  clauses.reduce((sum, { length }) => sum + 1 + length, 0)

/** Rules of which one holds exactly where `when` does; `undefined` where there would be too many. */
export function alternatives(when: Predicate, wordSize: 32 | 64): readonly Clause[] | undefined {
  const joined = clausesOf(when, wordSize)
  const plain = multiplied(when)
  if (joined === undefined || plain === undefined) return joined ?? plain
  if (plain.some(({ length }) => length === 0)) return [[]]
  return sizeOf(plain) < sizeOf(joined) ? plain : joined
}
