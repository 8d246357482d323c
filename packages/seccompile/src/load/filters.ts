/* The filters that `run` and `launch` start a command under. */
import { auditArchName } from '@seccompile/abi'
import { verdictText } from '@seccompile/constants/errno'
import { forbiddenCall, nativeAbi as machineCalls } from '@seccompile/kernel/exec'
import type { AttachFlags } from '@seccompile/kernel/exec'
import { testedArches } from '@seccompile/policy-files'
import { CliError } from '../io/cli-error.ts'
import type { ByteOrderError } from '../io/cli-error.ts'
import { checkOneStdin, filterFilesOf, inputName } from '../io/input.ts'
import { nativeAbi, parseAbis } from '../options/abi.ts'
import { requirementsOf } from '../options/target.ts'
import type { TargetOptions } from '../options/target.ts'
import { acceptedRaw, compiled, listedFilter, loadSource } from './program.ts'
import type { FilterSource, LoadedProgram } from './program.ts'

/** The filters that `argument` names, in order, and the flags that a profile asks for. */
export interface LoadedFilters {
  readonly programs: readonly LoadedProgram[]
  readonly flags: AttachFlags
  /** The files of raw filters; `undefined` if a policy was compiled, or standard input was read. */
  readonly files: readonly string[] | undefined
}

/** The flags of a profile that `run` uses. Flags about threads and listeners have no meaning for one command. */
function profileFlags(names: readonly string[]): AttachFlags {
  return {
    log: names.includes('SECCOMP_FILTER_FLAG_LOG'),
    specAllow: names.includes('SECCOMP_FILTER_FLAG_SPEC_ALLOW'),
  }
}

/**
 * The program in a raw file. @throws CliError where the file holds none, or one for a machine of the other byte order
 */
function rawProgram(path: string, bytes: Uint8Array, options: TargetOptions): LoadedProgram {
  const abis = options.abi ?? parseAbis(nativeAbi())
  try {
    return acceptedRaw(inputName(path), bytes, { abi: abis })
  } catch (error) {
    const { code, order } = error as Partial<ByteOrderError>
    if (code !== 'E_BYTE_ORDER' || options.abi !== undefined) throw error
    const abi = abis[0].token
    throw new CliError(
      `${inputName(path)}: is a filter for ${order} endian machines, and programs on this machine make calls of ${abi}; compile the policy for ${abi} with --abi ${abi}; nothing was started`,
      { cause: error },
    )
  }
}

/**
 * The filters that `argument` names: raw files, or a policy, which is compiled for this machine, or for `--abi`.
 * @throws CliError or PolicyError
 */
export async function loadFilters(argument: string, options: TargetOptions): Promise<LoadedFilters> {
  const requirements = requirementsOf(options)
  checkOneStdin([argument])
  const parts = filterFilesOf(argument)
  const programs: LoadedProgram[] = []
  let flags: AttachFlags = {}
  let isRaw = true
  for (const part of parts) {
    const source: FilterSource =
      parts.length > 1
        ? { kind: 'raw', bytes: await listedFilter(part, options) }
        : await loadSource(part, options)
    if (source.kind === 'raw') {
      programs.push(rawProgram(part, source.bytes, options))
      continue
    }
    const abi = options.abi === undefined ? { native: true } : { abi: options.abi }
    isRaw = false
    programs.push(await compiled(source.loaded, abi, requirements))
    flags = profileFlags(source.loaded.install?.flags ?? [])
  }
  return { programs, flags, files: isRaw && argument !== '-' ? parts : undefined }
}

/**
 * Checks that a filter is for this machine. A filter for another machine gives every call the verdict for calls of
 * another arch, and the verdict on execve alone would not explain that.
 * @throws CliError where a filter refuses execve, and tests for other architectures than this machine's
 */
export function checkMachine(
  argument: string,
  programs: readonly LoadedProgram[],
  filters: readonly Uint8Array[],
): void {
  const native = machineCalls()
  const refused = forbiddenCall(filters, native, ['execve'])
  const program = refused && programs[refused.filter]?.program
  const tested = [...(program === undefined ? [] : testedArches(program))]
  if (refused === undefined || tested.length === 0 || tested.includes(native.auditArch)) return
  const name = filterFilesOf(argument)[refused.filter] ?? argument
  throw new CliError(
    `${inputName(name)}: is a filter for ${tested.map(auditArchName).join(', ')}, and programs on this machine make calls of ${native.token}, to which it gives ${refused.verdicts.map((verdict) => verdictText(verdict, [native.token])).join(' or ')}; compile the policy for ${native.token} with --abi ${native.token}; nothing was started`,
  )
}
