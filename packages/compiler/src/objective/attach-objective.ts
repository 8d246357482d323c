/*
 * The objective `attach`: the instructions that the kernel emulates to fill the allow bitmap, for the ABIs of the filter. The
 * kernel tries every number of its tables once, allowed or not.
 *
 * A kernel may try the numbers of one more ABI: x86_64 with the emulation of i386 also tries those of i386, even
 * where the filter is for x86_64 alone. The objective leaves these out: they depend on the kernel, and all of them
 * take the way of another `arch`. See kernel/seccomp.c: seccomp_cache_prepare(), SECCOMP_ARCH_COMPAT.
 */
import { attachSteps } from '@seccompile/interpreter'
import { lowerBound } from '@seccompile/lower-bound'
import type { PassContext } from '@seccompile/pass'
import { hasBitmap, tableSize } from './bitmap-tables.ts'
import type { Measures, ObjectiveBasis } from './measures.ts'

/** The weight of a number that the kernel tries. An ABI has some hundreds of numbers, which together weigh about 1. */
const TRIED = 2 ** -10
/** The instructions of a test of an argument that the emulator runs: it stops at the first load of an argument. */
const LOAD = 1

/** The weights and the counts of the objective `attach`. */
export function attachObjective({ rules, abis, memo }: ObjectiveBasis): Measures {
  const tables = abis.filter(hasBitmap).map((abi) => ({ arch: abi.auditArch, count: tableSize(abi) }))
  const numbers = tables.reduce((sum, { count }) => sum + count, 0)
  const weigh: PassContext['weigh'] = (arch, { lo, hi }) =>
    tables.reduce(
      (sum, table) =>
        table.arch === arch ? sum + TRIED * Math.max(0, Math.min(hi + 1, table.count) - lo) : sum,
      0,
    )
  return {
    calls: Math.max(1, numbers),
    isEmpty: false,
    mostLists: 1,
    cutCalls: [],
    weigh,
    valueOf: (programs) => programs.reduce((sum, program) => sum + attachSteps(program, tables), 0),
    boundOf: (_, effort) => {
      const { steps, exact } = lowerBound(rules, { weigh, effort, memo }, { asks: LOAD })
      return { steps: steps * numbers, exact }
    },
  }
}
