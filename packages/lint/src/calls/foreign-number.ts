/*
 * Refused calls that run by a number of another ABI under the same `arch`.
 *
 * Linux before 5.4 takes some numbers of x32 without its bit, and numbers of x86_64 with it. A 64-bit kernel of mips takes the numbers
 * of all its ABIs from every program. No rule for the call has these numbers, so a deny-list lets them run.
 */
import { letsRun, seccompData } from '@seccompile/abi'
import { foreignNumbersOf, hasCall, machinesOf } from '@seccompile/routes'
import type { ExaminedAbi, ExaminedFilter } from '../examine/examined.ts'
import type { RuleFinding } from '../examine/lint-rule.ts'
import { shownText } from '../examine/shown-text.ts'
import { TELLING } from './open-abi.ts'

const stops = (verdict: number): boolean => !letsRun(verdict)

/** The finding that a call refused on the ABI runs with the same arguments by a foreign number. The first such call shows it. */
export function foreignNumber(
  on: ExaminedAbi,
  { inquiry, kernels }: ExaminedFilter,
  instead: string,
): readonly RuleFinding[] {
  const { abi } = on
  const [machine] = machinesOf([abi])
  for (const name of [...TELLING, ...abi.numbers.keys()]) {
    const numbers = foreignNumbersOf(name, abi, machine!, kernels) // each ABI has a machine
    if (numbers.length === 0 || !hasCall(abi, name, kernels)) continue
    const refused = on.call(name, stops)
    if (refused === undefined) continue
    const data = numbers
      .map((nr) => seccompData({ ...refused.data, nr }))
      .find((each) => letsRun(inquiry.verdict(each)))
    if (data === undefined) continue
    const call = { abi: abi.token, data }
    const what = `${shownText(abi, refused)} is refused and call ${data.nr} with these arguments runs; the kernel takes both for ${name}`
    return [{ what, call, other: refused, about: name, instead }]
  }
  return []
}
