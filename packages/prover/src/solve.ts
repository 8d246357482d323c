import { SECCOMP_DATA_ARGS, SECCOMP_RET, SECCOMP_RET_ACTION_FULL } from '@seccompile/abi'
import type { ActionName, SeccompData, Verdict } from '@seccompile/abi'
import { all, argument, intersection, rangesReader, U32 } from '@seccompile/rules'
import type { Predicate } from '@seccompile/rules'
import { fail, listOf, oneOf, optional, read, record, u32, u64 } from '@seccompile/shape'
import type { Reader } from '@seccompile/shape'
import { inquiryOf } from './inquire.ts'
import type { CallsWhere, VerdictGoal } from './inquire.ts'
import { predicateReader } from './predicate-reader.ts'
import { ALL_NUMBERS, decided, question } from './question.ts'
import type { ProveOptions, UndecidedAnswer, Within } from './question.ts'
import { subject } from './subject.ts'
import type { Subject } from './subject.ts'

/** The constraints on a call. A field that is left out allows any value. */
export interface Constraints extends Omit<CallsWhere, 'args'> {
  /** A condition on the arguments, or a whole value for each, u64, where `undefined` allows any value. */
  readonly args?: Predicate | readonly (bigint | undefined)[]
}

/** The answer to whether some call gets a verdict. */
export type Solution =
  | {
      readonly kind: 'found'
      /** The easiest call to read, as in `Different`. Confirmed by running it. */
      readonly data: SeccompData
      readonly verdict: Verdict
    }
  | { readonly kind: 'none' }
  | UndecidedAnswer

const actionName = oneOf(Object.keys(SECCOMP_RET) as ActionName[])

const goalReader: Reader<Verdict | ActionName> = (at) =>
  typeof at.value === 'number' ? u32(at) : actionName(at)

const values: Reader<readonly (bigint | undefined)[]> = (at) =>
  Array.isArray(at.value) && at.value.length > SECCOMP_DATA_ARGS
    ? fail(at, `at most ${SECCOMP_DATA_ARGS} arguments`)
    : listOf((arg) => (arg.value === undefined ? undefined : u64(arg)))(at)

/** A condition on the arguments, read as it is, or made of the values that arguments have to equal. */
const args: Reader<Predicate> = (at) =>
  Array.isArray(at.value)
    ? all(values(at).flatMap((lo, i) => (lo === undefined ? [] : [argument(i, [{ lo, hi: lo }])])))
    : predicateReader(at)

const constraintsReader = record<CallsWhere>({
  arch: optional(u32),
  nr: optional(u32),
  numbers: optional(rangesReader(U32, u32)),
  args: optional(args),
})

/** The calls of `where` that are also in `within`; `undefined` where there are none. */
function inside(where: CallsWhere, within: Within | undefined): CallsWhere | undefined {
  if (within === undefined) return where
  const { arch = within.arch, numbers = ALL_NUMBERS } = where
  if (arch !== within.arch) return undefined
  return { ...where, arch, numbers: intersection(numbers, within.numbers ?? ALL_NUMBERS) }
}

/**
 * A call that gets a wanted verdict from `given`: among the calls that satisfy the constraints, the easiest to read.
 *
 * @param wanted - a whole verdict, or the name of an action, which allows any data
 * @throws IrError, TypeError, RangeError as `equal` does, and for a malformed goal or constraint
 * @throws Error where running the call does not confirm it; our fault
 */
export function solve(
  given: Subject,
  wanted: Verdict | ActionName,
  constraints: Constraints = {},
  options: ProveOptions = {},
): Solution {
  const about = subject(given)
  const goal = read(goalReader, wanted, 'goal')
  const constrained = read(constraintsReader, constraints, 'constraints')
  const reaches: VerdictGoal = (verdict) =>
    typeof goal === 'number'
      ? verdict === goal
      : (verdict & SECCOMP_RET_ACTION_FULL) >>> 0 === SECCOMP_RET[goal]
  return decided<Solution>(() => {
    const asked = question(options)
    const where = inside(constrained, asked.within)
    const found = where && inquiryOf(about, asked).call(reaches, where)
    return found === undefined ? { kind: 'none' } : { kind: 'found', ...found }
  })
}
