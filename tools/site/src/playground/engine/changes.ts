/* The difference of two filters as text. */
import {
  archParts,
  callNames,
  changeCounts,
  conditionText,
  countsText,
  SHOWN,
  shownCalls,
} from '@seccompile/describe'
import type { CallNames } from '@seccompile/describe'
import { changes } from '@seccompile/prover'
import type { Change } from '@seccompile/prover'
import type { ChangesPart } from '../messages.ts'
import { TextError } from './read-text.ts'
import type { ShownFilter } from './shown-filter.ts'

function changeText(
  names: CallNames,
  { arches, numbers, when, pointer, from, to, direction }: Change,
): string {
  return archParts(names, arches)
    .map(({ arch, title }) => {
      const condition = conditionText({ arch, numbers, when, pointer }, names, SHOWN)
      const calls = shownCalls(names, arch, numbers).join(', ')
      return `${title}  ${direction.padEnd(8)}  ${names.verdict(from, arch)} -> ${names.verdict(to, arch)}\n    ${calls}${condition === '' ? '' : `\n    when ${condition}`}`
    })
    .join('\n')
}

/** The calls whose verdict differs between `left` and `right`. @throws TextError where they cannot be compared */
export function changesText(
  { filter: left, args }: ShownFilter,
  { filter: right }: ShownFilter,
): ChangesPart {
  if (left.endianness !== right.endianness)
    throw new TextError('the two filters are for machines of two byte orders')
  const answer = changes(left.subject, right.subject, { endianness: left.endianness })
  if (answer.kind === 'undecided') throw new TextError(`not decided: ${answer.reason}`)
  const abis = [
    ...left.abis,
    ...right.abis.filter(({ token }) => left.abis.every((abi) => abi.token !== token)),
  ]
  const names = callNames(abis, args)
  const found = answer.changes
  return {
    part: 'changes',
    summary:
      found.length === 0
        ? 'The two mean the same.'
        : `${countsText(changeCounts(names, abis, found))} (A → B)`,
    text: found.map((change) => changeText(names, change)).join('\n'),
  }
}
