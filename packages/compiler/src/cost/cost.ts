/*
 * The cost of a filter: exact counts, no clock.
 *
 * Every call of every ABI runs with all arguments 0. Neighbouring calls with one path share a run. A call counts as
 * allowed if its run allows it. Means are over calls. In one mean all calls weigh the same. With weights, a second
 * mean counts each call by its weight.
 */
import { BPF, isBig } from '@seccompile/abi'
import type { Endianness, Program, Verdict } from '@seccompile/abi'
import { verdictText } from '@seccompile/constants/errno'
import { ebpfLength, program as checkedProgram } from '@seccompile/cbpf'
import { attachSteps, constAllow, isConstAllow, numberRuns } from '@seccompile/interpreter'
import type { ConstAllow, NumberRun } from '@seccompile/interpreter'
import { listOf, optional, read, record, unread } from '@seccompile/shape'
import { calls, tableReader } from '@seccompile/syscalls'
import type { AbiTable, Syscall } from '@seccompile/syscalls'
import { callShares } from '@seccompile/weights'
import type { CallCounts } from '@seccompile/weights'
import { hasBitmap, tableSize } from '../objective/bitmap-tables.ts'
import { ALLOW } from '../objective/argument-lists.ts'
import { below } from '../objective/weigh.ts'
import { groupCost } from './cost-group.ts'
import type { GroupCost, RunCost } from './cost-group.ts'
import { longestPath } from '../compile/longest-path.ts'

/** The cost of one call with all arguments 0. */
export interface CallCost {
  readonly name: string
  /** u32, as in `seccomp_data`. */
  readonly nr: number
  /** Instructions executed, the return included. */
  readonly steps: number
  readonly verdict: Verdict
  /**
   * Why the kernel has to run the filter each time; `undefined` where the call is in the allow bitmap (Linux >= 5.11).
   */
  readonly uncached?: UncachedReason
}

/** Why a call is not in the allow bitmap. */
export interface UncachedReason {
  /** The pc of the instruction that prevents it; `undefined` where no filter could put the call into the bitmap. */
  readonly pc?: number
  readonly reason: string
}

/** Calls that are not in the allow bitmap for one reason: the same instruction, or no instruction. */
export interface UncachedGroup extends UncachedReason {
  /** Names, in the order of the numbers. */
  readonly calls: readonly string[]
}

/** The cost of the calls of one ABI. */
export interface AbiCost {
  readonly abi: string
  /** Sorted by number. */
  readonly calls: readonly CallCost[]
  readonly allowed: GroupCost
  readonly denied: GroupCost
  /** The number of calls in the allow bitmap. */
  readonly cached: number
  /** The other calls, by the instruction that prevents it: first those without an instruction, then by pc. */
  readonly uncached: readonly UncachedGroup[]
}

/** The cost of a filter. */
export interface Cost {
  readonly insns: number
  /** eBPF instructions after the conversion by the kernel. The limits of the kernel count these. */
  readonly ebpfInsns: number
  readonly jas: number
  readonly rets: number
  /**
   * Instructions that the kernel emulates when the filter is attached, for the given ABIs that have an allow bitmap.
   */
  readonly attachSteps: number
  /** Instructions on the longest way through the program. */
  readonly longestPath: number
  readonly abis: readonly AbiCost[]
}

/** Options of `cost()`. */
export interface CostOptions {
  /**
   * How often calls are made, by name: counts or shares. A call without a name here weighs 0. Without this option
   * there are no weighted means.
   */
  readonly weights?: CallCounts | undefined
}

const costOptions = record<CostOptions>({ weights: optional(unread()) }) // callShares() reads them

const NO_BITMAP: UncachedReason = { reason: 'has a number that no bitmap covers' }

