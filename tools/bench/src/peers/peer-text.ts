/* The tables of `bench peers`. */
import { table } from '@seccompile/text-layout'
import type { TableCell } from '@seccompile/text-layout'
import { compared, CRITERIA } from './judge.ts'
import type { Criterion, PeerLoss } from './judge.ts'
import type { PeerFigures } from './figures.ts'
import type { PeerRow } from './peer-row.ts'
import type { AbsentPeer, Peer } from './peer.ts'

/** The result of a run. */
export interface PeerResult {
  readonly peers: readonly Pick<Peer, 'name' | 'version'>[]
  readonly absent: readonly AbsentPeer[]
  readonly rows: readonly PeerRow[]
  readonly losses: readonly PeerLoss[]
}

const two = (value: number | undefined): string => (value === undefined ? '-' : value.toFixed(2))
const figure = (value: number | undefined): string =>
  value === undefined ? '-' : Number.isInteger(value) ? String(value) : two(value)

/** The least figure of the other tools in the rows of one policy, and ours beside that tool. */
function best(rows: readonly PeerRow[], criterion: Criterion) {
  return rows
    .flatMap((row) => compared(row, criterion) ?? [])
    .reduce<{ readonly own: number; readonly other: number } | undefined>(
      (least, each) =>
        least === undefined || each.other - each.own < least.other - least.own ? each : least,
      undefined,
    )
}

const mean = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length

const groupBy = <T>(list: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>()
  for (const item of list) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}

/** Ours and the best of the others, on average over the policies of a kind. */
function pairText(policies: readonly (readonly PeerRow[])[], criterion: Criterion): string {
  const pairs = policies.flatMap((rows) => best(rows, criterion) ?? [])
  return `${two(mean(pairs.map(({ own }) => own)))} / ${two(mean(pairs.map(({ other }) => other)))}`
}

const shortest = CRITERIA.find(({ figure: name }) => name === 'insns')!
const fastest = CRITERIA.find(({ figure: name }) => name === 'lists')!
const atZero = CRITERIA.find(({ figure: name }) => name === 'zeros')!

function kindsTable({ rows, losses }: PeerResult): string {
  const lines = [...groupBy(rows, ({ kind }) => kind)].map(([kind, own]): readonly TableCell[] => {
    const policies = [...groupBy(own, ({ subject }) => subject).values()]
    const lost = (criterion: Criterion): number =>
      new Set(
        losses
          .filter(
            (loss) => loss.kind === kind && loss.goal === criterion.goal && loss.figure === criterion.figure,
          )
          .map(({ subject }) => subject),
      ).size
    return [
      kind,
      policies.length,
      own.filter(({ other }) => other.kind === 'same').length,
      pairText(policies, shortest),
      lost(shortest),
      pairText(policies, fastest),
      lost(fastest),
      pairText(policies, atZero),
      lost(atZero),
    ]
  })
  const header = [
    'kind', 'policies', 'programs', `${shortest.goal}: instructions`, 'longer', `${fastest.goal}: argument lists`, 'slower',
    'arguments 0', 'slower',
  ] // prettier-ignore
  return table(header, lines)
}

const lossLine = ({ subject, goal, title, peer, own, other }: PeerLoss): readonly TableCell[] => [
  subject,
  goal,
  title,
  own === undefined ? 'no filter' : figure(own),
  figure(other),
  peer,
]

function lossesTable(losses: readonly PeerLoss[]): string {
  return table(['policy', 'goal', 'figure', 'ours', 'theirs', 'tool'], losses.map(lossLine))
}

/** For each criterion and tool, the number of rows in which the tool is better. */
function countsTable({ peers, rows, losses }: PeerResult): string {
  const header = ['goal', 'figure', ...peers.map(({ name }) => name)]
  return table(
    header,
    CRITERIA.map((criterion) => [
      criterion.goal,
      `${criterion.title}${criterion.isPromised ? ' (promised)' : ''}`,
      ...peers.map(({ name }) => {
        const own = rows.filter((row) => row.peer === name && row.other.kind === 'same')
        const all = own.filter((row) => compared(row, criterion) !== undefined).length
        const lost = losses.filter(
          (loss) => loss.peer === name && loss.goal === criterion.goal && loss.figure === criterion.figure,
        )
        return `${lost.length} of ${all}`
      }),
    ]),
  )
}

/** A line of the table of all rows, for a filter or for the reason that there is none. */
function filterLine(
  subject: string,
  filter: string,
  of: { readonly kind: string; readonly figures?: PeerFigures; readonly reason?: string },
): readonly TableCell[] {
  const { figures, reason = '' } = of
  if (figures === undefined) return [subject, `${filter}: ${reason}`, '', '', '', '', '', '', '']
  const { insns, zeros, lists, worstList, longest, refused, x32 } = figures
  return [subject, filter, insns, two(zeros), two(lists), figure(worstList), longest, two(refused), two(x32)]
}

/** Every filter: ours for each goal, and below them those of other tools that give numbers of x32 the same verdict. */
function rowsTable(rows: readonly PeerRow[]): string {
  const lines = [...groupBy(rows, ({ subject, variant }) => `${variant} ${subject}`).values()].flatMap(
    (group) => {
      const { subject, variant, own } = group[0]! // a group has a row
      const how = variant === '' ? '' : ` (${variant})`
      return [
        ...own.map((filter) => filterLine(subject, `ours: ${filter.goal}${how}`, filter)),
        ...group.map(({ peer, other }) => filterLine(subject, peer, other)),
      ]
    },
  )
  const header = ['policy', 'filter', 'insns', 'zeros', 'lists', 'worst list', 'longest', 'refused', 'x32']
  return table(header, lines)
}

/** The tables of `result`; with `isAll` every row too. */
export function peerText(result: PeerResult, isAll: boolean): string {
  const { peers, absent, rows, losses } = result
  const promised = losses.filter(({ isPromised }) => isPromised)
  const shown = losses.filter(
    ({ isPromised, figure: name }) => !isPromised && (name === 'insns' || name === 'zeros'),
  )
  const without = rows.filter(({ other }) => other.kind !== 'same')
  const policies = new Set(rows.map(({ subject }) => subject)).size
  return [
    `${policies} policies beside ${peers.map(({ name, version }) => `${name} ${version}`).join(', ') || 'no other tool'}\n`,
    ...absent.map(({ name, reason }) => `*** NOT RUN: ${name}: ${reason}\n`),
    '\nOurs / the best of the others, on average over the policies of a kind\n\n',
    kindsTable(result),
    '\nRows in which another tool has the better figure\n\n',
    countsTable(result),
    ...(shown.length === 0 ? [] : ['\nFigures that no goal promises\n\n', lossesTable(shown)]),
    ...(promised.length === 0 ? [] : ['\nLost rows\n\n', lossesTable(promised)]),
    ...(isAll ? ['\nAll rows\n\n', rowsTable(rows)] : []),
    `\n${without.length} programs are missing or are not proved to mean the same${isAll ? '' : ' (--all says why)'}\n`,
    `${promised.length} of ${rows.length - without.length} rows lost\n`,
  ].join('')
}
