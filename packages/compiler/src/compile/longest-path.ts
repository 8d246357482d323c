import type { Endianness, Program } from '@seccompile/abi'
import { callsAt, program as checkedProgram, successors } from '@seccompile/cbpf'
import type { CallsOfArch } from '@seccompile/cbpf'
import { callName } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'

/** For each instruction of `program`, by pc, the number of instructions on the longest way from it to a return. */
function longestFrom(program: Program): readonly number[] {
  const from: number[] = []
  // Jumps go forward only, so a walk from the last instruction has measured every successor.
  for (let pc = program.length - 1; pc >= 0; pc--)
    from[pc] = 1 + Math.max(0, ...successors(program, pc).map((target) => from[target] ?? 0))
  return from
}

/**
 * The number of instructions on the longest way through `insns`, even if no call takes this way.
 * @throws IrError where a field does not fit (P0)
 */
export function longestPath(insns: Program): number {
  return longestFrom(checkedProgram(insns))[0] ?? 0
}

/** The number of different calls. */
const countOf = (calls: readonly CallsOfArch[]): number =>
  calls.reduce((sum, { numbers }) => sum + numbers.reduce((own, { lo, hi }) => own + hi - lo + 1, 0), 0)

/** The name of the call that takes the longest way through `program`; `undefined` where several calls take it. */
export function callOfLongestPath(
  program: Program,
  abis: readonly AbiTable[],
  endianness: Endianness,
): string | undefined {
  const from = longestFrom(program)
  const facts = callsAt(program, endianness)
  let fewest: readonly CallsOfArch[] | undefined
  for (let pc: number | undefined = 0; pc !== undefined;) {
    const calls = facts[pc]?.calls
    if (calls !== undefined && (fewest === undefined || countOf(calls) < countOf(fewest))) fewest = calls
    const next: readonly number[] = successors(program, pc)
    pc = next.reduce<number | undefined>(
      (best, at) => (best === undefined || from[at]! > from[best]! ? at : best),
      undefined,
    )
  }
  const [only] = fewest ?? []
  const nr = only?.numbers[0]?.lo
  return only === undefined || nr === undefined || countOf(fewest!) > 1
    ? undefined
    : callName(abis, only.arch, nr)
}