function groupUncached(costs: readonly CallCost[]): readonly UncachedGroup[] {
  const groups = new Map<number | undefined, { readonly why: UncachedReason; readonly calls: string[] }>()
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

/**
 * The costs of the calls `alike`, which share one run. The kernel's emulator follows the path of that run until it
 * returns or gives up, so one result of the emulator serves all of these calls.
 */
function callCosts(
  program: Program,
  abi: AbiTable,
  { steps, verdict }: NumberRun,
  alike: readonly Syscall[],
): readonly CallCost[] {
  let found: ConstAllow | undefined
  let why: UncachedReason | undefined
  return alike.map(({ name, nr }) => {
    if (!hasBitmap(abi) || nr >= tableSize(abi)) return { name, nr, steps, verdict, uncached: NO_BITMAP }
    found ??= constAllow(program, nr, abi.auditArch, (got) => verdictText(got, [abi.token]))
    if (found.cached) return { name, nr, steps, verdict }
    why ??= { pc: found.pc, reason: found.reason }
    return { name, nr, steps, verdict, uncached: why }
  })
}

/**
 * The number of calls in `runs` that are in the allow bitmap.
 * @param numbers - the numbers of all calls, ascending
 */
function cachedCalls(
  program: Program,
  abi: AbiTable,
  runs: readonly NumberRun[],
  numbers: readonly number[],
): number {
  if (!hasBitmap(abi)) return 0
  const inTable = below(numbers, tableSize(abi))
  let cached = 0
  for (const { first, count, verdict } of runs)
    if (verdict === ALLOW && first < inTable && isConstAllow(program, numbers[first]!, abi.auditArch))
      cached += Math.min(count, inTable - first)
  return cached
}

function abiCost(
  program: Program,
  abi: AbiTable,
  endianness: Endianness,
  shares: ReadonlyMap<string, number> | undefined,
): AbiCost {
  const list = calls(abi)
  const numbers = list.map(({ nr }) => nr)
  const runs = numberRuns(program, abi.auditArch, numbers, endianness)
  const alike = ({ first, count }: NumberRun): readonly Syscall[] => list.slice(first, first + count)
  const [allowed, denied]: [RunCost[], RunCost[]] = [[], []]
  for (const run of runs) {
    const weights = shares && alike(run).map(({ name }) => shares.get(name) ?? 0)
    const group = run.verdict === ALLOW ? allowed : denied
    group.push({ run, weights })
  }
  let costs: readonly CallCost[] | undefined
  const callsOf = (): readonly CallCost[] =>
    (costs ??= runs.flatMap((run) => callCosts(program, abi, run, alike(run))))
  return {
    abi: abi.token,
    // Getters, because the report of `compile` does not read them.
    get calls() {
      return callsOf()
    },
    allowed: groupCost(program, allowed),
    denied: groupCost(program, denied),
    cached: cachedCalls(program, abi, runs, numbers),
    get uncached() {
      return groupUncached(callsOf())
    },
  }
}

/**
 * The cost of `insns` on the ABIs of `tables`, which all have the byte order `endianness`.
 * @throws IrError where the kernel would refuse the program, or a field does not fit (P0); TypeError where an ABI, the byte
 * order or an option is wrong
 * @throws PolicyError where the weights name an unknown call, are out of bounds or count no call
 */
export function cost(
  insns: Program,
  tables: readonly AbiTable[],
  endianness: Endianness = 'little',
  options: CostOptions = {},
): Cost {
  const program = checkedProgram(insns)
  isBig(endianness) // throws for an unknown byte order, even where there are no ABIs
  const abis = read(listOf(tableReader), tables, 'abis')
  const { weights } = read(costOptions, options, 'options')
  const shares = weights === undefined ? undefined : callShares(weights)
  const count = (code: number): number => program.filter((insn) => insn.code === code).length
  let emulated: number | undefined
  return {
    insns: program.length,
    ebpfInsns: ebpfLength(program),
    jas: count(BPF.JA),
    rets: count(BPF.RET_K) + count(BPF.RET_A),
    // A getter, because most callers do not read it.
    get attachSteps() {
      const bitmaps = abis.filter(hasBitmap).map((abi) => ({ arch: abi.auditArch, count: tableSize(abi) }))
      return (emulated ??= attachSteps(program, bitmaps))
    },
    longestPath: longestPath(program),
    abis: abis.map((abi) => abiCost(program, abi, endianness, shares)),
  }
}
