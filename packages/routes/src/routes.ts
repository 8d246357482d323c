/*
 * The routes to calls: system calls by ABI, number and condition on the arguments.
 *
 * A program can make a call by its number on every ABI of the machine. Three further kinds of calls do the same: the multiplexer of
 * the ABI, whose arguments are in memory; `io_uring_setup`, from the kernel whose io_uring makes the call; and numbers that belong to
 * another ABI, where the machine takes them. A route counts only if a kernel of the span has it. The version of a call is the one in
 * Linux itself: a kernel of a distribution may have it earlier.
 *
 * Where an ABI does not know an argument or a constant of the condition, every call of the name is a route.
 */
import { callPredicate } from '@seccompile/policy/toolkit'
import { ALWAYS, argument } from '@seccompile/rules'
import type { Predicate } from '@seccompile/rules'
import { expectList, expectObject, expectText } from '@seccompile/shape'
import { argumentOf, signatureOf } from '@seccompile/signatures'
import { firstArgument, numberOf, otherDoorOf, RING_OPERATIONS } from '@seccompile/syscalls'
import type { AbiTable, AbiToken, KernelSpan, RingOperations } from '@seccompile/syscalls'
import type { CallPattern } from './call-pattern.ts'
import { archesOf, oldNumbers } from './foreign-numbers.ts'
import { reaches } from './kernel-span.ts'
import { isCompat } from './machines.ts'
import type { MachineAbis } from './machines.ts'

/** System calls by which a program makes some calls. */
export interface CallRoute {
  /** The ABI of the programs that make it. */
  readonly abi: AbiTable
  /** An `AUDIT_ARCH_*` value, u32. */
  readonly arch: number
  /** The call that is made. */
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

/** Whether the ABI has the call in a kernel of the span. @throws TypeError for a wrong value */
export function hasCall(abi: AbiTable, name: string, kernels: KernelSpan): boolean {
  expectObject(kernels, 'kernels')
  return numberOf(abi, name) !== undefined && reaches(kernels, signatureOf(abi, name)?.since ?? [0, 0])
}

/** The condition on the arguments of `pattern`, by the registers of the ABI. */
const argumentsOf = ({ name, when }: CallPattern, abi: AbiTable): Predicate =>
  (when && callPredicate(name, when, abi)) ?? ALWAYS

/** The ABIs whose `ipc` fails where the upper bits, a version, are not 0. @see arch/s390/kernel/syscall.c: sys_s390_ipc() */
const VERSIONLESS: readonly AbiToken[] = ['s390', 's390x']

/** The call `name` by the multiplexer of the ABI. */
function byMultiplexer(name: string, abi: AbiTable): readonly AbiRoute[] {
  const door = otherDoorOf(abi, name)
  if (door === undefined) return []
  const index = argumentOf(abi, door.multiplexer, 'call')?.index ?? firstArgument(abi)
  const selected = BigInt(door.call)
  const mask = VERSIONLESS.includes(abi.token) ? 0xffff_ffffn : BigInt(door.mask)
  const args = argument(index, [{ lo: selected, hi: selected }], mask)
  return [{ abi, name, nr: door.nr, args, by: door.multiplexer }]
}

/** The route to the call `name` by the multiplexer of `abi`; `undefined` where it has none for the call. */
export function multiplexerRoute(abi: AbiTable, name: string): CallRoute | undefined {
  expectObject(abi, 'abi', 'token', 'auditArch')
  expectText(name, 'name')
  const [route] = byMultiplexer(name, abi)
  return route && { ...route, arch: abi.auditArch }
}

/** The operations of io_uring in the kernels of a span. @throws TypeError for a wrong value */
export function ringOperations(kernels: KernelSpan): readonly RingOperations[] {
  expectObject(kernels, 'kernels')
  return RING_OPERATIONS.filter(({ since }) => reaches(kernels, since))
}

/** The call `name` by io_uring. */
function byRing(name: string, abi: AbiTable, kernels: KernelSpan): readonly AbiRoute[] {
  const nr = numberOf(abi, RING)
  const isOperation = ringOperations(kernels).some(({ calls, further = [] }) =>
    [...calls, ...further].includes(name),
  )
  return nr !== undefined && isOperation ? [{ abi, name, nr, args: ALWAYS, by: 'io_uring' }] : []
}

/** The call of `pattern` by a number of x86_64 that belongs to no ABI. It has the arguments of the entry point that it runs. */
function byOldNumber(
  pattern: CallPattern,
  abi: AbiTable,
  machine: MachineAbis,
  kernels: KernelSpan,
): readonly AbiRoute[] {
  const { name } = pattern
  return oldNumbers(abi, machine, name, kernels).map(({ nr, entry }) => ({
    abi,
    name,
    nr,
    args: argumentsOf(pattern, entry),
    by: 'foreign-number',
  }))
}

/** Every route to `pattern` by the numbers of one ABI of `machine`. */
function routesOn(
  pattern: CallPattern,
  abi: AbiTable,
  machine: MachineAbis,
  kernels: KernelSpan,
): readonly AbiRoute[] {
  const { name, compat } = pattern
  if (compat === true && !isCompat(abi, machine)) return []
  const args = argumentsOf(pattern, abi)
  const nr = hasCall(abi, name, kernels) ? numberOf(abi, name) : undefined
  return [
    ...(nr === undefined ? [] : [{ abi, name, nr, args }]),
    ...byOldNumber(pattern, abi, machine, kernels),
    ...byMultiplexer(name, abi),
    ...byRing(name, abi, kernels),
  ]
}

/** `route` under each arch value under which the machine takes its number. */
const underArches = (route: AbiRoute, machine: MachineAbis): readonly CallRoute[] =>
  archesOf(route.abi, machine).map((arch) => ({
    ...route,
    arch,
    ...(arch === route.abi.auditArch || route.by !== undefined ? {} : { by: 'foreign-number' }),
  }))

/**
 * Every route to `calls` on `machine` in the kernels of a span, by ABI. The list is empty where no ABI of the machine has the calls.
 * @throws TypeError for a wrong value
 */
export function routesOf(
  calls: readonly CallPattern[],
  machine: MachineAbis,
  kernels: KernelSpan,
): readonly CallRoute[] {
  expectList(calls, 'calls', 'name')
  expectList(machine, 'machine', 'token', 'numbers')
  expectObject(kernels, 'kernels')
  return machine.flatMap((abi) =>
    calls
      .flatMap((pattern) => routesOn(pattern, abi, machine, kernels))
      .flatMap((route) => underArches(route, machine)),
  )
}
