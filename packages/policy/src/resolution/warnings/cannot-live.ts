/*
 * Calls that a program needs to end, or to continue after a signal. The C library and the kernel make them, so people
 * forget them in an allow-list.
 * @see signal(7): the trampoline of a handler calls rt_sigreturn; restart_syscall(2): the kernel has a program call
 * it after SIGCONT
 */
import { refuses } from '@seccompile/abi'
import { quote } from '@seccompile/shape'
import { warning } from '../../data/warning.ts'
import type { Warning } from '../../data/warning.ts'
import { grouped, shownCall, tokensOf, verdictsOn } from './warning-subject.ts'
import type { WarningSubject } from './warning-subject.ts'

/** The calls, and what each is needed for. */
const VITAL: ReadonlyMap<string, string> = new Map([
  ['exit_group', 'end'],
  ['exit', 'end a thread'],
  ['rt_sigreturn', 'return from a signal handler'],
  ['restart_syscall', 'go on sleeping after a signal stopped them'],
  ['execve', 'be started under the filter'],
])

/**
 * One warning for all ABIs that lack the same calls. Only an allow-list gets it: a deny-list names the calls that it
 * refuses.
 */
export function cannotLive({ on, launched }: WarningSubject): readonly Warning[] {
  const vital = [...VITAL.keys()].filter((name) => launched || name !== 'execve')
  const found = on.flatMap((each) => {
    if (!refuses(each.otherwise)) return []
    const { abi } = each
    const missing = vital.filter((name) => abi.numbers.has(name) && verdictsOn(each, name).every(refuses))
    return missing.length === 0 ? [] : [{ abi, missing }]
  })
  return grouped(found, ({ missing }) => missing.join()).map((group) => {
    const [{ abi, missing }] = group
    const them = missing.length === 1 ? 'it' : 'them'
    const lost = missing.map((name) => VITAL.get(name)!).join(', or ')
    const what = `on ${tokensOf(group)} the policy refuses ${missing.map(quote).join(', ')}: programs cannot ${lost}; allow ${them}`
    return warning('cannot-live', what, undefined, shownCall(abi, missing[0]!))
  })
}
