/*
 * What a command takes for a policy: the name of a preset, a profile in a file or on standard input, or a module whose
 * default export is a policy.
 */
import { policyTables, presetPolicy } from '@seccompile/policy'
import type { Policy, Warning } from '@seccompile/policy'
import type { AbiTable } from '@seccompile/syscalls'
import { nativeAbi, parseAbis } from './abi-option.ts'
import { CliError } from './cli-error.ts'
import { inputName, readInput, utf8 } from './input.ts'
import { isModulePath } from './load-module.ts'

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

/** How a command names its ABIs. */
export interface AbiOptions {
  readonly abi?: string
  readonly native?: boolean
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
