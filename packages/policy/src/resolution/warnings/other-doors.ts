/*
 * Warnings about multiplexers: calls that a policy filters and a multiplexer still makes, and calls that a
 * policy allows while it refuses the multiplexer.
 *
 * x86 has `socket` and also `socketcall(SYS_SOCKET, args)`, which does the same. A policy that filters `socket`
 * and allows `socketcall` filters nothing. A policy that allows `socket` and does not name `socketcall` refuses
 * programs that use only the old call. libseccomp adds rules for the multiplexer. Here a rule is only for the
 * calls that it names, unless the target has `multiplexers: 'runc'`, and a warning says where this makes a
 * difference (see docs/adr/0016-multiplexers-of-runc.md).
 *
 * The multiplexer selects the operation by its first argument, and a policy may test that. So each operation is
 * open or closed. It is open if a rule that lets the multiplexer run can hold with this first argument. It is
 * also open if no rule refuses it and the default lets it run. Weakness: several rules that refuse an operation
 * only together are not seen.
 */
import { letsRun } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { argument, argumentTests, commonValue, not } from '@seccompile/rules'
import type { ArgumentTest } from '@seccompile/rules'
import { quote } from '@seccompile/shape'
import { firstArgument, MULTIPLEXERS, nameInPlaceOf, otherDoorOf } from '@seccompile/syscalls'
import type { AbiTable, Multiplexer, OtherDoor } from '@seccompile/syscalls'
import type { Policy } from '../../data/policy.ts'
import type { Widths } from '../../data/target.ts'
import { firstOf, warning } from '../../data/warning.ts'
import type { Warning } from '../../data/warning.ts'
import type { PolicyCall } from '../calls/call-rules.ts'
import { conditionOf } from '../calls/conditional.ts'
import { commonValues } from '../calls/overlap.ts'
import { termsOf } from '../calls/terms.ts'
import { shownCall } from './warning-subject.ts'
import type { PolicyOnAbi } from './warning-subject.ts'

const MAX_NAMED = 6

/** The verdicts that `call` may get; a `call` of `undefined` has no rules. */
function verdictsOf(call: PolicyCall | undefined, otherwise: Verdict): readonly Verdict[] {
  return [...(call?.sometimes ?? []).map(({ verdict }) => verdict), call?.always?.verdict ?? otherwise]
}

/** Whether a rule, not the default, lets `call` run for some arguments. */
function isAllowed(call: PolicyCall | undefined): boolean {
  if (call === undefined) return false
  return [...call.sometimes, ...(call.always === undefined ? [] : [call.always])].some(({ verdict }) =>
    letsRun(verdict),
  )
}

/** A call that a multiplexer makes, and the rules for it. */
interface CallBehind {
  readonly name: string
  readonly call: PolicyCall | undefined
  readonly door: OtherDoor
}

/**
 * Whether a policy refuses a call that a multiplexer makes, for some arguments. x86 has `send` only behind a multiplexer: where no rule
 * names it, the policy refuses it if it refuses every `sendto`. With less, `lint` decides, which knows the arguments.
 */
function isFiltered(
  { name, call }: CallBehind,
  calls: PolicyOnAbi['calls'],
  abi: AbiTable,
  otherwise: Verdict,
): boolean {
  const instead = nameInPlaceOf(abi, name) ?? name
  if (call !== undefined || instead === name) return !verdictsOf(call, otherwise).every(letsRun)
  return !verdictsOf(calls.get(instead), otherwise).some(letsRun)
}

/**
 * Whether the policy lets the multiplexer run the operation behind `door`; `call` has the rules of the
 * multiplexer.
 */
function isOpen(
  policy: Policy,
  call: PolicyCall | undefined,
  otherwise: Verdict,
  door: OtherDoor,
  abi: AbiTable,
  widths: Widths,
): boolean {
  const last = call?.always?.verdict ?? otherwise
  if (call === undefined || call.sometimes.length === 0) return letsRun(last)
  const first = firstArgument(abi)
  const operation = argument(first, [{ lo: BigInt(door.call), hi: BigInt(door.call) }], BigInt(door.mask))
  const selects: readonly ArgumentTest[] = argumentTests(operation)
  for (const entry of call.sometimes) {
    const terms = termsOf(conditionOf(entry, { policy, call, abi, widths }))
    if (letsRun(entry.verdict)) {
      if (terms === 'many' || terms.some((tests) => commonValues([...selects, ...tests]) !== undefined))
        return true
      continue
    }
    const isRefused =
      terms !== 'many' &&
      terms.some((tests) =>
        tests.every(
          (test) =>
            test.index === first && commonValue([...selects, ...argumentTests(not(test))]) === undefined,
        ),
      )
    if (isRefused) return false
  }
  return letsRun(last)
}

