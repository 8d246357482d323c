/*
 * Numbers by which a machine makes a call, and that belong to no ABI of the filter's `arch`.
 *
 * Before Linux 5.4, x86_64 and x32 have one table. `ioctl` is 16 on x86_64 and 514 on x32, which has bit 30 set beside. So 514
 * without the bit runs the entry point of x32, and 16 with the bit runs the entry point of x86_64 for a program of x32.
 * A 64-bit kernel of mips has one entry point for all system calls, which looks at the number alone: 4000 and on is o32, 5000
 * n64, 6000 n32. `arch` is that of the process. So a process of n64 makes the calls of o32 by their numbers. The call `syscall` of
 * o32, which makes the call of its first argument, is no such way: the filter sees the number of the call that it makes.
 * @see seccomp(2), "Caveats"; commit 6365b842aae4 of Linux
 * @see arch/mips/kernel/scall64-o32.S: handle_sys, trace_a_syscall; arch/mips/include/asm/syscall.h: syscall_get_arch()
 */
import { expectList, expectObject, expectText } from '@seccompile/shape'
import { numberOf } from '@seccompile/syscalls'
import type { AbiTable, KernelSpan } from '@seccompile/syscalls'
import { beginsBefore } from './kernel-span.ts'
import type { MachineAbis } from './machines.ts'

/** The kernel whose x86_64 gives the numbers without an ABI ENOSYS. */
const X32_SPLIT: readonly [major: number, minor: number] = [5, 4]

/** A number that belongs to no ABI, and the ABI whose entry point it runs. */
interface OldNumber {
  readonly nr: number
  readonly entry: AbiTable
}

/** The numbers without an ABI that make the call `name` on `machine`, where `abi` is its x32 and a kernel of the span takes them. */
export function oldNumbers(
  abi: AbiTable,
  machine: MachineAbis,
  name: string,
  kernels: KernelSpan,
): readonly OldNumber[] {
  const main = machine.find(({ token }) => token === 'x86_64')
  const withBit = abi.oldNumbers?.get(name)
  if (withBit === undefined || main === undefined || !beginsBefore(kernels, X32_SPLIT)) return []
  const own = numberOf(abi, name)
  return [{ nr: withBit, entry: main }, ...(own === undefined ? [] : [{ nr: own - abi.base, entry: abi }])]
}

/** The values of `arch` under which the numbers of `abi` make its calls: its own, and on 64-bit mips those of the others. */
export function archesOf(abi: AbiTable, machine: MachineAbis): readonly number[] {
  if (!abi.token.startsWith('mips')) return [abi.auditArch]
  return [
    abi.auditArch,
    ...machine.map(({ auditArch }) => auditArch).filter((arch) => arch !== abi.auditArch),
  ]
}

/**
 * The numbers of other ABIs, and of none, by which a program under the `arch` of `abi` makes the call `name` on `machine` in a kernel
 * of the span. `routesOf` has them too.
 * @throws TypeError for a wrong value
 */
export function foreignNumbersOf(
  name: string,
  abi: AbiTable,
  machine: MachineAbis,
  kernels: KernelSpan,
): readonly number[] {
  expectText(name, 'name')
  expectObject(abi, 'abi', 'auditArch')
  expectList(machine, 'machine', 'token', 'numbers')
  expectObject(kernels, 'kernels')
  return machine.flatMap((other) => {
    if (other.auditArch === abi.auditArch)
      return oldNumbers(other, machine, name, kernels).map(({ nr }) => nr)
    return archesOf(other, machine).includes(abi.auditArch) ? (numberOf(other, name) ?? []) : []
  })
}
