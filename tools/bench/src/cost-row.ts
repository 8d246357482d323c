import { cost } from '@seccompile/compiler'
import type { CallCost, GroupCost } from '@seccompile/compiler'
import { attachSteps } from '@seccompile/interpreter'
import { verdictOf } from '@seccompile/abi'
import type { AbiTable } from '@seccompile/syscalls'
import { syscallFrequencies } from '@seccompile/vectors'
import type { MakerProgram } from './filters.ts'
import { THREE_ABIS } from './filters.ts'

/** The cost of a filter on one ABI: instructions executed with arguments 0. */
export interface AbiRow {
  readonly abi: string
  readonly allowed: GroupCost
  readonly denied: GroupCost
  /** The mean over the allowed calls, weighted by their frequency; on x86_64, where frequencies were measured. */
  readonly weighted?: number
  /** The number of calls in the kernel's allow bitmap. */
  readonly cached: number
  /** The mean over the calls of Docker's profile that no bitmap holds, allowed or not; on x86_64. */
  readonly neverCached?: number
}

/** The cost of a filter. */
export interface CostRow {
  readonly filter: string
  readonly insns: number
  /** Instructions that an x86_64 kernel emulates when the filter is attached, for its own ABI and for x86. */
  readonly attachSteps: number
  readonly abis: readonly AbiRow[]
}

/** Calls of Docker's profile whose arguments decide, and `clone3`, which gets ENOSYS. */
const NEVER_CACHED = ['socket', 'clone', 'personality', 'clone3']

function neverCachedMean(calls: readonly CallCost[]): number {
  const steps = calls.filter(({ name }) => NEVER_CACHED.includes(name)).map((call) => call.steps)
  return steps.reduce((sum, count) => sum + count, 0) / steps.length
}

/**
 * The mean of the steps of the allowed `calls`, weighted by `shares` by name, which need not add up to 1. 0 where no
 * allowed call has a share.
 */
export function weightedMean(calls: readonly CallCost[], shares: Readonly<Record<string, number>>): number {
  let sum = 0
  let total = 0
  for (const { name, steps, verdict } of calls) {
    if (verdict !== verdictOf('ALLOW')) continue
    const share = shares[name] ?? 0
    sum += share * steps
    total += share
  }
  return total === 0 ? 0 : sum / total
}

/** The row of `filter`. */
export function costRow({ name, program }: MakerProgram, abis: readonly AbiTable[]): CostRow {
  const shares = syscallFrequencies()
  const tables = THREE_ABIS.filter(({ token }) => token !== 'x32')
  const { insns, abis: costs } = cost(program, abis)
  return {
    filter: name,
    insns,
    attachSteps: attachSteps(
      program,
      tables.map(({ auditArch, newest }) => ({ arch: auditArch, count: newest + 1 })),
    ),
    abis: costs.map(({ abi, allowed, denied, cached, calls }) => ({
      abi,
      allowed,
      denied,
      ...(abi === 'x86_64' ? { weighted: weightedMean(calls, shares) } : {}),
      cached,
      ...(abi === 'x86_64' ? { neverCached: neverCachedMean(calls) } : {}),
    })),
  }
}
