/*
 * What a question is about, and its gate. Past the gate an IR is one of its level: a program that the kernel accepts, whose
 * fields fit and never change; rules and a decision that keep what their meaning rests on.
 */
import { IrError, isBig, SECCOMP_RET } from '@seccompile/abi'
import type { Endianness, SeccompData, Verdict } from '@seccompile/abi'
import { fail, listOf, member, oneOf, read, record, u32, unread } from '@seccompile/abi/shape'
import type { Reader } from '@seccompile/abi/shape'
import { program } from '@seccompile/cbpf'
import { leveledIr, levelFunctions } from '@seccompile/pass'
import type { IrByLevel, Level, LeveledIr } from '@seccompile/pass'
import { strictest } from './strength.ts'

/** Filters that one task has all attached: each sees every call, and the strictest verdict is what happens. */
export interface Stacked {
  readonly level: 'stack'
  /** In the order in which they were attached, the oldest first. */
  readonly ir: readonly LeveledIr[]
}

/** What a question can be about: one filter, or several that act together. */
export type Subject = LeveledIr | Stacked

const subjectLevel: Reader<Subject['level']> = oneOf(['rules', 'decision', 'program', 'stack'])

/**
 * What the kernel makes of the verdicts that stacked filters gave, the oldest's first: the strongest action, with the data
 * of the newest that has it. ALLOW comes without data, since it is what the kernel begins with, and no filter weakens it.
 * @throws RangeError where a verdict is no u32
 * @see kernel/seccomp.c: seccomp_run_filters()
 */
export function stackVerdict(verdicts: readonly Verdict[]): Verdict {
  for (const verdict of verdicts) if (verdict >>> 0 !== verdict) read(u32, verdict, 'verdict')
  return verdicts.toReversed().reduce((newer, older) => strictest(older, newer), SECCOMP_RET.ALLOW)
}

/**
 * The verdict of an IR of any level on one call, as that level defines it; of a stack, what happens in the end.
 * `endianness` is that of the machine that runs a program; rules and decisions have none.
 * @throws IrError where a field of a program does not fit, or control reaches an instruction that the kernel would refuse;
 * TypeError, RangeError for a level, a call or a byte order that is none
 */
export function meaningOf({ level, ir }: Subject, data: SeccompData, endianness: Endianness): Verdict {
  isBig(endianness) // throws where it is no byte order; not every level asks for it
  read(subjectLevel, level, 'level')
  return level === 'stack'
    ? stackVerdict(ir.map((filter) => meaningOf(filter, data, endianness)))
    : levelFunctions(level).meaning(ir, data, endianness)
}

/** That equal nodes of a decision are one, and that its tests have two ways, is about its size and not its meaning. */
const ABOUT_SIZE: readonly string[] = ['D5', 'D6']

const fields = record<{ readonly level: Subject['level']; readonly ir: unknown }>({
  level: subjectLevel,
  ir: unread(),
})

/** @throws IrError where `ir` is none of its level */
function checked(level: Level, ir: unknown): LeveledIr {
  const given = level === 'program' ? program(ir as IrByLevel['program']) : (ir as IrByLevel[Level]) // checked below
  const problems = levelFunctions(level)
    .verify(given)
    .filter(({ invariant }) => !ABOUT_SIZE.includes(invariant))
  if (problems.length > 0) throw new IrError(level, problems)
  return leveledIr(level, given)
}

const filter: Reader<LeveledIr> = (at) => {
  const { level, ir } = fields(at)
  if (level === 'stack') return fail({ ...member(at, 'level') }, 'one filter: rules, a decision or a program')
  return checked(level, ir)
}

const reader: Reader<Subject> = (at) => {
  const { level, ir } = fields(at)
  if (level !== 'stack') return checked(level, ir)
  return { level, ir: listOf(filter)({ ...at, value: ir, where: `${at.where}.ir` }) }
}

/**
 * `given`, looked at.
 * @throws TypeError where it is no IR with its level, or stack of such; IrError where the IR is none of that level, or a
 * program that the kernel would refuse
 */
export function subject(given: Subject): Subject {
  return read(reader, given, 'subject')
}
