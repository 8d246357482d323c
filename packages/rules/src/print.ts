import { auditArchName, verdictName } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { expectObject } from '@seccompile/shape'
import { isAlways, isNever, WHOLE_ARGUMENT } from './predicate.ts'
import type { ArgumentTest, Predicate } from './predicate.ts'
import { canonical, complement, intersection, U64 } from './range.ts'
import type { RangeSet } from './range.ts'
import type { RuleSet } from './rule-set.ts'

/** How to print rules for people. */
export interface PrintRulesOptions {
  /** The name of call `nr` under `arch`, where known. A range is shown by the names of its ends. */
  readonly nameOf?: (arch: number, nr: number) => string | undefined
  /** A verdict on calls of `arch`, or of other architectures without it; with a number as data if left out. */
  readonly verdictText?: (verdict: Verdict, arch?: number) => string
}

/** The names in a test: of its field, and of the values that it compares. */
export interface TestedNames {
  /** The name of the field: `args[0]`, `family`. */
  readonly name: string
  /**
   * The name of a value of the bits `mask` of the field: `AF_UNIX`. A value without a name is printed as a number.
   * `isEnd` is true for an end of a range, which is no value of a set of flags.
   */
  readonly valueName?: (value: bigint, mask: bigint, isEnd: boolean) => string | undefined
  /** The name of a mask: `CLONE_NEWUSER|CLONE_NEWNET`. A mask without a name is printed as a number. */
  readonly maskName?: (mask: bigint) => string | undefined
  /** The mask of the whole field, which the text leaves out; all 64 bits where absent. */
  readonly whole?: bigint
  /** Whether a value of the whole field is a signed number. */
  readonly signed?: boolean
}

/** How to print a test for people. */
export interface TestOptions {
  /**
   * The most values of a set, and parts of an `and` or `or`, that are printed. The others are counted. All are
   * printed where it is absent.
   */
  readonly most?: number
  /** The most flags of a mask that are printed. The others are counted. All are printed where it is absent. */
  readonly mostFlags?: number
}

/** How to print a condition for people. */
export interface ConditionOptions extends TestOptions {
  /**
   * The names in a test of the bits `mask` of argument `index`. Without names, the text has `args[index]` and
   * numbers.
   */
  readonly namesOf?: (index: number, mask: bigint) => TestedNames | undefined
}

/** The first `most` of `parts`, and the number of the others. */
function bounded(parts: readonly string[], joint: string, most = Infinity): string {
  const more = parts.length - most
  return more > 0 ? `${parts.slice(0, most).join(joint)}${joint}… ${more} more` : parts.join(joint)
}

/** Negative numbers down to this one are printed in decimal: people know them as errors and as file descriptors. */
const LEAST_DECIMAL = -4096n

const numberText = (n: bigint): string => {
  if (n < 0n) return n >= LEAST_DECIMAL ? n.toString() : `-0x${(-n).toString(16)}`
  return n < 10n ? n.toString() : `0x${n.toString(16)}`
}

/** The largest number up to `bound` with only bits of `mask`. */
function largestUnder(mask: bigint, bound: bigint): bigint {
  // The result has 0 at the highest bit of `bound` outside the mask. So below that bit it may have every bit of the
  // mask.
  const foreign = bound & ~mask
  if (foreign === 0n) return bound
  const below = (1n << BigInt(foreign.toString(2).length)) - 1n
  return (bound & ~below) | (mask & below)
}

/** `values`, with each range narrowed to ends that `mask` can yield. A range without such a value is left out. */
function yielded(mask: bigint, values: RangeSet<bigint>): RangeSet<bigint> {
  return values
    .map(({ lo, hi }) => ({ lo: mask - largestUnder(mask, mask - lo), hi: largestUnder(mask, hi) }))
    .filter(({ lo, hi }) => lo <= hi)
}

/** The number of range ends in the text of `values`. */
function endsOf(values: RangeSet<bigint>): number {
  return values.reduce((sum, { lo, hi }) => sum + (lo === hi ? 1 : 2), 0)
}

/** The values that pass a test of 64 bits: all with `value & mask` in `values`. */
export type MaskedValues = Pick<ArgumentTest, 'mask' | 'values'>

/** The values of a test, in order, from `min` to `max`: those that pass, and the others. */
interface ValueInterval {
  readonly min: bigint
  readonly max: bigint
  readonly passing: RangeSet<bigint>
  readonly others: RangeSet<bigint>
}

/** The values that pass, and the other values that the mask yields. */
function unsignedInterval({ mask, values }: MaskedValues): ValueInterval {
  const others = intersection(complement(U64, values), [{ lo: 0n, hi: mask }])
  return { min: 0n, max: mask, passing: yielded(mask, values), others: yielded(mask, others) }
}

