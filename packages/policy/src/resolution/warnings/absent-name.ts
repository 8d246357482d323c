/*
 * Rules whose calls no ABI of the target has. It is normal that a rule names some such calls: policies name the calls
 * of many ABIs. A rule with requirements is part of a policy for many machines, as Docker's rule for iopl is, so it
 * gets no warning.
 */
import { quote } from '@seccompile/shape'
import { isSyscallName } from '@seccompile/syscalls'
import { firstOf, warning, ofRule } from '../../data/warning.ts'
import type { Warning } from '../../data/warning.ts'
import { firstTokenOf, listed, tokensOf } from './warning-subject.ts'
import type { WarningSubject } from './warning-subject.ts'

/** One warning for each rule that takes part on some ABI, if none of these ABIs has a call of the rule. */
export function absentNames({ policy, on }: WarningSubject): readonly Warning[] {
  const sets = on.map((each) => ({ each, taking: new Set(each.taking) }))
  const indices = new Set(on.flatMap(({ taking }) => taking))
  return [...indices]
    .sort((a, b) => a - b)
    .flatMap((index) => {
      const rule = policy.rules[index]
      const abis = sets.filter(({ taking }) => taking.has(index)).map(({ each }) => each)
      if (rule?.includes !== undefined || rule?.excludes !== undefined) return []
      const names = (rule?.names ?? []).map(({ name }) => name).filter(isSyscallName)
      if (names.length === 0 || names.some((name) => abis.some(({ abi }) => abi.numbers.has(name)))) return []
      const quoted = [...new Set(names)].map(quote)
      const brief = `no such call on ${firstTokenOf(abis)}: ${firstOf(quoted)}`
      const full = `${listed(quoted)}: the rule names no call that ${tokensOf(abis)} has`
      return [
        warning('absent-name', ofRule(policy, { index, place: rule?.source }, { brief, full }), rule?.source),
      ]
    })
}
