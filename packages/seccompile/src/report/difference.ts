/* What changes from the base to the filter: each region of calls, with the direction of the change. */
import { auditArchName, strengthOf } from '@seccompile/abi'
import { changes } from '@seccompile/prover'
import type { Change, ProveOptions } from '@seccompile/prover'
import type { Side } from '../load/side.ts'
import type { CallNames } from '../show/call-names.ts'
import { archParts } from '../show/regions.ts'
import { notDecided } from './gather.ts'
import type { FilterPrograms, Gathered } from './gather.ts'
import { callCell, verdictMark, whenCell } from './regions.ts'
import type { Block, Cell, Mark } from './report.ts'

type Direction = 'weaker' | 'stricter' | 'other'

const TONES = { weaker: 'open', stricter: 'refused', other: 'between' } as const
const ORDER: readonly Direction[] = ['weaker', 'stricter', 'other']

/** Whether a call may do more, may do less, or only gets another verdict of one action. */
function directionOf({ from, to }: Change): Direction {
  const difference = strengthOf(to) - strengthOf(from)
  return difference > 0 ? 'weaker' : difference < 0 ? 'stricter' : 'other'
}

function changeRows(names: CallNames, change: Change): readonly (readonly Cell[])[] {
  const { arches, numbers, when, pointer, from, to } = change
  const direction = directionOf(change)
  const mark: Mark = { kind: 'mark', text: direction, tone: TONES[direction] }
  return archParts(names, arches).map(({ arch, title }) => [
    mark,
    title,
    verdictMark(from),
    verdictMark(to),
    callCell(names, arch, numbers),
    whenCell(names, arch, numbers, { when, pointer }),
  ])
}

const archesOf = (side: Side): string => side.arches().map(auditArchName).sort().join(', ')

/** The difference of `side` from `base`, the weaker parts first. */
export function differenceSection(
  base: Side,
  side: Side,
  names: CallNames,
  prove: ProveOptions,
  lengths: { readonly base: FilterPrograms; readonly side: FilterPrograms },
): Gathered {
  const title = 'Difference to the base'
  const answer = changes(base.leveled, side.leveled, prove)
  if (answer.kind === 'undecided')
    return { section: { title, blocks: [notDecided(answer.reason)] }, undecided: answer.reason }
  const counted = ORDER.map((direction) => ({
    direction,
    found: answer.changes.filter((change) => directionOf(change) === direction),
  })).filter(({ found }) => found.length > 0)
  const counts = counted.map(({ direction, found }) => `${found.length} ${direction}`).join(', ')
  const [ours, theirs] = [archesOf(side), archesOf(base)]
  const insns = ({ programs }: FilterPrograms): number =>
    programs.reduce((sum, { length }) => sum + length, 0)
  const blocks: Block[] = [
    {
      kind: 'text',
      text:
        counts === ''
          ? 'No call changes: both mean the same.'
          : `Regions of calls whose verdict changes: ${counts}. Weaker: a call may do more than under the base.`,
    },
    ...(ours === theirs ? [] : [{ kind: 'text', text: `The base is for ${theirs || 'no arch'}, and this filter is for ${ours || 'no arch'}.` } as const]), // prettier-ignore
    ...(counts === ''
      ? []
      : [
          {
            kind: 'table',
            header: ['direction', 'arch', 'base', 'now', 'calls', 'when'],
            rows: counted.flatMap(({ found }) => found.flatMap((change) => changeRows(names, change))),
          } as const,
        ]),
    {
      kind: 'table',
      header: ['instructions of the base', 'instructions now'],
      rows: [[insns(lengths.base), insns(lengths.side)]],
    },
  ]
  return { section: { title, blocks } }
}