/** The same values in two's complement, where the upper half is negative. */
function signedInterval({ mask, values }: MaskedValues): ValueInterval {
  const max = mask >> 1n
  const halves = [
    { lo: max + 1n, hi: mask },
    { lo: 0n, hi: max },
  ]
  const domain = { ...U64, min: -max - 1n, max }
  const signed = (of: RangeSet<bigint>): RangeSet<bigint> =>
    halves
      .flatMap((half) => intersection(of, [half]))
      .map(({ lo, hi }) => (lo > max ? { lo: lo - mask - 1n, hi: hi - mask - 1n } : { lo, hi }))
  const passing = canonical(domain, signed(values))
  return { min: domain.min, max, passing, others: complement(domain, passing) }
}

/**
 * A test of the field `names.name` as text: `args[0] not in {0x26, 0x28}`, `(flags & CLONE_NEWUSER) == 0`,
 * `dfd < 0`. The text lists the values that pass or those that do not, whichever takes fewer numbers.
 */
export function printTest(test: MaskedValues, names: TestedNames, options: TestOptions = {}): string {
  expectObject(test, 'test', 'mask', 'values')
  expectObject(names, 'names', 'name')
  expectObject(options, 'options')
  const { mask, values } = test
  const { name, valueName, maskName, whole = WHOLE_ARGUMENT, signed = false } = names
  // The name of a signed number is that of its bits: AT_FDCWD is the name of 0xffffff9c.
  const text = (n: bigint, isEnd: boolean): string =>
    valueName?.(n < 0n ? n + mask + 1n : n, mask, isEnd) ?? numberText(n)
  const value = (n: bigint): string => text(n, false)
  const end = (n: bigint): string => text(n, true)
  const set = (ranges: RangeSet<bigint>): string => {
    const parts = ranges.map(({ lo, hi }) => (lo === hi ? value(lo) : `${end(lo)}..${end(hi)}`))
    return `{${bounded(parts, ', ', options.most)}}`
  }
  const flags = maskName?.(mask) ?? numberText(mask)
  const maskText = flags.startsWith('~') ? flags : bounded(flags.split('|'), '|', options.mostFlags)
  const isWhole = mask === whole
  const subject = isWhole
    ? name
    : `(${name} & ${maskText.includes('|') && !maskText.startsWith('~') ? `(${maskText})` : maskText})`
  const { min, max, passing, others } = signed && isWhole ? signedInterval(test) : unsignedInterval(test)
  const [first, last] = [passing[0], passing.at(-1)]
  // The mask yields no value of the set, so the set is printed as it is.
  if (first === undefined || last === undefined) return `${subject} in ${set(values)}`
  const [other] = others
  if (first.lo === last.hi) return `${subject} == ${value(first.lo)}`
  if (others.length === 1 && other !== undefined) {
    if (other.lo === other.hi) return `${subject} != ${value(other.lo)}`
    if (other.lo === min) return `${subject} >= ${end(first.lo)}`
    if (other.hi === max) return last.hi === -1n ? `${subject} < 0` : `${subject} <= ${end(last.hi)}`
  }
  if (others.length > 0 && endsOf(others) < endsOf(passing)) return `${subject} not in ${set(others)}`
  return `${subject} in ${set(passing)}`
}

function printArgument(test: ArgumentTest, options: ConditionOptions): string {
  const { index } = test
  return printTest(test, options.namesOf?.(index, test.mask) ?? { name: `args[${index}]` }, options)
}

/** `predicate` as text: `args[0] not in {0x26, 0x28}`, joined by `and` and `or`. */
export function printPredicate(predicate: Predicate, options: ConditionOptions = {}): string {
  expectObject(predicate, 'predicate', 'kind')
  expectObject(options, 'options')
  if (isAlways(predicate)) return 'always'
  if (isNever(predicate)) return 'never'
  if (predicate.kind === 'argument') return printArgument(predicate, options)
  const parts = predicate.of.map((part) =>
    part.kind === 'argument' ? printArgument(part, options) : `(${printPredicate(part, options)})`,
  )
  return bounded(parts, predicate.kind === 'all' ? ' and ' : ' or ', options.most)
}

/** `rules` as text, one line for each rule, in order of matching. */
export function print(rules: RuleSet, options: PrintRulesOptions = {}): string {
  expectObject(rules, 'rules', 'sections', 'badArch')
  expectObject(options, 'options')
  const { verdictText = verdictName } = options
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
      lines.push(`  ${calls}${condition} -> ${verdictText(verdict, arch)}`)
    }
    lines.push(`  otherwise -> ${verdictText(otherwise, arch)}`)
  }
  lines.push(`bad arch -> ${verdictText(rules.badArch)}`)
  return `${lines.join('\n')}\n`
}
