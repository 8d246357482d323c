/*
 * A call that runs only because of bits that the kernel does not read. A filter sees 64 bits of every argument; of an
 * `int` the kernel reads 32. Whoever sets the others passes a test of all 64.
 */
import { letsRun } from '@seccompile/abi'
import { arg, policy } from '@seccompile/policy'
import { shownText } from '../shown-text.ts'
import type { LintRule } from '../lint-rule.ts'

const REGISTER = 64

/** AF_INET, as a profile writes it: a number of 64 bits. */
const INET = 2

/** The lint rule `width-gap`. */
export const widthGap: LintRule = {
  name: 'width-gap',
  severity: 'high',
  means:
    'A condition tests bits of an argument that the kernel ignores, and a call that sets them is not refused.',
  remedy: 'Write the condition by the name of the argument, or compile with widths: kernel.',
  sources: ['CVE-2019-7303', 'CVE-2019-10063', 'https://github.com/seccomp/libseccomp/issues/383'],
  *check({ abi, argumentsOf, byIgnoredBits }) {
    if (abi.wordSize !== REGISTER) return
    for (const name of abi.numbers.keys())
      for (const argument of argumentsOf(name)) {
        if (argument.width === REGISTER || argument.high !== undefined) continue
        const gap = byIgnoredBits(name, argument, letsRun)
        if (gap === undefined) continue
        const [runs, refused] = [shownText(abi, gap.one), shownText(abi, gap.other)]
        const what = `${runs} runs and ${refused} is refused; the kernel reads ${argument.width} bits of ${argument.name}, so both are one call`
        yield { what, call: gap.one, other: gap.other }
      }
  },
  caught: { policy: policy({ default: 'allow' }).deny('socket', arg(0).in(INET)) },
  nearMiss: {
    policy: policy({ default: 'allow' }).deny('socket', arg(0).maskedEq(0xffff_ffff, INET)),
  },
}
