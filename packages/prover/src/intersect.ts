import { SECCOMP_RET } from '@seccompile/abi'
import { combine } from '@seccompile/diagram'
import { rulesOfDiagram } from './as-rules.ts'
import type { RulesReading } from './as-rules.ts'
import { decided, question } from './question.ts'
import type { ProveOptions } from './question.ts'
import { strictest } from './strength.ts'
import { subject } from './subject.ts'
import type { Subject } from './subject.ts'

/** Rules that are as strict as two IRs together, or why there are none. */
export type Intersection = RulesReading

/**
 * The stricter verdict of `older` and `newer` for every call, as rules that compile: what the kernel makes of
 * both filters where `newer` was installed later. The stronger action wins, KILL_PROCESS over all. Of equal
 * actions with different data, that of `newer` wins.
 *
 * With `within`, calls that the question is not about are killed.
 * @throws IrError, TypeError, RangeError as `equal` does
 * @throws Error where the rules do not mean what they were made from, which would be a fault of ours
 */
export function intersect(older: Subject, newer: Subject, options: ProveOptions = {}): Intersection {
  return decided<Intersection>(() => {
    const { store, diagramOf, confine } = question(options)
    const both = combine(store, diagramOf(subject(older)), diagramOf(subject(newer)), strictest)
    const root = confine(both, store.terminal(SECCOMP_RET.KILL_PROCESS))
    return rulesOfDiagram(store, root)
  })
}
