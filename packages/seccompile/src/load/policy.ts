/*
 * The policy that an argument names: a preset, a profile in a file or on standard input, or a module whose default
 * export is a policy.
 */
import { policyTables } from '@seccompile/policy'
import type { Finding, Policy, Warning } from '@seccompile/policy'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'
import { CliError } from '../cli-error.ts'
import { nativeAbi, parseAbis } from '../options/abi.ts'
import type { AbiOptions } from '../options/abi.ts'
import { inputName, readInput } from '../io/input.ts'
import { isModulePath } from '@seccompile/policy-files'

/** A policy, with the warnings about its text. */
export interface LoadedPolicy {
  readonly policy: Policy
  readonly warnings: readonly Warning[]
  /** Facts about the reading of a text, and what options of the command line say otherwise than the policy. */
  readonly notes?: readonly string[]
  /** The parts of a profile about installing the filter; a raw program cannot hold them. */
  readonly install?: InstallFacts
  /** What an OCI profile must not hold as an artifact; absent for other policies. */
  readonly artifact?: () => Promise<readonly Finding[]>
}

/** The parts of a profile that are parameters of seccomp(2). */
export interface InstallFacts {
  readonly flags?: readonly string[]
  readonly listenerPath?: string
  readonly listenerMetadata?: string
}

/** An argument with this prefix names a preset, or several joined by `+`, not a file. */
export const PRESET = 'preset:'

/** The ABI of the machine that options name: the first of `--abi`, or that of this machine; `undefined` where they name none. */
export function machineOf({ abi, native = false }: AbiOptions): AbiToken | undefined {
  if (abi !== undefined) return parseAbis(abi)[0].token
  return native ? nativeAbi() : undefined
}

/** The policy that `argument` names. @throws CliError or PolicyError where it cannot be loaded */
export async function loadPolicy(argument: string, options: AbiOptions = {}): Promise<LoadedPolicy> {
  if (argument.startsWith(PRESET)) {
    const { loadPresetPolicy } = await import('@seccompile/presets/load')
    return { policy: await loadPresetPolicy(argument.slice(PRESET.length)), warnings: [] }
  }
  if (isModulePath(argument)) {
    const { loadPolicyModule } = await import('./policy-module.ts')
    return { policy: await loadPolicyModule(argument), warnings: [] }
  }
  const { partOf, readPolicyText } = await import('@seccompile/policy-files')
  const { path, part } = partOf(argument)
  return readPolicyText(readInput(path), inputName(path), { part, native: machineOf(options) })
}

/**
 * The ABIs to resolve `policy` for: those of `--abi`, else the main one with the policy's others.
 * @throws CliError where an ABI is unknown, two ABIs differ in byte order, or both `--native` and `--abi` are given
 */
export function targetAbis(policy: Policy, options: AbiOptions): readonly AbiTable[] {
  if (options.abi !== undefined && options.native === true)
    throw new CliError('--abi and --native exclude each other')
  if (options.abi !== undefined) return parseAbis(options.abi)
  const native = options.native === true ? nativeAbi() : undefined
  if (native !== undefined && policy.abis?.includes(native) === false)
    throw new CliError(
      `this machine makes calls of ${native}, and the policy is for ${policy.abis.join(', ')}; --abi ${native} compiles it for this machine all the same`,
    )
  return policyTables(policy, native, signedAbiTable)
}

/**
 * A note on the ABIs of `policy` that `--abi` leaves out; `undefined` where it leaves out none. Where the first ABI of
 * `--abi` is none of the policy's, the `architectures` of the policy are for another machine, and are not counted.
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
  const isForOthers = [policy.architectures, policy.abis].some((own) => own?.includes(main.token) === false)
  const { abis: _own, ...others } = policy
  const whole = policyTables(isForOthers ? { ...others, architectures: [] } : policy, main.token)
  const leftOut = whole.filter(
    ({ token, endianness }) => endianness === main.endianness && abis.every((abi) => abi.token !== token),
  )
  if (leftOut.length === 0) return undefined
  const names = (tables: readonly AbiTable[], comma: string): string =>
    tables.map(({ token }) => token).join(comma)
  return `the policy is for ${names(leftOut, ', ')} too, which --abi leaves out; --abi ${names([...abis, ...leftOut], ',')} takes in all`
}
