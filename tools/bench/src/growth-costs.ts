/* The costs of large profiles as a table beside their limits. Each cost is measured in a process of its own. */
import { execFileSync } from 'node:child_process'
import { loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { table } from '@seccompile/text-layout'
import { EXPONENT_LIMIT, exponentOf, GROWTH_EXPONENTS, GROWTH_LIMITS } from './growth-profiles.ts'
import type { GrowthCost, ProfileKind } from './growth-profiles.ts'

function costOf(kind: ProfileKind, size: number): GrowthCost {
  const script = fileURLToPath(new URL('growth-process.js', import.meta.url))
  const text = execFileSync(process.execPath, [script, kind, String(size)], { encoding: 'utf8' })
  return JSON.parse(text) as GrowthCost // our own process wrote the text
}

const limitText = (limit: readonly [number, number] | undefined): string =>
  limit === undefined ? '' : `${limit[0]} (${limit[1]})`

/** The costs of the profiles with limits, and the exponents. */
export function growthCostsTable(): string {
  const known = new Map<string, GrowthCost>()
  const measured = (kind: ProfileKind, size: number): GrowthCost => {
    const key = `${kind} ${size}`
    const cost = known.get(key) ?? costOf(kind, size)
    known.set(key, cost)
    return cost
  }
  const rows = GROWTH_LIMITS.map(({ what, kind, size, cpuSeconds, mebibytes }) => {
    const cost = measured(kind, size)
    const insns = cost.insns.join(' + ') || 'refused'
    const time = [cost.cpuSeconds.toFixed(2), limitText(cpuSeconds)]
    return [what, ...time, String(cost.mebibytes), limitText(mebibytes), insns, cost.proved ? 'yes' : 'NO']
  })
  const exponents = GROWTH_EXPONENTS.map(({ what, kind, sizes }) => {
    const [small, large] = sizes.map((size) => measured(kind, size).compileSeconds)
    return [what, exponentOf(sizes, [small!, large!]).toFixed(2), limitText(EXPONENT_LIMIT)]
  })
  return [
    `Whole processes that compile and prove a profile; floors, and goals in brackets; load ${loadavg()[0]!.toFixed(1)}\n\n`,
    table(['profile', 'CPU s', 'at most', 'MiB', 'at most', 'instructions', 'proved'], rows),
    '\n',
    table(['exponent', 'measured', 'at most'], exponents),
    '\n',
  ].join('')
}
