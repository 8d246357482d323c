import { expectList } from '@seccompile/shape'
import { signedAbiTable } from '@seccompile/signatures'
import { otherAbisOf } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'

/** The ABIs by which programs of one machine make calls, those of the filter first. */
export type MachineAbis = readonly [AbiTable, ...AbiTable[]]

/**
 * The machines of `abis`. A machine has all ABIs that its kernel may offer, so also those that the filter does not test:
 * a program on x86_64 may make calls of x86 and x32.
 * @throws TypeError for a wrong value
 */
export function machinesOf(abis: readonly [AbiTable, ...AbiTable[]]): readonly MachineAbis[] {
  expectList(abis, 'abis', 'token', 'numbers')
  const machines: MachineAbis[] = []
  for (const abi of abis) {
    if (machines.some((machine) => machine.some(({ token }) => token === abi.token))) continue
    const others = otherAbisOf(abi.token)
    const named = abis.filter(({ token }) => others.includes(token))
    const rest = others.filter((token) => !named.some((table) => table.token === token))
    machines.push([abi, ...named, ...rest.map((token) => signedAbiTable(token))])
  }
  return machines
}

/** Whether `abi` is of 32-bit programs on a 64-bit kernel of its machine. */
export function isCompat(abi: AbiTable, machine: MachineAbis): boolean {
  return abi.wordSize === 32 && machine.some(({ wordSize }) => wordSize === 64)
}
