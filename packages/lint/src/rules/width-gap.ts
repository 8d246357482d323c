/*
 * A call that runs only because of bits that the kernel does not read. A filter sees 64 bits of every argument. The kernel
 * reads 32 bits of an `int`. A program that sets the high bits passes a test that compares all 64.
 *
 * On some ABIs with words of 32 bits a process can set the high bits, too. x32 and n32 have registers of 64 bits. `int $0x80`
 * makes calls of x86 from code of 64 bits, and the filter sees whole registers. On the other ABIs of 32 bits no process
 * chooses the high word: s390, powerpc and sparc clear it, arm64 and parisc clear registers on entry, o32 extends the sign.
 * There the rule asks about calls whose high word is 0. Of their low word the kernel ignores bits of an argument of 16 bits.
 * @see arch/ARCH/include/asm/syscall.h: syscall_get_arguments(); arch/x86/entry/common.c: do_int80_emulation()
 * @see arch/parisc/kernel/syscall.S: linux_gateway_entry
 */
import { letsRun } from '@seccompile/abi'
import { arg, policy } from '@seccompile/policy'
import { argument as anArgument } from '@seccompile/rules'
import type { AbiToken } from '@seccompile/syscalls'
import { shownText } from '../examine/shown-text.ts'
import type { LintRule } from '../examine/lint-rule.ts'
import { warningFacts } from '../examine/warning-facts.ts'

const REGISTER = 64
const MAX_REGISTER = (1n << BigInt(REGISTER)) - 1n

/** The greatest low word that a register holds with a high word of 0, also where its sign is extended. */
const MAX_LOW = 0x7fff_ffffn

/** The ABIs with words of 32 bits whose filters see whole registers as arguments. */
const WHOLE_REGISTERS: readonly AbiToken[] = ['x86', 'x32', 'mips64n32', 'mipsel64n32']

/** PRIO_USER, as a profile writes it: a number of 64 bits. */
const USER = 2

/** The lint rule `width-gap`. */
export const widthGap: LintRule = {
  ...warningFacts('width-gap'),
  sources: ['CVE-2019-7303', 'CVE-2019-10063', 'https://github.com/seccomp/libseccomp/issues/383'],
  *check({ abi, argumentsOf, byIgnoredBits, verdicts }) {
    const isWhole = abi.wordSize === REGISTER || WHOLE_REGISTERS.includes(abi.token)
    for (const name of abi.numbers.keys()) {
      if (verdicts(name).length < 2) continue // no condition on an argument
      for (const argument of argumentsOf(name)) {
        if (argument.width === REGISTER || argument.high !== undefined) continue
        const low = isWhole ? undefined : anArgument(argument.index, [{ lo: 0n, hi: MAX_LOW }], MAX_REGISTER)
        const gap = byIgnoredBits(name, argument, letsRun, low)
        if (gap === undefined) continue
        const [runs, refused] = [shownText(abi, gap.one), shownText(abi, gap.other)]
        const what = `${runs} runs and ${refused} is refused; the kernel reads ${argument.width} bits of ${argument.name}, so both are one call`
        yield { what, call: gap.one, other: gap.other }
      }
    }
  },
  caught: { policy: policy({ default: 'allow' }).deny('setpriority', arg(0).in(USER)) },
  nearMiss: {
    policy: policy({ default: 'allow' }).deny('setpriority', arg(0).maskedEq(0xffff_ffff, USER)),
  },
}
