import { auditArchName, SECCOMP_DATA_ARGS } from '@seccompile/abi'
import { expectList, expectObject, IrError, shown } from '@seccompile/shape'
import type { Problem } from '@seccompile/shape'
import { ALWAYS } from './predicate.ts'
import type { Predicate } from './predicate.ts'
import { U32, U64 } from './range.ts'
import type { Range, RangeSet } from './range.ts'
import type { RuleSet } from './rule-set.ts'

/**
 * The deepest nesting of `all` and `any` in a predicate (R6). It is bounded because every walk over a predicate is
 * recursive.
 */
export const MAX_PREDICATE_DEPTH = 64

const KINDS: readonly string[] = ['argument', 'all', 'any'] satisfies Predicate['kind'][]

const isU32 = (value: number): boolean => typeof value === 'number' && value >>> 0 === value

const notApart = <T extends number | bigint>(range: Range<T>, before: Range<T>): string =>
  `range ${range.lo}..${range.hi} is not apart from ${before.lo}..${before.hi} before it`

/** Notes a problem; `where` yields the place, which is text only where something is wrong. */
type ProblemReporter = (invariant: string, where: () => string, message: string) => void

function checkVerdict(verdict: number, where: () => string, report: ProblemReporter): void {
  if (!isU32(verdict)) report('R3', where, `verdict ${verdict} is not a u32`)
}

// Two functions, since one for numbers and bigints is slow for both.
function checkNumbers(set: RangeSet<number>, where: () => string, report: ProblemReporter): void {
  if (set.length === 0) report('R2', where, 'set of ranges is empty')
  for (let i = 0; i < set.length; i += 1) {
    const { lo, hi } = set[i]!
    if (!isU32(lo) || !isU32(hi) || lo > hi) {
      report('R1', where, `range ${lo}..${hi} is not within 0..${U32.max}`)
      continue
    }
    const before = i === 0 ? undefined : set[i - 1]
    if (before !== undefined && before.hi + 1 >= lo) report('R2', where, notApart({ lo, hi }, before))
  }
}

function checkValues(set: RangeSet<bigint>, where: () => string, report: ProblemReporter): void {
  if (set.length === 0) report('R2', where, 'set of ranges is empty')
  for (let i = 0; i < set.length; i += 1) {
    const { lo, hi } = set[i]!
    const areValues = typeof lo === 'bigint' && typeof hi === 'bigint'
    if (!areValues || lo < 0n || hi > U64.max || lo > hi) {
      report('R1', where, `range ${lo}..${hi} is not within 0..${U64.max}`)
      continue
    }
    const before = i === 0 ? undefined : set[i - 1]
    // A wrong set may mix bigints with numbers.
    if (typeof before?.hi === 'bigint' && before.hi + 1n >= lo)
      report('R2', where, notApart({ lo, hi }, before))
  }
}

function checkPredicate(predicate: Predicate, where: () => string, report: ProblemReporter, depth = 0): void {
  if (depth > MAX_PREDICATE_DEPTH) {
    report('R6', where, `predicate nests deeper than ${MAX_PREDICATE_DEPTH}`)
    return
  }
  if (predicate === ALWAYS) return // most rules have it
  if (!KINDS.includes(predicate.kind)) {
    report('R7', where, `a predicate is ${shown(predicate.kind)}; it is one of ${KINDS.join(', ')}`)
    return
  }
  if (predicate.kind !== 'argument') {
    for (const part of predicate.of) checkPredicate(part, where, report, depth + 1)
    return
  }
  const { index, mask, values } = predicate
  if (!Number.isInteger(index) || index < 0 || index >= SECCOMP_DATA_ARGS)
    report('R5', where, `argument index ${index} is not 0 to 5`)
  if (mask <= 0n || mask > U64.max) report('R5', where, `mask 0x${mask.toString(16)} is not a u64 above 0`)
  checkValues(values, where, report)
  const top = values.at(-1)
  if (top !== undefined && top.hi > mask)
    report('R5', where, `value 0x${top.hi.toString(16)} is above the mask 0x${mask.toString(16)}`)
}

/**
 * The invariants of the rule IR that `rules` breaks; none when it is well formed.
 *
 * R1 a range has `lo <= hi` within its domain · R2 a set is canonical and not empty · R3 verdicts are u32 ·
 * R4 sections have distinct u32 `arch`, and there is one at least · R5 an argument test has index 0 to 5, a mask
 * that is a u64 and not 0, and no value above the mask · R6 predicates nest at most {@link MAX_PREDICATE_DEPTH} deep ·
 * R7 a predicate is an argument test, `all` or `any`
 */
export function verify(rules: RuleSet): readonly Problem[] {
  expectObject(rules, 'rules', 'sections', 'badArch')
  expectList(rules.sections, 'rules.sections', 'arch', 'rules', 'otherwise')
  const problems: Problem[] = []
  const report: ProblemReporter = (invariant, where, message) => {
    problems.push({ invariant, where: where(), message })
  }
  checkVerdict(rules.badArch, () => 'bad arch', report)
  if (rules.sections.length === 0) report('R4', () => 'rule set', 'has no section')
  const seen = new Set<number>()
  for (const { arch, otherwise, rules: list } of rules.sections) {
    const place = (): string => (isU32(arch) ? auditArchName(arch) : `arch ${shown(arch)}`)
    if (!isU32(arch)) report('R4', place, 'is not a u32')
    if (seen.has(arch)) report('R4', place, 'a section with this arch came before')
    seen.add(arch)
    checkVerdict(otherwise, place, report)
    let at = 0
    const where = (): string => `${place()} rule ${at}`
    // A loop by index, because the methods of a frozen array are slow.
    for (; at < list.length; at += 1) {
      const { numbers, when, verdict } = list[at]!
      checkNumbers(numbers, where, report)
      checkPredicate(when, where, report)
      checkVerdict(verdict, where, report)
    }
  }
  return problems
}

/** Freezes the ranges of `set`, and the list. */
function freezeSet(set: RangeSet<number> | RangeSet<bigint>): void {
  for (const range of set) Object.freeze(range)
  Object.freeze(set)
}

function freezePredicate(predicate: Predicate): void {
  if (predicate === ALWAYS) return // most rules have it
  if (predicate.kind === 'argument') freezeSet(predicate.values)
  else {
    for (const part of predicate.of) freezePredicate(part)
    Object.freeze(predicate.of)
  }
  Object.freeze(predicate)
}

/**
 * Freezes `rules` and every object of the rule IR in it. It also visits frozen objects, since they may hold objects
 * that are not frozen.
 */
function freezeRules(rules: RuleSet): void {
  for (const section of rules.sections) {
    for (const rule of section.rules) {
      freezeSet(rule.numbers)
      freezePredicate(rule.when)
      Object.freeze(rule)
    }
    Object.freeze(section.rules)
    Object.freeze(section)
  }
  Object.freeze(rules.sections)
  Object.freeze(rules)
}

/**
 * `rules` itself, checked and deeply frozen. No pass can write to it, so the proof of a program compares the program
 * with the original rules.
 * @throws IrError naming every invariant it breaks
 */
export function ruleSet(rules: RuleSet): RuleSet {
  const problems = verify(rules)
  if (problems.length > 0) throw new IrError('rules', problems)
  freezeRules(rules) // after `verify`: R6 bounds the depth of the recursion
  return rules
}
