/*
 * The policy that an argument names: a preset, a profile in a file or on standard input, or a module whose default
 * export is a policy.
 */
import type { Filter } from '@seccompile/filter'
import { policyTables } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { isModulePath, PRESET, readPolicyText } from '@seccompile/policy-files'
import type { LoadedPolicy } from '@seccompile/policy-files'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiTable } from '@seccompile/syscalls'
import { CliError } from '../io/cli-error.ts'
import { nativeAbi } from '../options/abi.ts'
import type { AbiOptions } from '../options/abi.ts'
import { readPolicyFile } from './policy-file.ts'
import { noPolicy } from './unread-text.ts'

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
  const { name, bytes, how } = await readPolicyFile(argument, options)
  const found = await readPolicyText(bytes, name, how)
  if (found.kind === 'policy') return found.loaded
  throw noPolicy(name, found)
}

/**
 * The ABIs to resolve `policy` for: those of `--abi`, or else the main ABI and the other ABIs of the policy.
 * @throws CliError where an ABI is unknown, two ABIs differ in byte order, or both `--native` and `--abi` are given
 */
export function targetAbis(policy: Policy, options: AbiOptions): readonly AbiTable[] {
  if (options.abi !== undefined && options.native === true)
    throw new CliError('--abi and --native exclude each other')
  if (options.abi !== undefined) return options.abi
  const native = options.native === true ? nativeAbi() : undefined
  if (native !== undefined && policy.abis?.includes(native) === false)
    throw new CliError(
      `this machine makes calls of ${native}, and the policy is for ${policy.abis.join(', ')}; add --abi ${native} to compile it for this machine nevertheless`,
    )
  return policyTables(policy, native, signedAbiTable)
}

/**
 * A note on the ABIs of `policy` that `--abi` leaves out; `undefined`, if it leaves out none. If the policy does not
 * name the first ABI of `--abi`, the `architectures` of the policy are for another machine, and do not count.
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
  return `the policy is also for ${names(leftOut, ', ')}, which --abi leaves out; --abi ${names([...abis, ...leftOut], ',')} names all`
}

/** {@link leftOutNote} on a filter: none where it is no policy. */
export function leftOutNotes({ policy, abis }: Filter, options: AbiOptions): readonly string[] {
  const note = policy && leftOutNote(policy, options, abis)
  return note === undefined ? [] : [note]
}
