import { table } from '@seccompile/text-layout'
import type { CostRow } from './cost-row.ts'
import type { GapRow } from './gaps.ts'
import type { AgreementRow, Measurements } from './measurements.ts'
import type { FigureTarget } from './targets.ts'
import { median } from './timing.ts'
import type { TimingRow } from './timing.ts'
import { ratios } from './turns.ts'
import type { TurnsRow } from './turns.ts'

const TITLES = {
  'docker-args': "Docker's default profile on x86_64 (docker-args)",
  'docker-flat': 'The same without checks of arguments (docker-flat)',
} as const

/** The filter that ratios refer to. */
const TREE = 'libseccomp-2.6.0-O2'

const ONE_ABI = [
  'filter', 'instructions', '/ tree', 'mean', '/ tree', 'worst', 'weighted', 'denied mean', 'denied worst',
  'in bitmap', 'not cached', 'attach',
] // prettier-ignore

/** `value` as a share of `whole`. */
const ratio = (value: number, whole: number | undefined): string =>
  whole === undefined ? '' : (value / whole).toFixed(2)

function oneAbiTable(rows: readonly CostRow[]): string {
  const tree = rows.find(({ filter }) => filter === TREE)
  return table(
    ONE_ABI,
    rows.map(({ filter, insns, attachSteps, abis }) => {
      const { allowed, denied, weighted = 0, cached, neverCached = 0 } = abis[0]!
      return [
        filter, insns, ratio(insns, tree?.insns), allowed.mean, ratio(allowed.mean, tree?.abis[0]?.allowed.mean),
        allowed.worst, weighted, denied.mean, denied.worst, cached, neverCached, attachSteps,
      ] // prettier-ignore
    }),
  )
}

function threeAbiTable(rows: readonly CostRow[]): string {
  const tree = rows.find(({ filter }) => filter === TREE)
  const abis = rows[0]!.abis.map(({ abi }) => abi)
  const header = [
    'filter', 'instructions', '/ tree', ...abis.flatMap((abi) => [abi, '/ tree', 'worst']), 'in bitmap', 'attach',
  ] // prettier-ignore
  return table(
    header,
    rows.map(({ filter, insns, attachSteps, abis: costs }) => [
      filter,
      insns,
      ratio(insns, tree?.insns),
      ...costs.flatMap(({ allowed }, i) => [
        allowed.mean,
        ratio(allowed.mean, tree?.abis[i]?.allowed.mean),
        allowed.worst,
      ]),
      costs.reduce((sum, { cached }) => sum + cached, 0),
      attachSteps,
    ]),
  )
}

function getppidTable({ getppid, live }: Measurements): string {
  const ours = getppid.map(({ pipeline, place, insns, executed }) => [pipeline, place, insns, executed])
  const theirs = (live?.getppid ?? []).map(({ shape, place, insns, executed }) => [
    `${live!.version} ${shape}`, place, insns, executed,
  ]) // prettier-ignore
  return table(['filter', 'getppid is', 'instructions', 'executed'], [...ours, ...theirs])
}

/** The programs of the installed libseccomp for the same policies, and pipeline speed as a ratio to them. */
function liveTable({ costs, live }: Measurements): string {
  if (live === undefined) return 'libseccomp is not installed here, or Python is not\n'
  const header = ['policy', live.version, 'instructions', 'mean', 'ms', 'ours / instructions', '/ mean']
  return table(
    header,
    live.costs.map(({ subject, shape, cost, ms }) => {
      const ours = costs[subject].find(({ filter }) => filter === 'speed')!
      const [theirMean, ourMean] = [cost, ours].map(({ abis }) => abis[0]!.allowed.mean)
      return [
        subject, shape, cost.insns, theirMean!, ms, ratio(ours.insns, cost.insns), ratio(ourMean!, theirMean),
      ] // prettier-ignore
    }),
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

function gapTable(rows: readonly GapRow[]): string {
  const header = [
    'policy', 'pipeline', 'objective', 'value', 'instructions', 'all effort', 'instructions', 'least', 'gap', 'the least is',
  ] // prettier-ignore
  return table(
    header,
    rows.map(({ subject, pipeline, objective, found, best, least, exact }) => [
      subject, pipeline, objective, digits(found.value), found.insns, digits(best.value), best.insns, digits(least),
      best.value === least ? '0 %' : `${((best.value / least - 1) * 100).toFixed(2)} %`, exact ? 'exact' : 'a bound',
    ]), // prettier-ignore
  )
}

function timeTable(rows: readonly TimingRow[]): string {
  return table(
    ['what', 'runs', 'median ms', 'min ms'],
    rows.map((row) => [row.what, row.runs, row.median, row.min]),
  )
}

/** Compilations by us and by libseccomp's tree, in turns. */
function turnsTable(rows: readonly TurnsRow[]): string {
  return table(
    ['policy', 'turns', 'ours, ms', 'tree, ms', 'median ratio', 'least', 'greatest'],
    rows.map((row) => {
      const { subject, turns } = row
      const each = ratios(row)
      return [
        subject,
        turns.length,
        median(turns.map(({ ours }) => ours)),
        median(turns.map(({ tree }) => tree)),
        ...[median(each), each[0]!, each.at(-1)!].map((value) => value.toFixed(2)), // there is at least one turn
      ]
    }),
  )
}

/** More digits than other tables have, because a mean may miss its target by little. */
function digits(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(3)
}

/** The table of targets. */
export function targetTable(all: readonly FigureTarget[]): string {
  return table(
    ['figure', 'measured', 'target', ''],
    all.map(({ figure, measured, bound, target, exact, met }) => [
      figure,
      digits(measured),
      bound === 'exactly' ? String(target) : `<= ${Number(target.toFixed(3))}`,
      met ? 'ok' : exact ? 'FAIL' : 'FAIL (a time: does not count)',
    ]),
  )
}

/** All figures, for people. */
export function text(measured: Measurements, targets: readonly FigureTarget[]): string {
  const { costs, gaps, agreements, times, turns } = measured
  const missed = targets.filter(({ met }) => !met).length
  return [
    `${TITLES['docker-args']}\n`,
    oneAbiTable(costs['docker-args']),
    `${TITLES['docker-flat']}\n`,
    oneAbiTable(costs['docker-flat']),
    "Docker's default profile for x86_64, x86 and x32 (docker-3abi): mean and worst per ABI\n",
    threeAbiTable(costs['docker-3abi']),
    'Mean and worst are instructions executed for an allowed call, arguments 0, all calls alike; weighted by how often',
    'calls are made. In the bitmap are the calls for which Linux 5.11 and newer never runs the filter; not cached is the',
    'mean over the four that the profile lists and that are never there. Attach is what such a kernel emulates once to',
    `find them. Ratios are to ${TREE}.\n`,
    'How far from the best: default effort, all effort, and what any tree of jeq, jgt and jge takes at least\n',
    gapTable(gaps),
    'An allow list of the 306 calls that need no look at arguments, with getppid at three places\n',
    getppidTable(measured),
    'The libseccomp of this machine, and pipeline speed in proportion to it\n',
    liveTable(measured),
    'Verdicts of pipeline speed against those of libseccomp, at the edges of the rules and of both programs\n',
    agreementTable(agreements),
    'Times on this machine\n',
    timeTable(times),
    ...(turns.length === 0
      ? []
      : [
          "Compilations by us and by libseccomp's tree in turns: medians, and the ratio turn by turn\n",
          turnsTable(turns),
        ]),
    'Targets\n',
    targetTable(targets),
    `${targets.length - missed} of ${targets.length} targets met\n`,
  ].join('\n')
}
