/*
 * What a command takes for a policy: the name of a preset, a profile in a file or on standard input, or a module whose
 * default export is a policy.
 */
import { policyTables, presetPolicy } from '@seccompile/policy'
import type { Policy, Warning } from '@seccompile/policy'
import type { AbiTable } from '@seccompile/syscalls'
import { CliError } from '../cli-error.ts'
import { nativeAbi, parseAbis } from '../options/abi.ts'
import type { AbiOptions } from '../options/abi.ts'
import { inputName, readInput, utf8 } from './input.ts'
import { isModulePath } from './module.ts'

/** A policy, and what was said on the way to it. */
export interface LoadedPolicy {
  readonly policy: Policy
  readonly warnings: readonly Warning[]
  /** What a profile says about how to install the filter; a raw program cannot hold it. */
  readonly install?: InstallFacts
}

/** The parts of a profile that go with seccomp(2), not into the program. */
export interface InstallFacts {
  readonly flags?: readonly string[]
  readonly listenerPath?: string
  readonly listenerMetadata?: string
}

/** How the name of a preset begins where a file could stand. */
export const PRESET = 'preset:'

/** The profile in `bytes`, which come from the file `name`. @throws CliError or PolicyError */
export async function readProfile(bytes: Uint8Array, name: string): Promise<LoadedPolicy> {
  const { parseProfile } = await import('@seccompile/oci')
  const { policy, warnings, ...install } = parseProfile(utf8(bytes, name, 'a profile in JSON'), {
    file: name,
  })
  return { policy, warnings, install }
}

/** The policy that `argument` names. @throws CliError or PolicyError where it cannot be had */
export async function loadPolicy(argument: string): Promise<LoadedPolicy> {
  if (argument.startsWith(PRESET))
    return { policy: presetPolicy(argument.slice(PRESET.length)), warnings: [] }
  if (isModulePath(argument)) {
    const { loadPolicyModule } = await import('./policy-module.ts')
    return { policy: await loadPolicyModule(argument), warnings: [] }
  }
  return readProfile(readInput(argument), inputName(argument))
}

/**
 * The ABIs to resolve `policy` for: those of `--abi`, else the main one with the policy's others.
 * @throws CliError where an ABI is unknown, two byte orders meet, or `--native` stands beside `--abi`
 */
export function targetAbis(policy: Policy, options: AbiOptions): readonly AbiTable[] {
  if (options.abi !== undefined && options.native === true)
    throw new CliError('--abi and --native exclude each other')
  if (options.abi !== undefined) return parseAbis(options.abi)
  return policyTables(policy, options.native === true ? nativeAbi() : 'x86_64')
}

/**
 * What to say where `--abi` leaves out ABIs that `policy` is for beside the first one it names; `undefined` where it
 * leaves out none. The `architectures` of a profile for other machines are no such ABIs.
 *
 * @param abis - those of {@link targetAbis}
 */
export function leftOutNote(
  policy: Policy,
  { abi: list }: AbiOptions,
  abis: readonly AbiTable[],
): string | undefined {
  const [main] = abis
  if (list === undefined || main === undefined) return undefined
  const isForOthers = policy.architectures?.includes(main.token) === false
  const whole = policyTables(isForOthers ? { ...policy, architectures: [] } : policy, main.token)
  const leftOut = whole.filter(
    ({ token, endianness }) => endianness === main.endianness && abis.every((abi) => abi.token !== token),
  )
  if (leftOut.length === 0) return undefined
  const names = (tables: readonly AbiTable[], comma: string): string =>
    tables.map(({ token }) => token).join(comma)
  return `the policy is for ${names(leftOut, ', ')} too, which --abi leaves out; --abi ${names([...abis, ...leftOut], ',')} takes in all`
}
