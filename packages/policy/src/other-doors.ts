/*
 * Calls that a policy filters and a multiplexer reaches all the same.
 *
 * x86 has `socket`, and it has `socketcall(SYS_SOCKET, args)`, which does the same. A policy that denies the one or
 * tests its arguments and allows the other has filtered nothing. libseccomp adds rules of its own for this; here the
 * policy means what it says, and a warning says what that leaves open (see docs/adr/0010-multiplexers.md).
 *
 * The multiplexer picks the operation by its first argument, which a policy may test, so "left open" is decided for
 * each operation: some rule that lets the multiplexer run can hold with that first argument, or nothing refuses it
 * and the default lets it run. Only the latter is taken from above: that several rules refuse an operation together
 * is not seen.
 */
import { actionOf } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { argument, argumentTests, isNever, not } from '@seccompile/rules'
import type { ArgumentTest } from '@seccompile/rules'
import { MULTIPLEXERS, otherDoorOf } from '@seccompile/syscalls'
import type { AbiTable, Multiplexer, OtherDoor } from '@seccompile/syscalls'
import { actionVerdict } from './action.ts'
import type { Call } from './call-rules.ts'
import { conditionPredicate } from './condition.ts'
import { commonValue, commonValues } from './overlap.ts'
import { quote } from './policy-error.ts'
import type { Policy } from './policy.ts'
import { warning } from './warning.ts'
import type { Warning } from './warning.ts'

const MAX_NAMED = 6

function letsRun(verdict: Verdict): boolean {
  const action = actionOf(verdict)
  return action === 'ALLOW' || action === 'LOG'
}

/** Whether `call` (absent: one that no rule covers) is kept from running for some arguments at least. */
function isFiltered(call: Call | undefined, otherwise: Verdict): boolean {
  if (call === undefined) return !letsRun(otherwise)
  if (call.always !== undefined) return !letsRun(call.always.verdict)
  return [otherwise, ...call.sometimes.map(({ verdict }) => verdict)].some((verdict) => !letsRun(verdict))
}

/** Whether the policy lets the multiplexer, of which `call` has the rules, run the operation behind `door`. */
function isOpen(call: Call | undefined, otherwise: Verdict, door: OtherDoor, wordSize: 32 | 64): boolean {
  if (call?.always !== undefined) return letsRun(call.always.verdict)
  const operation = argument(0, [{ lo: BigInt(door.call), hi: BigInt(door.call) }], BigInt(door.mask))
  const selects: readonly ArgumentTest[] = argumentTests(operation)
  let isRefused = false
  for (const { rule, verdict } of call?.sometimes ?? []) {
    const conditions = rule.args.map((condition) => conditionPredicate(condition, wordSize))
    if (conditions.some(isNever)) continue
    const tests = conditions.flatMap(argumentTests)
    if (letsRun(verdict)) {
      if (commonValues([...selects, ...tests]) !== undefined) return true
      continue
    }
    const holdsThroughout = tests.every(
      (test) => test.index === 0 && commonValue([...selects, ...argumentTests(not(test))]) === undefined,
    )
    if (holdsThroughout) isRefused = true
  }
  return letsRun(otherwise) && !isRefused
}

/** What of the first argument picks the operation: a test of more bits than the kernel looks at misses some calls. */
function selector({ mask }: Multiplexer, { wordSize }: AbiTable): string {
  const bits = 32 - Math.clz32(mask)
  return bits === wordSize ? 'its first argument' : `the low ${bits} bits of its first argument`
}

/** A warning for each multiplexer of each of `abis` that leaves filtered calls open. */
export function openDoors(
  policy: Policy,
  calls: readonly Call[],
  abis: readonly AbiTable[],
): readonly Warning[] {
  const byName = new Map(calls.map((call) => [call.name, call]))
  const otherwise = actionVerdict(policy.defaultAction)
  const warnings: Warning[] = []
  for (const abi of abis)
    for (const multiplexer of MULTIPLEXERS) {
      const rules = byName.get(multiplexer.name)
      const reached = multiplexer.calls
        .map(({ name }) => name)
        .filter((name) => {
          const door = otherDoorOf(abi, name)
          if (door === undefined || door.multiplexer !== multiplexer.name) return false
          return isFiltered(byName.get(name), otherwise) && isOpen(rules, otherwise, door, abi.wordSize)
        })
      const [first] = reached
      if (first === undefined) continue
      const names = reached.slice(0, MAX_NAMED).map(quote).join(', ')
      const more = reached.length > MAX_NAMED ? ` and ${reached.length - MAX_NAMED} more` : ''
      const opener = rules?.always ?? rules?.sometimes[0]
      const filter = byName.get(first)?.sometimes[0] ?? byName.get(first)?.always
      warnings.push(
        warning(
          'W_MULTIPLEXER',
          `on ${abi.token}, ${quote(multiplexer.name)} may run and does what ${names}${more} would, which the ` +
            `policy filters; refuse ${quote(multiplexer.name)} or test ${selector(multiplexer, abi)}`,
          opener?.place ?? filter?.place,
        ),
      )
    }
  return warnings
}
