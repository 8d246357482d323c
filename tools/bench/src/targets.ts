/*
 * What the compiler has set out to reach with preset `speed`. A figure that is exact fails the run when it is missed;
 * a time only says so.
 */
import type { CostRow } from './cost-row.ts'
import type { AgreementRow, Measurements } from './measurements.ts'

/** A figure beside its target. */
export interface Target {
  readonly figure: string
  readonly measured: number
  readonly bound: 'at most' | 'exactly'
  readonly target: number
  /** Whether the figure is a function of the sources alone, and no time. */
  readonly exact: boolean
  readonly met: boolean
}

function target(
  figure: string,
  measured: number | undefined,
  bound: Target['bound'],
  limit: number,
  exact = true,
): Target {
  if (measured === undefined) throw new Error(`nothing was measured for "${figure}"`)
  const met = bound === 'exactly' ? measured === limit : measured <= limit
  return { figure, measured, bound, target: limit, exact, met }
}

/** The figures that have a target. */
export function targets({ costs, agreements, times }: Measurements): readonly Target[] {
  const speed = (rows: readonly CostRow[]): CostRow | undefined =>
    rows.find(({ filter }) => filter === 'speed')
  const [args, three] = [speed(costs['docker-args']), speed(costs['docker-3abi'])]
  const [main] = args?.abis ?? []
  const disagreements = ({ subject, against, disagreements: count }: AgreementRow): Target =>
    target(`${subject}: verdicts that differ from ${against}`, count, 'exactly', 0)
  const [x86_64, , command] = times
  return [
    target('docker-args: instructions', args?.insns, 'at most', 110),
    target('docker-args: executed for an allowed call, mean', main?.allowed.mean, 'at most', 10.5),
    target('docker-args: calls in the bitmap', main?.cached, 'exactly', 306),
    target('docker-3abi: instructions', three?.insns, 'at most', 400),
    ...agreements.map(disagreements),
    target('docker-args: compile, warm, ms', x86_64?.median, 'at most', 20, false),
    target('docker-3abi: seccompile compile, ms', command?.median, 'at most', 400, false),
  ]
}

/** Whether every exact figure meets its target. */
export function holds(all: readonly Target[]): boolean {
  return all.every(({ exact, met }) => met || !exact)
}
