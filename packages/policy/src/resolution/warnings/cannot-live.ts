/*
 * An allow-list without a call that programs cannot live without.
 */
import { refuses } from '@seccompile/abi'
import { quote } from '@seccompile/shape'
import { VITAL_CALLS } from '../../data/vital-calls.ts'
import { firstOf, warning } from '../../data/warning.ts'
import type { Warning } from '../../data/warning.ts'
import { firstTokenOf, grouped, shownCall, tokensOf, verdictsOn } from './warning-subject.ts'
import type { WarningSubject } from './warning-subject.ts'

/**
 * One warning for all ABIs that lack the same calls. Only an allow-list gets it: a deny-list names the calls that it
 * refuses.
 */
export function cannotLive({ on, launched }: WarningSubject): readonly Warning[] {
  const vital = [...VITAL_CALLS.keys()].filter((name) => launched || name !== 'execve')
  const found = on.flatMap((each) => {
    if (!refuses(each.otherwise)) return []
    const { abi } = each
    const missing = vital.filter((name) => abi.numbers.has(name) && verdictsOn(each, name).every(refuses))
    return missing.length === 0 ? [] : [{ abi, missing }]
  })
  return grouped(found, ({ missing }) => missing.join()).map((group) => {
    const [{ abi, missing }] = group
    const them = missing.length === 1 ? 'it' : 'them'
    const lost = missing.map((name) => VITAL_CALLS.get(name)!).join(', or ')
    const brief = `${firstOf(missing.map(quote))} ${missing.length === 1 ? 'is' : 'are'} refused on ${firstTokenOf(group)}: programs need ${them}`
    const full = `on ${tokensOf(group)} the policy refuses ${missing.map(quote).join(', ')}: programs cannot ${lost}; allow ${them}`
    return warning('cannot-live', { brief, full }, undefined, shownCall(abi, missing[0]!))
  })
}
