import { table } from '@seccompile/text-layout'
import type { TableCell } from '@seccompile/text-layout'
import { OURS, TREE } from './clock-filters.ts'
import type { ClockPolicy, ClockResult } from './clock-result.ts'
import { columnsOf, DEFEATED, floorOf, KEY_COLUMNS, overOf, ratioOf, WITH_BITMAP } from './clock-summary.ts'
import type { SummaryColumn } from './clock-summary.ts'
import { target } from './targets.ts'
import type { FigureTarget } from './targets.ts'

function costTable(policy: ClockPolicy, columns: readonly SummaryColumn[]): string {
  const own = columnsOf(policy, columns)
  const row = (name: string, cells: readonly string[], insns: number | string = ''): readonly TableCell[] => [
    name,
    insns,
    ...cells,
  ]
  return table(
    ['filter', 'insns', ...own.map(({ title }) => title)],
    [
      row(
        'ret: ns a call, work included',
        own.map((column) => floorOf(policy, column).ret.toFixed(1)),
        1,
      ),
      ...policy.filters.map(({ name, insns }) =>
        row(
          name,
          own.map((column) => overOf(policy, column, name).toFixed(2)),
          insns,
        ),
      ),
      row(`${OURS} / ${TREE}`, own.map((column) => ratioOf(policy, column)?.toFixed(2) ?? '–')), // prettier-ignore
      row('the same filter measured twice differs by', own.map((column) => floorOf(policy, column).apart.toFixed(2))), // prettier-ignore
      row('calls that run the filter, %', own.map((column) => (floorOf(policy, column).runs * 100).toFixed(2))), // prettier-ignore
    ],
  )
}

function attachTable({ attach }: ClockPolicy): string {
  return table(
    ['filter', 'µs', '/ tree'],
    attach.map(({ filter, us, toTree }) => [filter, us.toFixed(1), toTree.toFixed(3)]),
  )
}

/** The results for the policy `name`, from which its targets take their figures. */
const policyOf = ({ policies }: ClockResult, name: ClockPolicy['policy']): ClockPolicy =>
  policies.find(({ policy }) => policy === name)! // all are measured

/**
 * The ratios that have a limit, and the names of those that noise hides. Ratios of times vary: a busy machine may
 * miss a target that a quiet one meets.
 */
export function clockTargets(result: ClockResult): {
  readonly targets: readonly FigureTarget[]
  readonly hidden: readonly string[]
} {
  const [args, flat, three] = (['docker-args', 'docker-flat', 'docker-3abi'] as const).map((name) =>
    policyOf(result, name),
  ) as [ClockPolicy, ClockPolicy, ClockPolicy]
  const ratio = (policy: ClockPolicy, column: keyof typeof KEY_COLUMNS, limit: number) => ({
    figure: `${policy.policy}: ${KEY_COLUMNS[column].title}, distance from ret to that of libseccomp's tree`,
    measured: ratioOf(policy, KEY_COLUMNS[column]),
    limit,
  })
  const figures = [
    ratio(args, 'program', 0.2),
    ratio(args, 'words', 0.2),
    ratio(flat, 'program', 0.2),
    ratio(flat, 'words', 0.2),
    ratio(flat, 'draws', 0.44),
    {
      figure: "docker-3abi: attach, to libseccomp's tree",
      measured: three.attach.find(({ filter }) => filter === OURS)!.toTree,
      limit: 0.33,
    },
  ]
  return {
    targets: figures.flatMap(({ figure, measured, limit }) =>
      measured === undefined ? [] : [target(figure, measured, 'at most', limit, false)],
    ),
    hidden: figures.flatMap(({ figure, measured }) => (measured === undefined ? [figure] : [])),
  }
}

/** All figures, for people. */
export function clockText(result: ClockResult): string {
  const { machine, cpu, rounds, policies } = result
  const { processor, identity, kernel, date, mitigations } = machine
  return [
    `${processor} (${identity}), processor ${cpu}, Linux ${kernel}, ${date}; ${rounds} turns of each filter`,
    ...Object.entries(mitigations).map(([name, what]) => `${name}: ${what}`),
    '',
    'Nanoseconds a call beyond one ret, in the same sitting; nothing is executed but getppid for what the bitmap holds.\n',
    ...policies.flatMap((policy) => [
      `${policy.policy}, bitmap defeated\n`,
      costTable(policy, DEFEATED),
      `${policy.policy}, with the bitmap\n`,
      costTable(policy, WITH_BITMAP),
      `${policy.policy}, attach\n`,
      attachTable(policy),
    ]),
  ].join('\n')
}
