/*
 * Verdicts that depend on a register which holds no argument of the call. The kernel does not read the register, so a
 * program can choose the value that gets the verdict it wants.
 */
import { SECCOMP_DATA_ARGS } from '@seccompile/abi'
import { verdictText } from '@seccompile/constants/errno'
import { arg, policy } from '@seccompile/policy'
import { signatureOf } from '@seccompile/signatures'
import type { LintRule } from '../examine/lint-rule.ts'
import { shownText } from '../examine/shown-text.ts'
import { warningFacts } from '../examine/warning-facts.ts'

const INDICES = Array.from({ length: SECCOMP_DATA_ARGS }, (_, index) => index)

/** The lint rule `absent-argument`. */
export const absentArgument: LintRule = {
  ...warningFacts('absent-argument'),
  sources: ['seccomp(2)', 'kernel/seccomp.c: populate_seccomp_data()'],
  *check({ abi, otherThan, verdicts }, { verdict }) {
    for (const name of abi.numbers.keys()) {
      if (verdicts(name).length < 2) continue // no condition on an argument
      const args = signatureOf(abi, name)?.args
      if (args === undefined) continue
      for (const index of INDICES) {
        if (args.some((each) => each.index === index || each.high === index)) continue
        const pair = otherThan(name, index, 0n)
        if (pair === undefined) continue
        const [one, other] = [pair.one, pair.other].map(
          (call) => `${shownText(abi, call)} gets ${verdictText(verdict(call), [abi.token])}`,
        )
        const what = `${one} and ${other}, and they differ in args[${index}] alone, which is no argument of ${name}`
        yield { what, call: pair.one, other: pair.other }
      }
    }
  },
  caught: { policy: policy({ default: 'allow' }).deny('getpid', arg(0).eq(1)) },
  nearMiss: { policy: policy({ default: 'allow' }).deny('alarm', arg(0).eq(1)) },
}
