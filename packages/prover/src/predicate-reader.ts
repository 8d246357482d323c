import { SECCOMP_DATA_ARGS } from '@seccompile/abi'
import { all, any, argument, MAX_PREDICATE_DEPTH, rangesReader, U64 } from '@seccompile/rules'
import type { ArgumentTest, Predicate } from '@seccompile/rules'
import { fail, listOf, member, oneOf, record, u64, unread, whole } from '@seccompile/shape'
import type { At, Reader } from '@seccompile/shape'

const kindOf: Reader<Predicate['kind']> = oneOf(['argument', 'all', 'any'])

const test = record<ArgumentTest>({
  kind: unread<ArgumentTest['kind']>(),
  index: whole(SECCOMP_DATA_ARGS - 1),
  mask: u64,
  values: rangesReader(U64, u64),
})

function predicateAt(at: At, depth: number): Predicate {
  if (depth > MAX_PREDICATE_DEPTH)
    return fail(at, `at most ${MAX_PREDICATE_DEPTH} predicates inside one another`)
  const kind = kindOf(member(at, 'kind'))
  if (kind === 'argument') {
    const { index, mask, values } = test(at)
    return argument(index, values, mask)
  }
  const { of } = record<{ readonly kind: unknown; readonly of: readonly Predicate[] }>({
    kind: unread<unknown>(),
    of: listOf((part) => predicateAt(part, depth + 1)),
  })(at)
  return kind === 'all' ? all(of) : any(of)
}

/** Reads a predicate. Its parts may break the invariants of the rule IR: ranges may be in any order. */
export const predicateReader: Reader<Predicate> = (at) => predicateAt(at, 0)
