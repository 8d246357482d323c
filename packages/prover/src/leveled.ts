import { isBig, SECCOMP_RET } from '@seccompile/abi'
import type { Endianness, SeccompData, Verdict } from '@seccompile/abi'
import { oneOf, read, u32 } from '@seccompile/abi/shape'
import * as decision from '@seccompile/decision'
import * as interpreter from '@seccompile/interpreter'
import type { IrByLevel, Level } from '@seccompile/pass'
import * as rules from '@seccompile/rules'
import { strictest } from './strength.ts'

/** An IR and the level it is of. */
export interface Leveled<L extends Level = Level> {
  readonly level: L
  readonly ir: IrByLevel[L]
}

/** Filters that one task has all attached: each sees every call, and the strictest verdict is what happens. */
export interface Stacked {
  readonly level: 'stack'
  /** In the order in which they were attached, the oldest first. */
  readonly ir: readonly Leveled[]
}

/** What a question can be about: one filter, or several that act together. */
export type Subject = Leveled | Stacked

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
  // The level says what the IR is.
  switch (level) {
    case 'rules':
      return rules.meaning(ir as IrByLevel['rules'], data)
    case 'decision':
      return decision.meaning(ir as IrByLevel['decision'], data)
    case 'program':
      return interpreter.meaning(ir as IrByLevel['program'], data, endianness)
    case 'stack':
      return stackVerdict(ir.map((filter) => meaningOf(filter, data, endianness)))
    default:
      return read(oneOf(['rules', 'decision', 'program', 'stack']), level, 'level') as never // none of these
  }
}
