import type { Endianness } from '@seccompile/abi'
import { verdictText } from '@seccompile/constants/errno'
import { endianness as endiannessReader, record, shown } from '@seccompile/shape'
import { KernelError } from '../system/kernel-error.ts'
import { machineEndianness, nativeAbi } from '../system/native-abi.ts'
import type { NativeAbi } from '../system/native-abi.ts'
import { readOptions } from '../system/option-readers.ts'
import { abiReader, forbiddenCall } from './launch-calls.ts'
import type { ForbiddenCall } from './launch-calls.ts'
import { LAUNCHER_CALLS } from './other-launcher.ts'
import type { AnyLauncherName } from './other-launcher.ts'

/** The machine that filters are for. */
export interface LaunchMachine {
  readonly abi: NativeAbi
  readonly endianness: Endianness
}

const machineReader = record<LaunchMachine>({ abi: abiReader, endianness: endiannessReader })

/** Why the call of `forbidden` is in the way of a start under `count` filters: one clause. */
export function forbiddenText(
  { call, verdicts, filter }: ForbiddenCall,
  count: number,
  { token }: NativeAbi = nativeAbi(),
): string {
  const which = count === 1 ? 'the filter' : `filter ${filter + 1} of ${count}`
  const says = verdicts.map((verdict) => verdictText(verdict, [token])).join(' or ')
  const refuses = `${which} refuses ${call} whatever its arguments (${says})`
  return call === 'execve' || call === 'seccomp'
    ? `${refuses}, and without that call no command can be started under it`
    : refuses
}

/**
 * Why `launcher` starts no command under `filters`: it makes a call that one of them refuses whatever its arguments.
 * One clause; `undefined` where no such call is found.
 *
 * @param filters - in the order in which they are attached
 * @throws KernelError `E_ARGUMENT`
 */
export function refusedLaunch(
  launcher: AnyLauncherName,
  filters: readonly Uint8Array[],
  machine: LaunchMachine = { abi: nativeAbi(), endianness: machineEndianness() },
): string | undefined {
  const { abi, endianness } = readOptions(machineReader, machine, 'machine')
  if (!Object.hasOwn(LAUNCHER_CALLS, launcher))
    throw new KernelError('E_ARGUMENT', `there is no launcher ${shown(launcher)}`)
  // bwrap attaches by prctl(PR_SET_SECCOMP), this package by seccomp(2). The others attach one filter.
  const traits = { attaching: launcher === 'bwrap' ? 'prctl' : 'seccomp', endianness } as const
  // A filter without execve starts no command by any launcher. That comes first, as it says the most.
  const forbidden =
    forbiddenCall(filters, abi, ['execve'], traits) ??
    forbiddenCall(filters, abi, LAUNCHER_CALLS[launcher], traits)
  if (forbidden === undefined) return undefined
  const text = forbiddenText(forbidden, filters.length, abi)
  return forbidden.call === 'execve' ? text : `${launcher} makes calls of its own, and ${text}`
}
