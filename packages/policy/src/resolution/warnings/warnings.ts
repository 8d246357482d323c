import { letsRun } from '@seccompile/abi'
import type { RuleSet } from '@seccompile/rules'
import type { Warning, WarningName } from '../../data/warning.ts'
import { abiOpen, openAbis } from './abi-open.ts'
import { absentArguments } from './absent-argument.ts'
import { absentNames } from './absent-name.ts'
import { alwaysTrue } from './always-true.ts'
import { cannotLive } from './cannot-live.ts'
import { compared } from './comparisons.ts'
import { constantsOfAnotherAbi } from './constant-of-another-abi.ts'
import { flagsCompared } from './flags-compared.ts'
import { neverTrue } from './never-true.ts'
import { pointersCompared } from './pointer-compared.ts'
import { unsafeShapes } from './unsafe-shape.ts'
import { variantGaps } from './variant-gap.ts'
import { verdictOn } from './warning-subject.ts'
import type { WarningSubject } from './warning-subject.ts'
import { widthGaps } from './width-gap.ts'
import { x32Open } from './x32-open.ts'

/** Every warning about a policy and the rules that it resolves to. */
export function warningsAbout(looked: WarningSubject): readonly Warning[] {
  const open = openAbis(looked)
  const comparisons = compared(looked)
  return [
    ...widthGaps(looked),
    ...unsafeShapes(looked),
    ...abiOpen(open),
    ...x32Open(looked, open),
    ...variantGaps(looked),
    ...constantsOfAnotherAbi(looked, comparisons),
    ...pointersCompared(looked, comparisons),
    ...absentArguments(looked, comparisons),
    ...flagsCompared(looked, comparisons),
    ...alwaysTrue(looked, comparisons),
    ...neverTrue(looked, comparisons),
    ...cannotLive(looked),
    ...absentNames(looked),
  ]
}

/** Warnings that some call runs. */
const GAPS: readonly WarningName[] = ['abi-open', 'multiplexer-gap', 'width-gap', 'x32-open']

/** Warnings about all calls of an ABI. */
const OPEN_ABIS: readonly WarningName[] = ['abi-open', 'x32-open']

/**
 * `warnings` without those about calls that `rules` refuse, because another policy that holds as well closes the gap.
 */
export function stillOpen(warnings: readonly Warning[], rules: RuleSet): readonly Warning[] {
  return warnings.filter(({ name, call }) => {
    if (!GAPS.includes(name)) return true
    if (call !== undefined) return letsRun(verdictOn(rules, call))
    // An open ABI without an example call is outside the target.
    return !OPEN_ABIS.includes(name) || letsRun(rules.badArch)
  })
}
