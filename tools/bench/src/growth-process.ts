/*
 * One profile, compiled and proved by this process: `node growth-process.js KIND SIZE` prints a `GrowthCost` as JSON.
 */
import { compileStack } from '@seccompile/compiler'
import type { StackCompilation } from '@seccompile/compiler'
import { parseProfile } from '@seccompile/oci'
import { abiTable } from '@seccompile/syscalls'
import { growthProfile } from './growth-profiles.ts'
import type { GrowthCost, ProfileKind } from './growth-profiles.ts'

const KIB = 1024
const MICROSECONDS = 1e6
const [kind, size] = process.argv.slice(2)
const profile = growthProfile(kind as ProfileKind, Number(size)) // growth-costs.ts passes a kind
const seconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / MICROSECONDS

function compiled(): StackCompilation | undefined {
  try {
    const { policy } = parseProfile(profile, { file: 'growth.json' })
    return compileStack(policy, { abis: [abiTable('x86_64')] })
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'PolicyError') throw error
    return undefined
  }
}

const before = process.cpuUsage()
const made = compiled()
const cost: GrowthCost = {
  cpuSeconds: seconds(process.cpuUsage()),
  compileSeconds: seconds(process.cpuUsage(before)),
  mebibytes: Math.round(process.resourceUsage().maxRSS / KIB),
  insns: made?.filters.map(({ program }) => program.length) ?? [],
  proved: made?.certificate.kind === 'proved',
}
process.stdout.write(`${JSON.stringify(cost)}\n`)
