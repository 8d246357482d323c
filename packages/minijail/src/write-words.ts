/* Verdicts in the words of minijail. */
import { actionOf, dataOf, SECCOMP_RET, verdictOf } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import type { MinijailDialect } from './dialect.ts'

const WORDS: ReadonlyMap<Verdict, string> = new Map([
  [SECCOMP_RET.ALLOW, 'allow'],
  [SECCOMP_RET.KILL_PROCESS, 'kill-process'],
  [SECCOMP_RET.KILL_THREAD, 'kill-thread'],
  [verdictOf('TRAP', 0), 'trap'],
  [verdictOf('TRACE', 0), 'trace'],
  [verdictOf('LOG', 0), 'log'],
  [verdictOf('USER_NOTIF', 0), 'user-notify'],
])

/** The verdicts of `@default`. @see tools/parser.py: _parse_default_action() */
const DEFAULTS: readonly Verdict[] = [
  SECCOMP_RET.KILL_PROCESS,
  SECCOMP_RET.KILL_THREAD,
  verdictOf('TRAP', 0),
  verdictOf('USER_NOTIF', 0),
]

const isErrno = (verdict: Verdict): boolean => actionOf(verdict) === 'ERRNO'

/** Whether the action of a rule can be `verdict`. */
export function hasWord(verdict: Verdict, dialect: MinijailDialect): boolean {
  if (isErrno(verdict)) return true
  return dialect === 'python'
    ? WORDS.has(verdict)
    : verdict === SECCOMP_RET.ALLOW || verdict === SECCOMP_RET.KILL_THREAD
}

/** Whether a text can give `verdict` to calls without a rule. */
export function isDefault(verdict: Verdict, dialect: MinijailDialect): boolean {
  return dialect === 'python' ? DEFAULTS.includes(verdict) : verdict === SECCOMP_RET.KILL_THREAD
}

/** The action of a rule for the Python compiler. */
export function pythonWord(verdict: Verdict): string {
  return WORDS.get(verdict) ?? `return ${dataOf(verdict)}` // the vocabulary has no other verdict
}

/** The text for a refused call in C, behind its name or behind `;`. */
export function cReturn(verdict: Verdict): string {
  return isErrno(verdict) ? `return ${dataOf(verdict)}` : 'return'
}
