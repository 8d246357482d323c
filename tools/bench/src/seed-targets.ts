/*
 * Targets for filters on the kernel's clock, as ratios within one run. The figures are times: a busy machine may miss a
 * target that a quiet one meets.
 */
import type { SeedResult, SeedRow } from '@seccompile/experiment'
import { target as targetOf } from './targets.ts'
import type { FigureTarget } from './targets.ts'

function only<T>(found: readonly T[], what: string): T {
  const [first] = found
  if (first === undefined) throw new Error(`nothing was measured for "${what}"`)
  return first
}

const target = (figure: string, measured: number, limit: number): FigureTarget =>
  targetOf(figure, measured, 'at most', limit, false)

/** The ratios of `result` that have a limit. */
export function seedTargets(result: SeedResult): readonly FigureTarget[] {
  const { getppid, calls, attach } = result
  const rowOf = (policy: SeedRow['policy'], maker: SeedRow['maker']): SeedRow =>
    only(
      getppid.filter((row) => row.policy === policy && row.maker === maker),
      `${policy}, ${maker}`,
    )
  const over = ({ uncached }: SeedRow): number => uncached.overAllow
  const list = getppid.filter(({ policy, maker }) => policy === 'list' && maker === 'libseccomp list')
  const worst = Math.max(...list.map(over))
  const [ours, tree] = [rowOf('list', 'seccompile'), rowOf('list', 'libseccomp tree')]
  const callsOf = (maker: SeedRow['maker']): SeedResult['calls'][number] =>
    only(
      calls.filter((row) => row.maker === maker),
      `each call, ${maker}`,
    )
  const [ourCalls, treeCalls, listCalls] = (
    ['seccompile', 'libseccomp tree', 'libseccomp list'] as const
  ).map(callsOf) as [ReturnType<typeof callsOf>, ReturnType<typeof callsOf>, ReturnType<typeof callsOf>] // one list for each of the three makers
  const attachOf = (maker: SeedRow['maker']): number => {
    const { filter } = rowOf('docker-3abi', maker)
    return only(
      attach.filter((row) => row.filter === filter),
      filter,
    ).ns.min
  }
  return [
    target('getppid, bitmap defeated: to ret ALLOW', ours.uncached.toAllow, 1.01),
    target(
      "getppid, Docker's profile for 3 ABIs, bitmap defeated: to ret ALLOW",
      rowOf('docker-3abi', 'seccompile').uncached.toAllow,
      1.01,
    ),
    target("getppid: more than ret ALLOW, to that of libseccomp's tree", over(ours) / over(tree), 0.6),
    target("getppid: more than ret ALLOW, to the worst of libseccomp's list", over(ours) / worst, 0.1),
    target("mean of all calls: the same to libseccomp's tree", ourCalls.mean / treeCalls.mean, 0.6),
    target(
      "mean of all calls: the same to the worst of libseccomp's list",
      ourCalls.mean / listCalls.worst,
      0.1,
    ),
    target(
      "mean of all calls: the same to the mean of libseccomp's list",
      ourCalls.mean / listCalls.mean,
      0.1,
    ),
    target(
      "attach, Docker's profile for 3 ABIs: to libseccomp's tree",
      attachOf('seccompile') / attachOf('libseccomp tree'),
      0.4,
    ),
    target(
      "attach, Docker's profile for 3 ABIs: to libseccomp's list",
      attachOf('seccompile') / attachOf('libseccomp list'),
      0.15,
    ),
  ]
}
