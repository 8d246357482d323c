/* ABIs that a text is not for, and the verdicts that its reader gives to their calls. */
import { NO_CALL } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import type { RuleSet } from '@seccompile/rules'
import { expectList, expectObject } from '@seccompile/shape'
import type { AbiTable } from '@seccompile/syscalls'
import { x32 } from '@seccompile/syscalls/x32'
import { x86_64 } from '@seccompile/syscalls/x86_64'
import type { Loss } from './loss.ts'
import { namedCalls } from './named-calls.ts'

/** ABIs with one arch. */
const OF_ONE_ARCH: readonly AbiTable[] = [x86_64, x32]

/** The ABIs that share an arch with one of `abis` and are not among them: x32 beside x86_64. */
export function siblings(abis: readonly AbiTable[]): readonly AbiTable[] {
  expectList(abis, 'abis', 'auditArch', 'numbers')
  return OF_ONE_ARCH.filter(
    ({ token, auditArch }) =>
      abis.some((abi) => abi.auditArch === auditArch) && abis.every((abi) => abi.token !== token),
  )
}

/** All verdicts of the calls and numbers of `abi`. The number that no call has belongs to every ABI of its arch. */
export function verdictsOn(rules: RuleSet, abi: AbiTable): readonly Verdict[] {
  expectObject(abi, 'abi', 'auditArch', 'numbers')
  const { calls, unnamed } = namedCalls(rules, [abi])
  const numbers = unnamed.filter(({ lo }) => lo !== NO_CALL)
  const answers = [...calls.flatMap(({ on }) => on), ...numbers].flatMap((each) => each.answers)
  return answers.map(({ verdict }) => verdict)
}

/**
 * A loss for each of `abis` whose calls do not all get the verdict `written`, the verdict from the reader of the
 * text.
 * @param known - a verdict that another loss already reports
 */
export function abiLosses(
  rules: RuleSet,
  abis: readonly AbiTable[],
  written: Verdict,
  known: Verdict = written,
): readonly Loss[] {
  expectObject(rules, 'rules', 'sections', 'badArch')
  expectList(abis, 'abis', 'auditArch', 'numbers')
  return abis.flatMap((abi): readonly Loss[] =>
    verdictsOn(rules, abi).every((verdict) => verdict === written || verdict === known)
      ? []
      : [{ kind: 'abi', abi: abi.token, written }],
  )
}
