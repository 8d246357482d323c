/*
 * The subject of a question, and its gate. Behind the gate an IR has the invariants of its level. A program is one
 * that the kernel accepts, with fields in range that never change. Rules and a decision have the invariants that
 * their meaning depends on.
 */
import { isBig, SECCOMP_RET } from '@seccompile/abi'
import type { Endianness, SeccompData, Verdict } from '@seccompile/abi'
import { program } from '@seccompile/cbpf'
import { leveledIr, levelFunctions } from '@seccompile/pass'
import type { IrByLevel, Level, LeveledIr } from '@seccompile/pass'
import {
  expectList,
  expectObject,
  fail,
  IrError,
  listOf,
  member,
  oneOf,
  read,
  record,
  u32,
  unread,
} from '@seccompile/shape'
import type { Reader } from '@seccompile/shape'
import { strictest } from './strength.ts'

/** Filters that one task has all attached. Each sees every call, and the strictest verdict wins. */
export interface FilterStack {
  readonly level: 'stack'
  /** In the order in which they were attached, the oldest first. */
  readonly ir: readonly LeveledIr[]
}

/** The subject of a question: one filter, or several that act together. */
export type Subject = LeveledIr | FilterStack

const subjectLevel: Reader<Subject['level']> = oneOf(['rules', 'decision', 'program', 'stack'])

/**
 * The verdict of the kernel for a call, from the `verdicts` of stacked filters, the oldest first: the strongest
 * action, with the data of the newest filter that has it. ALLOW comes without data: the kernel begins with a plain
 * ALLOW, and only a stronger action replaces it.
 * @throws RangeError where a verdict is no u32
 * @see kernel/seccomp.c: seccomp_run_filters()
 */
export function stackVerdict(verdicts: readonly Verdict[]): Verdict {
  expectList(verdicts, 'verdicts')
  for (const verdict of verdicts) if (verdict >>> 0 !== verdict) read(u32, verdict, 'verdict')
  return verdicts.toReversed().reduce((newer, older) => strictest(older, newer), SECCOMP_RET.ALLOW)
}

/**
 * The verdict of an IR of any level on one call, as that level defines it. For a stack, it is the verdict of
 * all its filters together. `endianness` is that of the machine that runs a program; rules and decisions have
 * none.
 * @throws IrError where a field of a program does not fit, or control reaches an instruction that the kernel would
 * refuse; TypeError, RangeError for an unknown level or byte order, or a malformed call
 */
export function meaningOf(asked: Subject, data: SeccompData, endianness: Endianness): Verdict {
  expectObject(asked, 'subject', 'level', 'ir')
  const { level, ir } = asked
  isBig(endianness) // throws for an unknown byte order; not every level checks it
  read(subjectLevel, level, 'level')
  return level === 'stack'
    ? stackVerdict(ir.map((filter) => meaningOf(filter, data, endianness)))
    : levelFunctions(level).meaning(ir, data, endianness)
}

/**
 * The invariants of a decision that affect its size but not its meaning: equal nodes are one, and tests have two
 * ways.
 */
const ABOUT_SIZE: readonly string[] = ['D5', 'D6']

const fields = record<{ readonly level: Subject['level']; readonly ir: unknown }>({
  level: subjectLevel,
  ir: unread(),
})

/** `ir`, checked. @throws IrError where `ir` breaks an invariant of its level */
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
 * `given`, after the gate.
 * @throws TypeError where it is neither an IR with its level nor a stack of them; IrError where the IR breaks an
 * invariant of its level, or is a program that the kernel would refuse
 */
export function subject(given: Subject): Subject {
  return read(reader, given, 'subject')
}
