/*
 * What a filter costs: exact counts, no clock.
 *
 * Every call of every ABI is run once with all arguments 0. A call counts as allowed where that run allows it. Means
 * are over calls: each weighing the same, and where weights are given also as often as they are made.
 */
import { BPF, dataWords, isBig, seccompData, verdictOf } from '@seccompile/abi'
import type { Endianness, Program, Verdict } from '@seccompile/abi'
import { listOf, optional, read, record, unread } from '@seccompile/abi/shape'
import { ebpfLength, program as checkedProgram } from '@seccompile/cbpf'
import { attachSteps, constAllow, runWords } from '@seccompile/interpreter'
import { calls, tableReader } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { callShares } from '@seccompile/weights'
import type { CallCounts } from '@seccompile/weights'
import { hasBitmap, tableSize } from '../objective/bitmap-tables.ts'
import { groupCost } from './cost-group.ts'
import type { GroupCost, RunCost } from './cost-group.ts'
import { longestPath } from '../compile/longest-path.ts'

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
  readonly uncached?: Uncached
}

/** Why a call is not in the allow bitmap. */
export interface Uncached {
  /** The instruction that prevents it, counted from 0; `undefined` where no filter could put the call there. */
  readonly pc?: number
  readonly reason: string
}

/** Calls that are not in the allow bitmap because of one instruction, or of none. */
export interface UncachedGroup extends Uncached {
  /** By name, in the order of their numbers. */
  readonly calls: readonly string[]
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
  /** The calls that it does not take, by the instruction that prevents it: those without one first, then by pc. */
  readonly uncached: readonly UncachedGroup[]
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
  /** The most instructions that any way through the program executes, whatever the arguments. */
  readonly longestPath: number
  readonly abis: readonly AbiCost[]
}

/** What a cost is counted with. */
export interface CostOptions {
  /**
   * How often calls are made, by name: counts or shares. A call that is not named is never made. Without it nothing is
   * weighted.
   */
  readonly weights?: CallCounts | undefined
}

const costOptions = record<CostOptions>({ weights: optional(unread()) }) // callShares() looks at them

const NO_BITMAP: Uncached = { reason: 'has a number that no bitmap covers' }

function uncachedOf(program: Program, abi: AbiTable, nr: number): Uncached | undefined {
  if (!hasBitmap(abi) || nr >= tableSize(abi)) return NO_BITMAP
  const found = constAllow(program, nr, abi.auditArch)
  return found.cached ? undefined : { pc: found.pc, reason: found.reason }
}

function groupUncached(costs: readonly CallCost[]): readonly UncachedGroup[] {
  const groups = new Map<number | undefined, { readonly why: Uncached; readonly calls: string[] }>()
  for (const { name, uncached } of costs) {
    if (uncached === undefined) continue
    const group = groups.get(uncached.pc) ?? { why: uncached, calls: [] }
    group.calls.push(name)
    groups.set(uncached.pc, group)
  }
  return [...groups.values()]
    .map(({ why, calls: names }) => ({ ...why, calls: names }))
    .sort((a, b) => (a.pc ?? -1) - (b.pc ?? -1))
}

function abiCost(
  program: Program,
  abi: AbiTable,
  endianness: Endianness,
  shares: ReadonlyMap<string, number> | undefined,
): AbiCost {
  const allow = verdictOf('ALLOW')
  const runs = calls(abi).map(({ name, nr }): RunCost & { readonly call: CallCost } => {
    const path: number[] = []
    const words = dataWords(seccompData({ nr, arch: abi.auditArch }))
    const { steps, verdict } = runWords(program, words, endianness, (pc) => path.push(pc))
    const uncached = uncachedOf(program, abi, nr)
    const call = { name, nr, steps, verdict, ...(uncached === undefined ? {} : { uncached }) }
    return { call, path, weight: shares && (shares.get(name) ?? 0) }
  })
  const costs = runs.map(({ call }) => call)
  const group = (isAllowed: boolean): GroupCost =>
    groupCost(
      program,
      runs.filter(({ call }) => (call.verdict === allow) === isAllowed),
    )
  return {
    abi: abi.token,
    calls: costs,
    allowed: group(true),
    denied: group(false),
    cached: costs.filter(({ uncached }) => uncached === undefined).length,
    uncached: groupUncached(costs),
  }
}

/**
 * What `insns` cost on the ABIs of `tables`, all of the byte order `endianness`.
 * @throws IrError where the kernel would refuse the program, or a field does not fit (P0); TypeError where an ABI, the byte
 * order or an option is wrong
 * @throws PolicyError where weights name an unknown call, are out of bounds or count no call
 */
export function cost(
  insns: Program,
  tables: readonly AbiTable[],
  endianness: Endianness = 'little',
  options: CostOptions = {},
): Cost {
  const program = checkedProgram(insns)
  isBig(endianness) // throws where it is no byte order, also where there are no ABIs
  const abis = read(listOf(tableReader), tables, 'abis')
  const { weights } = read(costOptions, options, 'options')
  const shares = weights === undefined ? undefined : callShares(weights)
  const count = (code: number): number => program.filter((insn) => insn.code === code).length
  const bitmaps = abis.filter(hasBitmap).map((abi) => ({ arch: abi.auditArch, count: tableSize(abi) }))
  return {
    insns: program.length,
    ebpfInsns: ebpfLength(program),
    jas: count(BPF.JA),
    rets: count(BPF.RET_K) + count(BPF.RET_A),
    attachSteps: attachSteps(program, bitmaps),
    longestPath: longestPath(program),
    abis: abis.map((abi) => abiCost(program, abi, endianness, shares)),
  }
}
