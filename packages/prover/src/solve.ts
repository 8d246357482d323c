import {
  argHigh,
  argLow,
  SECCOMP_RET,
  SECCOMP_RET_ACTION_FULL,
  SECCOMP_DATA_ARGS,
  WORD_ARCH,
  WORD_COUNT,
  WORD_NR,
} from '@seccompile/abi'
import type { ActionName, SeccompData, Verdict } from '@seccompile/abi'
import { differingWords, mapLeaves, wordEquals } from '@seccompile/diagram'
import type { Node, Store } from '@seccompile/diagram'
import { fail, listOf, oneOf, optional, read, record, u32, u64 } from '@seccompile/abi/shape'
import type { Reader } from '@seccompile/abi/shape'
import { U32 } from '@seccompile/rules'
import { decided, question } from './question.ts'
import type { ProveOptions, Undecided } from './question.ts'
import { meaningOf, subject } from './subject.ts'
import type { Subject } from './subject.ts'
import { dataInOrder, placeOf } from './word-order.ts'

/** The constraints on a call; a field that is left out may have any value. */
export interface Constraints {
  /** An `AUDIT_ARCH_*` value, u32. */
  readonly arch?: number
  /** u32. */
  readonly nr?: number
  /** u64 each; `undefined` where any value will do. */
  readonly args?: readonly (bigint | undefined)[]
}

/** The answer to whether some call gets a verdict. */
export type Solution =
  | {
      readonly kind: 'found'
      /** The easiest to read, as in `Different`. Confirmed by running it. */
      readonly data: SeccompData
      readonly verdict: Verdict
    }
  | { readonly kind: 'none' }
  | Undecided

const actionName = oneOf(Object.keys(SECCOMP_RET) as ActionName[])

const goalReader: Reader<Verdict | ActionName> = (at) =>
  typeof at.value === 'number' ? u32(at) : actionName(at)

const args: Reader<NonNullable<Constraints['args']>> = (at) =>
  Array.isArray(at.value) && at.value.length > SECCOMP_DATA_ARGS
    ? fail(at, `at most ${SECCOMP_DATA_ARGS} arguments`)
    : listOf((arg) => (arg.value === undefined ? undefined : u64(arg)))(at)

const constraintsReader = record<Constraints>({
  arch: optional(u32),
  nr: optional(u32),
  args: optional(args),
})

function constraintsPredicate(store: Store, { arch, nr, args: wanted = [] }: Constraints): Node {
  const fixed: (readonly [place: number, value: number])[] = []
  if (arch !== undefined) fixed.push([placeOf(WORD_ARCH), arch])
  if (nr !== undefined) fixed.push([placeOf(WORD_NR), nr])
  wanted.forEach((value, index) => {
    if (value === undefined) return
    fixed.push([placeOf(argHigh(index)), Number(value >> 32n)])
    fixed.push([placeOf(argLow(index)), Number(value & 0xffff_ffffn)])
  })
  return fixed.reduce(
    (rest, [place, value]) => store.ite(wordEquals(store, place, U32.max, value), rest, store.never),
    store.always,
  )
}

/**
 * A call that gets a verdict from `given`: the easiest to read of those that satisfy the constraints.
 *
 * @param wanted - a whole verdict, or the name of an action, with which any data will do
 * @throws IrError, TypeError, RangeError as `equal` does, and for a goal or a constraint that is none
 * @throws Error where the call does not survive being run, which would be a fault of ours
 */
export function solve(
  given: Subject,
  wanted: Verdict | ActionName,
  constraints: Constraints = {},
  options: ProveOptions = {},
): Solution {
  const leveled = subject(given)
  const goal = read(goalReader, wanted, 'goal')
  const constrained = read(constraintsReader, constraints, 'constraints')
  const reaches = (verdict: Verdict): boolean =>
    typeof goal === 'number'
      ? verdict === goal
      : (verdict & SECCOMP_RET_ACTION_FULL) >>> 0 === SECCOMP_RET[goal]
  return decided<Solution>(() => {
    const { store, endianness, diagramOf, confine } = question(options)
    const reached = mapLeaves(store, diagramOf(leveled), (verdict) => (reaches(verdict) ? 1 : 0))
    const asked = store.ite(constraintsPredicate(store, constrained), reached, store.never)
    const words = differingWords(store, confine(asked, store.never), store.never, WORD_COUNT)
    if (words === undefined) return { kind: 'none' }
    const data = dataInOrder(words)
    const verdict = meaningOf(leveled, data, endianness)
    if (!reaches(verdict)) throw new Error('a call was found that running it does not confirm')
    return { kind: 'found', data, verdict }
  })
}
