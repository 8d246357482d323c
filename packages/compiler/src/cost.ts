/*
 * What a filter costs: exact counts, no clock.
 *
 * Every call of every ABI is run once with all arguments 0. A call counts as allowed where that run allows it. Means
 * are over calls, each weighing the same.
 */
import { BPF, seccompData, verdictOf } from '@seccompile/abi'
import type { Endianness, Program, Verdict } from '@seccompile/abi'
import { ebpfLength } from '@seccompile/cbpf'
import { attachSteps, constAllow, run } from '@seccompile/interpreter'
import { calls } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'

/** What one call costs with all arguments 0. */
export interface CallCost {
  readonly name: string
  /** u32, as the filter sees it. */
  readonly nr: number
  /** Instructions executed, the return included. */
  readonly steps: number
  readonly verdict: Verdict
  /**
   * Why the kernel has to run the filter for it each time, or `undefined` where its allow bitmap takes the call
   * (Linux >= 5.11).
   */
  readonly uncached?: { readonly pc: number; readonly reason: string }
}

/** What the calls of a group cost: executed instructions. */
export interface GroupCost {
  readonly count: number
  /** 0 for an empty group. */
  readonly mean: number
  readonly worst: number
}

/** What the calls of one ABI cost. */
export interface AbiCost {
  readonly abi: string
  /** Sorted by number. */
  readonly calls: readonly CallCost[]
  readonly allowed: GroupCost
  readonly denied: GroupCost
  /** How many calls the allow bitmap takes. */
  readonly cached: number
}

/** What a filter costs. */
export interface Cost {
  readonly insns: number
  /** Instructions of eBPF that the kernel converts it to, which is what its limits count. */
  readonly ebpfInsns: number
  readonly jas: number
  readonly rets: number
  /** Instructions that the kernel emulates when the filter is attached, for the ABIs given that have a bitmap. */
  readonly attachSteps: number
  readonly abis: readonly AbiCost[]
}

function groupCost(group: readonly CallCost[]): GroupCost {
  const steps = group.map((call) => call.steps)
  const sum = steps.reduce((a, b) => a + b, 0)
  return {
    count: steps.length,
    mean: steps.length === 0 ? 0 : sum / steps.length,
    worst: Math.max(0, ...steps),
  }
}

/**
 * Whether the kernel has a bitmap for the ABI's numbers. Those of x32 lie past the end of one, and mips has none: the
 * ABIs whose numbers do not begin at 0.
 * @see kernel/seccomp.c: seccomp_cache_prepare_bitmap(); arch/ARCH/include/asm/seccomp.h: SECCOMP_ARCH_NATIVE
 */
function hasBitmap(abi: AbiTable): boolean {
  return abi.base === 0
}

/** Numbers from 0 that the kernel tries at attach: its table goes up to the newest call. */
function tableSize(abi: AbiTable): number {
  return abi.newest + 1
}

function abiCost(program: Program, abi: AbiTable, endianness: Endianness): AbiCost {
  const allow = verdictOf('ALLOW')
  const costs = calls(abi).map(({ name, nr }): CallCost => {
    const result = run(program, seccompData({ nr, arch: abi.auditArch }), endianness)
    const cost = { name, nr, ...result }
    if (!hasBitmap(abi) || nr >= tableSize(abi))
      return { ...cost, uncached: { pc: 0, reason: 'has a number that no bitmap covers' } }
    const found = constAllow(program, nr, abi.auditArch)
    return found.cached ? cost : { ...cost, uncached: { pc: found.pc, reason: found.reason } }
  })
  return {
    abi: abi.token,
    calls: costs,
    allowed: groupCost(costs.filter(({ verdict }) => verdict === allow)),
    denied: groupCost(costs.filter(({ verdict }) => verdict !== allow)),
    cached: costs.filter(({ uncached }) => uncached === undefined).length,
  }
}

/**
 * What `program` costs on `abis`, all of the byte order `endianness`.
 * @throws IrError where the kernel would refuse the program
 */
export function cost(program: Program, abis: readonly AbiTable[], endianness: Endianness = 'little'): Cost {
  const count = (code: number): number => program.filter((insn) => insn.code === code).length
  const tables = abis.filter(hasBitmap).map((abi) => ({ arch: abi.auditArch, count: tableSize(abi) }))
  return {
    insns: program.length,
    ebpfInsns: ebpfLength(program),
    jas: count(BPF.JA),
    rets: count(BPF.RET_K) + count(BPF.RET_A),
    attachSteps: attachSteps(program, tables),
    abis: abis.map((abi) => abiCost(program, abi, endianness)),
  }
}
