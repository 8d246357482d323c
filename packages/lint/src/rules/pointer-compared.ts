/*
 * Verdicts that depend on an address. A filter sees an address, not the memory there. Only a test for 0 has a
 * meaning: whether there is an address at all. So all addresses other than 0 should have one verdict.
 */
import { verdictText } from '@seccompile/constants/errno'
import { arg, policy } from '@seccompile/policy'
import { argument as argumentIs } from '@seccompile/rules'
import type { LintRule } from '../examine/lint-rule.ts'
import { shownText } from '../examine/shown-text.ts'
import { warningFacts } from '../examine/warning-facts.ts'

/** An address that is not 0. */
const SOME = 1n

/** The lint rule `pointer-compared`. */
export const pointerCompared: LintRule = {
  ...warningFacts('pointer-compared'),
  sources: ['seccomp(2)', 'kernel/seccomp.c: populate_seccomp_data()'],
  *check({ abi, argumentsOf, otherThan, verdicts }, { verdict }) {
    for (const name of abi.numbers.keys()) {
      if (verdicts(name).length < 2) continue // no condition on an argument
      for (const { index, name: called, pointer, width } of argumentsOf(name)) {
        if (!pointer) continue
        const mask = (1n << BigInt(width)) - 1n
        const pair = otherThan(name, index, SOME, argumentIs(index, [{ lo: SOME, hi: mask }], mask))
        if (pair === undefined) continue
        const [one, other] = [pair.one, pair.other].map(
          (call) => `${shownText(abi, call)} gets ${verdictText(verdict(call), [abi.token])}`,
        )
        const what = `${one} and ${other}, and they differ in the address ${called} alone`
        yield { what, call: pair.one, other: pair.other }
      }
    }
  },
  caught: { policy: policy({ default: 'allow' }).deny('connect', arg(1).gt(0xffff)) },
  nearMiss: { policy: policy({ default: 'allow' }).deny('connect', arg(1).ne(0)) },
}
