import { table } from 'seccompile/table'
import type { TableCell } from 'seccompile/table'
import type { CostRow } from './cost-row.ts'
import type { AgreementRow, Measurements } from './measurements.ts'
import type { Target } from './targets.ts'
import type { TimeRow } from './timing.ts'

const TITLES = {
  'docker-args': "Docker's default profile on x86_64 (docker-args)",
  'docker-flat': 'The same without checks of arguments (docker-flat)',
} as const

const ONE_ABI = [
  'filter', 'instructions', 'mean', 'worst', 'weighted', 'denied mean', 'denied worst', 'in bitmap', 'attach',
] // prettier-ignore

function oneAbiRow({ filter, insns, attachSteps, abis }: CostRow): readonly TableCell[] {
  const { allowed, denied, weighted = 0, cached } = abis[0]!
  return [
    filter, insns, allowed.mean, allowed.worst, weighted, denied.mean, denied.worst, cached, attachSteps,
  ] // prettier-ignore
}

function threeAbiTable(rows: readonly CostRow[]): string {
  const abis = rows[0]!.abis.map(({ abi }) => abi)
  const header = ['filter', 'instructions', ...abis.flatMap((abi) => [abi, 'worst']), 'in bitmap', 'attach']
  return table(
    header,
    rows.map(({ filter, insns, attachSteps, abis: costs }) => [
      filter,
      insns,
      ...costs.flatMap(({ allowed }) => [allowed.mean, allowed.worst]),
      costs.reduce((sum, { cached }) => sum + cached, 0),
      attachSteps,
    ]),
  )
}

function agreementTable(rows: readonly AgreementRow[]): string {
  const header = ['policy', 'against', 'edges of rules', 'of ours', 'of theirs', 'differ']
  const cells = rows.map(({ subject, against, inputs, disagreements }) => [
    subject, against, inputs.rules, inputs.ours, inputs.theirs, disagreements,
  ]) // prettier-ignore
  const examples = rows.flatMap(({ example }) => (example === undefined ? [] : [`${example}\n`]))
  return table(header, cells) + examples.join('')
}

function timeTable(rows: readonly TimeRow[]): string {
  return table(
    ['what', 'runs', 'median ms', 'min ms'],
    rows.map(({ what, runs, median, min }) => [what, runs, median, min]),
  )
}

function targetTable(all: readonly Target[]): string {
  return table(
    ['figure', 'measured', 'target', ''],
    all.map(({ figure, measured, bound, target, exact, met }) => [
      figure,
      measured,
      bound === 'exactly' ? String(target) : `<= ${target}`,
      met ? 'ok' : exact ? 'FAIL' : 'FAIL (a time: does not count)',
    ]),
  )
}

/** All figures, for people. */
export function text({ costs, agreements, times }: Measurements, targets: readonly Target[]): string {
  const missed = targets.filter(({ met }) => !met).length
  return [
    `${TITLES['docker-args']}\n`,
    table(ONE_ABI, costs['docker-args'].map(oneAbiRow)),
    `${TITLES['docker-flat']}\n`,
    table(ONE_ABI, costs['docker-flat'].map(oneAbiRow)),
    "Docker's default profile for x86_64, x86 and x32 (docker-3abi): mean and worst per ABI\n",
    threeAbiTable(costs['docker-3abi']),
    'Mean and worst are instructions executed for an allowed call, arguments 0, all calls alike; weighted by how often',
    'calls are made. In the bitmap are the calls for which Linux 5.11 and newer never runs the filter. Attach is what',
    'such a kernel emulates once to find them.\n',
    'Verdicts of preset speed against those of libseccomp, at the edges of the rules and of both programs\n',
    agreementTable(agreements),
    'Times on this machine\n',
    timeTable(times),
    'Targets\n',
    targetTable(targets),
    `${targets.length - missed} of ${targets.length} targets met\n`,
  ].join('\n')
}
