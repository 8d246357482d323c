import { SECCOMP_RET } from '@seccompile/abi'
import { combine } from '@seccompile/diagram'
import { rulesOfDiagram } from './as-rules.ts'
import type { RulesReading } from './as-rules.ts'
import { decided, question } from './question.ts'
import type { ProveOptions } from './question.ts'
import { strictest } from './strength.ts'
import { subject } from './subject.ts'
import type { Subject } from './subject.ts'

/** The rules that are as strict as two IRs together, or the reason that there are none. */
export type Intersection = RulesReading

/**
 * The stricter verdict of `older` and `newer` for every call, as rules that compile: the verdict of the kernel where
 * both filters are installed, `newer` later. The stronger action wins, and KILL_PROCESS is the strongest. Of equal
 * actions with different data, that of `newer` wins.
 *
 * With `within`, the rules kill all other calls.
 * @throws IrError, TypeError, RangeError as `equal` does
 * @throws Error where the rules do not mean the IRs that they were made from; our fault
 */
export function intersect(older: Subject, newer: Subject, options: ProveOptions = {}): Intersection {
  return decided<Intersection>(() => {
    const { store, diagramOf, confine } = question(options)
    const both = combine(store, diagramOf(subject(older)), diagramOf(subject(newer)), strictest)
    const root = confine(both, store.terminal(SECCOMP_RET.KILL_PROCESS))
    return rulesOfDiagram(store, root)
  })
}
