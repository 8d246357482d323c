/*
 * The routes to a clause: system calls by ABI, number and condition on the arguments.
 *
 * A clause names calls. Three further kinds of calls do the same: the multiplexer of the ABI, whose arguments are in memory;
 * `io_uring_setup`, from the kernel whose io_uring makes the call; and numbers that belong to another ABI, where the machine
 * takes them. A route counts only if an affected kernel has it. The version of a call is the one in Linux itself: a kernel of a
 * distribution may have it earlier.
 *
 * Where an ABI does not know an argument or a constant of the condition, every call of the name is a route.
 */
import { parseKernelVersion } from '@seccompile/policy'
import type { KernelText, KernelVersion } from '@seccompile/policy'
import { callPredicate } from '@seccompile/policy/parts'
import { ALWAYS, argument } from '@seccompile/rules'
import type { Predicate } from '@seccompile/rules'
import { argumentOf, signatureOf } from '@seccompile/signatures'
import { shown } from '@seccompile/shape'
import { firstArgument, isAtLeast, numberOf, otherDoorOf, RING_OPERATIONS } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import type { KernelSpan } from '../record/attack-record.ts'
import type { AttackClause, ClauseCall } from '../record/need.ts'
import { archesOf, oldX32Numbers, X32_SPLIT } from './foreign-numbers.ts'
import { isCompat } from './machines.ts'
import type { MachineAbis } from './machines.ts'

/** System calls that serve a clause. */
export interface CallRoute {
  /** The ABI of the programs that make it. */
  readonly abi: AbiTable
  /** An `AUDIT_ARCH_*` value, u32. */
  readonly arch: number
  /** The call of the clause. */
  readonly name: string
  /** u32. */
  readonly nr: number
  readonly args: Predicate
  /** What makes the call, where it is not the call by its own number under its own arch. */
  readonly by?: 'socketcall' | 'ipc' | 'io_uring' | 'foreign-number'
}

/** A route under the `arch` of its ABI. */
type AbiRoute = Omit<CallRoute, 'arch'>

const RING = 'io_uring_setup'

/** @throws TypeError for a text that is no version */
function versionOf(text: KernelText): KernelVersion {
  const version = parseKernelVersion(text)
  if (version === undefined)
    throw new TypeError(
      `affected kernels of a record: expected MAJOR.MINOR, such as 6.12; got ${shown(text)}`,
    )
  return version
}

/** Whether some affected kernel is Linux `major.minor` or newer. */
const reaches = ({ to }: KernelSpan, [major, minor]: readonly [number, number]): boolean =>
  to === undefined || isAtLeast(versionOf(to), { major, minor })

/** Whether some affected kernel is older than Linux `major.minor`. */
const beginsBefore = ({ from }: KernelSpan, [major, minor]: readonly [number, number]): boolean =>
  from === undefined || !isAtLeast(versionOf(from), { major, minor })

/** Whether an affected kernel has the call on the ABI. */
function exists(abi: AbiTable, name: string, affected: KernelSpan): boolean {
  return numberOf(abi, name) !== undefined && reaches(affected, signatureOf(abi, name)?.since ?? [0, 0])
}

/** The condition on the arguments of `needed`, by the registers of the ABI. */
const argumentsOf = ({ name, when }: ClauseCall, abi: AbiTable): Predicate =>
  (when && callPredicate(name, when, abi)) ?? ALWAYS

/** The call of `needed` by the multiplexer of the ABI. */
function byMultiplexer({ name }: ClauseCall, abi: AbiTable): readonly AbiRoute[] {
  const door = otherDoorOf(abi, name)
  if (door === undefined) return []
  const index = argumentOf(abi, door.multiplexer, 'call')?.index ?? firstArgument(abi)
  const selected = BigInt(door.call)
  const args = argument(index, [{ lo: selected, hi: selected }], BigInt(door.mask))
  return [{ abi, name, nr: door.nr, args, by: door.multiplexer }]
}

/** The call of `needed` by io_uring. */
function byRing({ name }: ClauseCall, abi: AbiTable, affected: KernelSpan): readonly AbiRoute[] {
  const nr = numberOf(abi, RING)
  const isOperation = RING_OPERATIONS.some(
    ({ since, calls, further = [] }) => [...calls, ...further].includes(name) && reaches(affected, since),
  )
  return nr !== undefined && isOperation ? [{ abi, name, nr, args: ALWAYS, by: 'io_uring' }] : []
}

/** The call of `needed` by a number of x86_64 that belongs to no ABI. It has the arguments of the entry point that it runs. */
function byOldNumber(needed: ClauseCall, abi: AbiTable, machine: MachineAbis): readonly AbiRoute[] {
  const { name } = needed
  return oldX32Numbers(abi, machine, name).map(({ nr, entry }) => ({
    abi,
    name,
    nr,
    args: argumentsOf(needed, entry),
    by: 'foreign-number',
  }))
}

/** Every route to `needed` by the numbers of one ABI of `machine`. */
function routesOn(
  needed: ClauseCall,
  abi: AbiTable,
  machine: MachineAbis,
  affected: KernelSpan,
): readonly AbiRoute[] {
  const { name } = needed
  const args = argumentsOf(needed, abi)
  const nr = exists(abi, name, affected) ? numberOf(abi, name) : undefined
  return [
    ...(nr === undefined ? [] : [{ abi, name, nr, args }]),
    ...(beginsBefore(affected, X32_SPLIT) ? byOldNumber(needed, abi, machine) : []),
    ...byMultiplexer(needed, abi),
    ...byRing(needed, abi, affected),
  ]
}

/** `route` under each arch value under which the machine takes its number. */
const underArches = (route: AbiRoute, machine: MachineAbis): readonly CallRoute[] =>
  archesOf(route.abi, machine).map((arch) => ({
    ...route,
    arch,
    ...(arch === route.abi.auditArch || route.by !== undefined ? {} : { by: 'foreign-number' }),
  }))

/** Every route to `clause` on `machine`, by ABI. */
export function routesOf(
  { calls, compat }: Pick<AttackClause, 'calls' | 'compat'>,
  machine: MachineAbis,
  affected: KernelSpan,
): readonly CallRoute[] {
  const abis = compat === true ? machine.filter((abi) => isCompat(abi, machine)) : machine
  const own = abis.flatMap((abi) => calls.flatMap((needed) => routesOn(needed, abi, machine, affected)))
  return own.flatMap((route) => underArches(route, machine))
}