/**
 * The bits of the first argument that select the operation. A test of more bits than the kernel reads would miss
 * calls.
 */
function selector({ mask }: Multiplexer, { wordSize }: AbiTable): string {
  const bits = 32 - Math.clz32(mask)
  return bits === wordSize ? 'its first argument' : `the low ${bits} bits of its first argument`
}

/** Up to six of `names`, and the number of the others. */
function listed(names: readonly string[]): string {
  const more = names.length > MAX_NAMED ? ` and ${names.length - MAX_NAMED} more` : ''
  return names.slice(0, MAX_NAMED).map(quote).join(', ') + more
}

/**
 * A warning for each multiplexer of the ABI that can make calls which the policy filters, and one for each
 * multiplexer that the policy refuses although it allows the calls behind it.
 */
export function otherDoors(
  { abi, policy, calls, otherwise }: PolicyOnAbi,
  widths: Widths,
): readonly Warning[] {
  return MULTIPLEXERS.filter(({ name }) => abi.numbers.has(name)).flatMap((multiplexer) => {
    const rules = calls.get(multiplexer.name)
    const behind = multiplexer.calls.flatMap(({ name }) => {
      const door = otherDoorOf(abi, name)
      if (door?.multiplexer !== multiplexer.name) return []
      return [
        { name, call: calls.get(name), open: isOpen(policy, rules, otherwise, door, abi, widths), door },
      ]
    })
    const reached = behind.filter((each) => each.open && isFiltered(each, calls, abi, otherwise))
    // A rule that refuses the multiplexer without conditions is intended, and libseccomp obeys it.
    const shut =
      rules?.always === undefined ? behind.filter(({ call, open }) => !open && isAllowed(call)) : []
    return [...openDoor(abi, multiplexer, reached, rules), ...shutDoor(abi, multiplexer, shut)]
  })
}

/** The warning that programs can make the filtered calls `reached` through `multiplexer`. */
function openDoor(
  abi: AbiTable,
  multiplexer: Multiplexer,
  reached: readonly CallBehind[],
  rules: PolicyCall | undefined,
): readonly Warning[] {
  const [first] = reached
  if (first === undefined) return []
  const opener = rules?.always ?? rules?.sometimes[0]
  const filter = first.call?.sometimes[0] ?? first.call?.always
  return [
    warning(
      'multiplexer-gap',
      {
        brief: `${firstOf(reached.map(({ name }) => quote(name)))} may run via ${quote(multiplexer.name)} on ${abi.token}`,
        full:
          `on ${abi.token}, ${quote(multiplexer.name)} may run and does what ${listed(reached.map(({ name }) => name))} ` +
          `would, which the policy filters; refuse ${quote(multiplexer.name)} or test ${selector(multiplexer, abi)}`,
      },
      opener?.place ?? filter?.place,
      shownCall(abi, multiplexer.name, [BigInt(first.door.call)]),
    ),
  ]
}

/** The warning that programs cannot make the allowed calls `shut` through `multiplexer`. */
function shutDoor(abi: AbiTable, multiplexer: Multiplexer, shut: readonly CallBehind[]): readonly Warning[] {
  const [first] = shut
  if (first === undefined) return []
  const opener = first.call?.sometimes[0] ?? first.call?.always
  return [
    warning(
      'multiplexer-refused',
      {
        brief: `${quote(multiplexer.name)} is refused on ${abi.token}, ${quote(first.name)} is not`,
        full:
          `on ${abi.token}, ${quote(multiplexer.name)} is refused and does what ` +
          `${listed(shut.map(({ name }) => name))} would, which the policy allows and runc with libseccomp lets run both ` +
          `ways; allow ${quote(multiplexer.name)} too, or set multiplexers to runc`,
      },
      opener?.place,
    ),
  ]
}
