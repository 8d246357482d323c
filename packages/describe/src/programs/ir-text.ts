/* An IR as text, with the names of calls. */
import { WORD_NR } from '@seccompile/abi'
import type { Endianness, Verdict } from '@seccompile/abi'
import { print as printProgram } from '@seccompile/cbpf'
import { print as printDecision } from '@seccompile/decision'
import type { LeveledIr } from '@seccompile/pass'
import { print as printRules } from '@seccompile/rules'
import { assertNever, expectList, expectObject } from '@seccompile/shape'
import { callName } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { constantNames } from '../names/constant-names.ts'
import { verdictAt } from '../names/verdict-at.ts'

/** The first number of x32, which is a bound of x86_64 far more often than a call. */
const X32_BEGIN = 0x4000_0000

/**
 * The text of an IR, a line for each rule, node or instruction. A number in a test has the name of its call where the
 * paths to the test establish the architecture.
 */
export function irText(subject: LeveledIr, endianness: Endianness, abis: readonly AbiTable[]): string {
  expectObject(subject, 'subject', 'level', 'ir')
  expectList(abis, 'abis', 'token', 'auditArch')
  const nameOf = constantNames(abis)
  const verdictText = (verdict: Verdict, arch?: number): string =>
    verdictAt(verdict, arch ?? (subject.level === 'rules' ? [] : abis.map(({ token }) => token)))
  switch (subject.level) {
    case 'rules':
      return printRules(subject.ir, { nameOf: (arch, nr) => callName(abis, arch, nr), verdictText })
    case 'decision': {
      // Without an architecture, a number names the call of the main ABI only where there is no other architecture.
      const isOne = new Set(abis.map(({ auditArch }) => auditArch)).size === 1
      return printDecision(subject.ir, {
        nameOf: (word, k, arch = isOne ? abis[0]?.auditArch : undefined) => {
          if (word !== WORD_NR) return nameOf(word, k)
          return arch === undefined || k === X32_BEGIN ? undefined : callName(abis, arch, k)
        },
        verdictText,
      })
    }
    case 'program':
      return printProgram(subject.ir, { endianness, nameOf, verdictText })
    default:
      return assertNever(subject)
  }
}
