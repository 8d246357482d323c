import { auditArchName, verdictName } from '@seccompile/abi'
import { isAlways, isNever, not, WHOLE_ARGUMENT } from './predicate.ts'
import type { ArgumentTest, Predicate } from './predicate.ts'
import type { Range, RangeSet } from './range.ts'
import type { RuleSet } from './rule-set.ts'

/** How to print rules for people. */
export interface PrintOptions {
  /** The name of call `nr` under `arch`, where known. A range is shown by the names of its ends. */
  readonly nameOf?: (arch: number, nr: number) => string | undefined
}

/** How to print a condition for people. */
export interface ConditionOptions {
  /** Most values of a set, and parts of an `and` or `or`, to print; the others are counted. All if left out. */
  readonly most?: number
}

/** The first `most` of `parts`, and the number of the others. */
function bounded(parts: readonly string[], joint: string, { most = Infinity }: ConditionOptions): string {
  const more = parts.length - most
  return more > 0 ? `${parts.slice(0, most).join(joint)}${joint}… ${more} more` : parts.join(joint)
}

const value = (n: bigint): string => (n < 10n ? n.toString() : `0x${n.toString(16)}`)

function printValues(values: RangeSet<bigint>, options: ConditionOptions): string {
  const text = values.map(({ lo, hi }: Range<bigint>) =>
    lo === hi ? value(lo) : `${value(lo)}..${value(hi)}`,
  )
  return `{${bounded(text, ', ', options)}}`
}

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

/** A test as text, by the values that pass or by those that do not, whichever takes fewer numbers. */
function printTest(test: ArgumentTest, options: ConditionOptions): string {
  const { index, mask } = test
  const subject = mask === WHOLE_ARGUMENT ? `args[${index}]` : `(args[${index}] & ${value(mask)})`
  const passing = yielded(mask, test.values)
  const [first, last] = [passing[0], passing.at(-1)]
  // The mask yields no value of the set: print the set as it stands.
  if (first === undefined || last === undefined) return `${subject} in ${printValues(test.values, options)}`
  const negation = not(test)
  const others = negation.kind === 'argument' ? yielded(mask, negation.values) : []
  const [other] = others
  if (first.lo === last.hi) return `${subject} == ${value(first.lo)}`
  if (others.length === 1 && other !== undefined) {
    if (other.lo === other.hi) return `${subject} != ${value(other.lo)}`
    if (other.lo === 0n) return `${subject} >= ${value(first.lo)}`
    if (other.hi === mask) return `${subject} <= ${value(last.hi)}`
  }
  if (others.length > 0 && endsOf(others) < endsOf(passing))
    return `${subject} not in ${printValues(others, options)}`
  return `${subject} in ${printValues(passing, options)}`
}

/** `predicate` as text: `args[0] not in {0x26, 0x28}`, joined by `and` and `or`. */
export function printPredicate(predicate: Predicate, options: ConditionOptions = {}): string {
  if (isAlways(predicate)) return 'always'
  if (isNever(predicate)) return 'never'
  if (predicate.kind === 'argument') return printTest(predicate, options)
  const parts = predicate.of.map((part) =>
    part.kind === 'argument' ? printTest(part, options) : `(${printPredicate(part, options)})`,
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
