/*
 * Over-denials: the calls that a merge of profiles denies and the exact intersection does not, each with an example.
 */
import type { SeccompData } from '@seccompile/abi'
import type { Change } from '@seccompile/prover'
import type { CallNames } from '../names/call-names.ts'
import { verdictFacts } from '../names/verdict-at.ts'
import { printableLine, wrapped } from '@seccompile/text-layout'
import { conditionText, fewCalls, SHOWN } from './regions.ts'

/** A part of the calls that a merge denies without need. */
export interface DeniedPart extends Change {
  /** One of the calls. */
  readonly call: SeccompData
}

const archOf = ({ arches }: DeniedPart): number => arches[0]!.lo // a change has an arch

/** The calls that a merge denies without need, an entry each; without such calls, a line that says so. */
export function overDenialText(names: CallNames, denials: readonly DeniedPart[]): string {
  if (denials.length === 0) return 'it denies no more than the intersection does\n'
  const entries = denials.map((denial) => {
    const { from, to, numbers, call } = denial
    const arch = archOf(denial)
    const head = `  ${names.arch(arch)} ${names.verdict(from, arch)} -> ${names.verdict(to, arch)}:`
    const part = { arch, numbers, when: denial.when, pointer: denial.pointer }
    const condition = conditionText(part, names, SHOWN)
    const when = condition === '' ? '' : ` when ${condition}`
    const calls = wrapped(head, fewCalls(names.list(arch, numbers)), '    ')
    return `${calls}${printableLine(when)}\n    for instance ${printableLine(names.call(call))}\n`
  })
  return `it denies more than the intersection does:\n${entries.join('')}`
}

/** An over-denial for machines. */
export function overDenialFacts(names: CallNames, denial: DeniedPart): Readonly<Record<string, unknown>> {
  const { from, to, numbers, call } = denial
  const arch = archOf(denial)
  return {
    abi: names.abi(arch, call.nr),
    ...verdictFacts({ from, to }, arch),
    calls: names.list(arch, numbers),
    call: { nr: call.nr, args: call.args, text: names.call(call) },
  }
}
