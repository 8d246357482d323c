import { auditArchName, verdictName } from '@seccompile/abi'
import { isAlways, isNever, WHOLE_ARGUMENT } from './predicate.ts'
import type { ArgumentTest, Predicate } from './predicate.ts'
import { complement, intersection, U64 } from './range.ts'
import type { RangeSet } from './range.ts'
import type { RuleSet } from './rule-set.ts'

/** How to print rules for people. */
export interface PrintOptions {
  /** The name of call `nr` under `arch`, where known. A range is shown by the names of its ends. */
  readonly nameOf?: (arch: number, nr: number) => string | undefined
}

/** The names in a test: of the field that it tests, and of the values that it compares. */
export interface TestedNames {
  /** The name of the field: `args[0]`, `family`. */
  readonly name: string
  /** The name of a value or of the mask: `AF_UNIX`. A value without a name is printed as a number. */
  readonly valueName?: (value: bigint) => string | undefined
}

/** How to print a test for people. */
export interface TestOptions {
  /** Most values of a set, and parts of an `and` or `or`, to print; the others are counted. All if left out. */
  readonly most?: number
}

/** How to print a condition for people. */
export interface ConditionOptions extends TestOptions {
  /** The names in a test of argument `index`; `args[index]` and numbers where there are none. */
  readonly namesOf?: (index: number) => TestedNames | undefined
}

/** The first `most` of `parts`, and the number of the others. */
function bounded(parts: readonly string[], joint: string, { most = Infinity }: TestOptions): string {
  const more = parts.length - most
  return more > 0 ? `${parts.slice(0, most).join(joint)}${joint}… ${more} more` : parts.join(joint)
}

const numberText = (n: bigint): string => (n < 10n ? n.toString() : `0x${n.toString(16)}`)

/** The largest number up to `bound` that has only bits of `mask`. */
function largestUnder(mask: bigint, bound: bigint): bigint {
  // The result has 0 at the highest bit of `bound` outside the mask. So it may have every bit of the mask below
  // that.
  const foreign = bound & ~mask
  if (foreign === 0n) return bound
  const below = (1n << BigInt(foreign.toString(2).length)) - 1n
  return (bound & ~below) | (mask & below)
}

/**
 * `values` with each range narrowed to ends that `mask` can yield; a range without such a value is left out.
 */
function yielded(mask: bigint, values: RangeSet<bigint>): RangeSet<bigint> {
  return values
    .map(({ lo, hi }) => ({ lo: mask - largestUnder(mask, mask - lo), hi: largestUnder(mask, hi) }))
    .filter(({ lo, hi }) => lo <= hi)
}

/** The number of range ends that text of `values` contains. */
function endsOf(values: RangeSet<bigint>): number {
  return values.reduce((sum, { lo, hi }) => sum + (lo === hi ? 1 : 2), 0)
}

/** The values that a test of 64 bits lets pass: those of which `value & mask` lies in `values`. */
export type MaskedValues = Pick<ArgumentTest, 'mask' | 'values'>

/**
 * A test of the field `names.name` as text: `args[0] not in {0x26, 0x28}`, `(flags & CLONE_NEWUSER) == 0`. The text
 * lists the values that pass or those that do not, whichever takes fewer numbers.
 */
export function printTest(
  { mask, values }: MaskedValues,
  { name, valueName }: TestedNames,
  options: TestOptions = {},
): string {
  const value = (n: bigint): string => valueName?.(n) ?? numberText(n)
  const set = (ranges: RangeSet<bigint>): string => {
    const parts = ranges.map(({ lo, hi }) => (lo === hi ? value(lo) : `${value(lo)}..${value(hi)}`))
    return `{${bounded(parts, ', ', options)}}`
  }
  const subject = mask === WHOLE_ARGUMENT ? name : `(${name} & ${value(mask)})`
  const passing = yielded(mask, values)
  const [first, last] = [passing[0], passing.at(-1)]
  // The mask yields no value of the set: print the set as it stands.
  if (first === undefined || last === undefined) return `${subject} in ${set(values)}`
  const others = yielded(mask, intersection(complement(U64, values), [{ lo: 0n, hi: mask }]))
  const [other] = others
  if (first.lo === last.hi) return `${subject} == ${value(first.lo)}`
  if (others.length === 1 && other !== undefined) {
    if (other.lo === other.hi) return `${subject} != ${value(other.lo)}`
    if (other.lo === 0n) return `${subject} >= ${value(first.lo)}`
    if (other.hi === mask) return `${subject} <= ${value(last.hi)}`
  }
  if (others.length > 0 && endsOf(others) < endsOf(passing)) return `${subject} not in ${set(others)}`
  return `${subject} in ${set(passing)}`
}

function printArgument(test: ArgumentTest, options: ConditionOptions): string {
  const { index } = test
  return printTest(test, options.namesOf?.(index) ?? { name: `args[${index}]` }, options)
}

/** `predicate` as text: `args[0] not in {0x26, 0x28}`, joined by `and` and `or`. */
export function printPredicate(predicate: Predicate, options: ConditionOptions = {}): string {
  if (isAlways(predicate)) return 'always'
  if (isNever(predicate)) return 'never'
  if (predicate.kind === 'argument') return printArgument(predicate, options)
  const parts = predicate.of.map((part) =>
    part.kind === 'argument' ? printArgument(part, options) : `(${printPredicate(part, options)})`,
  )
  return bounded(parts, predicate.kind === 'all' ? ' and ' : ' or ', options)
}

/** `rules` as text, one line for each rule, in order of matching. */
export function print(rules: RuleSet, options: PrintOptions = {}): string {
  const lines: string[] = []
  for (const { arch, otherwise, rules: list } of rules.sections) {
    const name = (nr: number): string =>
      options.nameOf?.(arch, nr) ?? `${nr > 0xffff ? `0x${nr.toString(16)}` : nr}`
    lines.push(`arch ${auditArchName(arch)}`)
    for (const { numbers, when, verdict } of list) {
      const calls = numbers
        .map(({ lo, hi }) => (lo === hi ? name(lo) : `${name(lo)}..${name(hi)}`))
        .join(', ')
      const condition = isAlways(when) ? '' : ` when ${printPredicate(when)}`
      lines.push(`  ${calls}${condition} -> ${verdictName(verdict)}`)
    }
    lines.push(`  otherwise -> ${verdictName(otherwise)}`)
  }
  lines.push(`bad arch -> ${verdictName(rules.badArch)}`)
  return `${lines.join('\n')}\n`
}
