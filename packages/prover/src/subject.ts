/*
 * The gate for what a question is about. Past it an IR is one of its level: a program that the kernel accepts, whose fields
 * fit and never change; rules and a decision that keep what their meaning rests on.
 */
import { IrError } from '@seccompile/abi'
import { fail, listOf, member, oneOf, read, record, unread } from '@seccompile/abi/shape'
import type { At, Reader } from '@seccompile/abi/shape'
import { program } from '@seccompile/cbpf'
import { levelFunctions } from '@seccompile/pass'
import type { IrByLevel, Level } from '@seccompile/pass'
import type { Leveled, Stacked, Subject } from './leveled.ts'

const LEVELS = ['rules', 'decision', 'program', 'stack'] as const

/** That equal nodes of a decision are one, and that its tests have two ways, is about its size and not its meaning. */
const ABOUT_SIZE: readonly string[] = ['D5', 'D6']

const fields = record<{ readonly level: (typeof LEVELS)[number]; readonly ir: unknown }>({
  level: oneOf(LEVELS),
  ir: unread(),
})

/** @throws IrError where `ir` is none of its level */
function checkedIr(level: Level, ir: unknown): IrByLevel[Level] {
  const given = level === 'program' ? program(ir as IrByLevel['program']) : (ir as IrByLevel[Level]) // checked below
  const problems = levelFunctions(level)
    .verify(given)
    .filter(({ invariant }) => !ABOUT_SIZE.includes(invariant))
  if (problems.length > 0) throw new IrError(level, problems)
  return given
}

const filter: Reader<Leveled> = (at) => {
  const { level, ir } = fields(at)
  if (level === 'stack') return fail({ ...member(at, 'level') }, 'one filter: rules, a decision or a program')
  return { level, ir: checkedIr(level, ir) }
}

const reader: Reader<Subject> = (at: At) => {
  const { level, ir } = fields(at)
  if (level !== 'stack') return { level, ir: checkedIr(level, ir) }
  return { level, ir: listOf(filter)({ ...at, value: ir, where: `${at.where}.ir` }) } satisfies Stacked
}

/**
 * `given`, looked at.
 * @throws TypeError where it is no IR with its level, or stack of such; IrError where the IR is none of that level, or a
 * program that the kernel would refuse
 */
export function subject(given: Subject): Subject {
  return read(reader, given, 'subject')
}
