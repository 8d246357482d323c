import { auditArchName, verdictName } from '@seccompile/abi'
import { isAlways, isNever, WHOLE_ARGUMENT } from './predicate.ts'
import type { Predicate } from './predicate.ts'
import type { Range, RangeSet } from './range.ts'
import type { RuleSet } from './rule-set.ts'

/** How to print rules for people. */
export interface PrintOptions {
  /** The name of call `nr` under `arch`, where known. A range is shown by the names of its ends. */
  readonly nameOf?: (arch: number, nr: number) => string | undefined
}

const value = (n: bigint): string => (n < 10n ? n.toString() : `0x${n.toString(16)}`)

function printValues(values: RangeSet<bigint>): string {
  const text = values.map(({ lo, hi }: Range<bigint>) =>
    lo === hi ? value(lo) : `${value(lo)}..${value(hi)}`,
  )
  return text.join(', ')
}

/** `predicate` as text: `args[0] in {0..0x25, 0x27}`, joined by `and` and `or`. */
export function printPredicate(predicate: Predicate): string {
  if (isAlways(predicate)) return 'always'
  if (isNever(predicate)) return 'never'
  if (predicate.kind === 'argument') {
    const { index, mask, values } = predicate
    const subject = mask === WHOLE_ARGUMENT ? `args[${index}]` : `(args[${index}] & ${value(mask)})`
    const [only] = values
    if (values.length === 1 && only !== undefined && only.lo === only.hi)
      return `${subject} == ${value(only.lo)}`
    return `${subject} in {${printValues(values)}}`
  }
  const parts = predicate.of.map((part) =>
    part.kind === 'argument' ? printPredicate(part) : `(${printPredicate(part)})`,
  )
  return parts.join(predicate.kind === 'all' ? ' and ' : ' or ')
}

/** `rules` as text, a line a rule, in order of matching. */
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
