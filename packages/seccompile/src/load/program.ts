/*
 * The program that an argument names: a raw file of `sock_filter`s, or a policy, which is compiled.
 *
 * The compiler is imported only for a policy. The compiler is most of the code, and a raw file does not need it.
 */
import type { AnswerWarning } from '@seccompile/answer'
import type { Endianness, Program } from '@seccompile/abi'
import { verify } from '@seccompile/cbpf'
import type { CompileOptions, ObjectiveBound, ObjectiveValue } from '@seccompile/compiler'
import { isModulePath, PRESET, readFilter, readRawFilter } from '@seccompile/policy-files'
import type { Policy, Target } from '@seccompile/policy'
import type { LoadedPolicy } from '@seccompile/policy-files'
import { assertNever } from '@seccompile/shape'
import type { AbiTable } from '@seccompile/syscalls'
import { ByteOrderError, CliError } from '../io/cli-error.ts'
import { inputName } from '../io/input.ts'
import { rawAbis } from '../options/abi.ts'
import type { AbiOptions } from '../options/abi.ts'
import { requirementsOf } from '../options/target.ts'
import type { Requirements, TargetOptions } from '../options/target.ts'
import { certificateWarning } from '@seccompile/report/compilation'
import { ofQuestions } from '../show/say.ts'
import { overridden } from './overrides.ts'
import { readPolicyFile } from './policy-file.ts'
import { loadPolicy, targetAbis } from './policy.ts'
import { noFilter } from './unread-text.ts'

/** A program, with the ABIs whose names are shown in it. */
export interface LoadedProgram {
  readonly program: Program
  readonly abis: readonly [AbiTable, ...AbiTable[]]
  readonly endianness: Endianness
  readonly warnings: readonly AnswerWarning[]
  /** The policy; absent for a raw file. */
  readonly policy?: Policy
  /** The target for which the policy was compiled; absent for a raw file. */
  readonly target?: Target
  /** The value of the objective; absent for a raw file. */
  readonly objective?: (ObjectiveValue & Partial<ObjectiveBound>) | undefined
}

/** Options for the compilation of a policy, without its target. */
type How = Omit<CompileOptions, 'abis' | keyof Requirements>

/**
 * The program for a policy, compiled as `compile` does unless `how` differs.
 * @throws CliError or PolicyError where the policy cannot be compiled for the target
 */
export async function compiled(
  { policy, warnings, notes = [] }: LoadedPolicy,
  options: AbiOptions,
  how: Omit<CompileOptions, 'abis'>,
): Promise<LoadedProgram> {
  const { compile } = await import('@seccompile/compiler')
  const { constantFamilies } = await import('@seccompile/constants/all')
  const compilation = compile(policy, {
    families: constantFamilies,
    ...how,
    abis: targetAbis(policy, options),
  })
  const [first, ...others] = compilation.abis
  if (first === undefined) throw new CliError('the policy is for no ABI')
  const unproved = certificateWarning(compilation.certificate)
  const said = [
    ...notes.map((message) => ({ message, isNote: true })),
    ...warnings,
    ...compilation.warnings,
    ...(unproved === undefined ? [] : [{ message: unproved }]),
  ]
  return {
    program: compilation.program,
    abis: [first, ...others],
    endianness: compilation.endianness,
    warnings: said,
    policy,
    target: { abis: compilation.abis, caps: how.caps, kernel: how.kernel },
    objective: compilation.objective,
  }
}

function decoded(name: string, bytes: Uint8Array, options: AbiOptions): LoadedProgram {
  const abis = rawAbis(options)
  const { endianness } = abis[0]
  const read = readRawFilter(bytes, endianness)
  switch (read.kind) {
    case 'program':
      return { program: read.program, abis, endianness, warnings: [] }
    case 'text':
      throw new CliError(
        `${name}: is text, not a raw filter; "asm" makes a raw filter from a listing, or from bpf_asm's syntax`,
      )
    case 'elf':
      throw new CliError(
        `${name}: is an ELF program, not a filter; "record -o calls.ndjson -- ${name}" records its calls, "policy calls.ndjson" makes a policy of them, and "run POLICY -- ${name}" runs it under one`,
      )
    case 'malformed':
      throw new CliError(`${name}: is not a raw filter: ${read.reason}`, { cause: read.cause })
    case 'other-order':
      throw new ByteOrderError(`${name}: is ${read.order} endian; pass --abi ${read.abi}`, read.order)
    default:
      return assertNever(read)
  }
}

/** The content of an argument: a policy, or the bytes of a raw file. */
export type FilterSource =
  | { readonly kind: 'policy'; readonly loaded: LoadedPolicy }
  | { readonly kind: 'raw'; readonly bytes: Uint8Array }

/**
 * The policy or the raw file that `argument` names; `-` is standard input.
 * @param options - they win over the policy
 * @throws CliError or PolicyError
 */
export async function loadSource(argument: string, options: TargetOptions = {}): Promise<FilterSource> {
  if (argument.startsWith(PRESET) || isModulePath(argument))
    return { kind: 'policy', loaded: overridden(await loadPolicy(argument, options), options) }
  const { name, bytes, how } = await readPolicyFile(argument, options)
  const found = await readFilter(bytes, name, { ...how, abis: rawAbis(options) })
  switch (found.kind) {
    case 'policy':
      return { kind: 'policy', loaded: overridden(found.loaded, options) }
    case 'raw':
      if (how.part === undefined) return found
      throw new CliError(`${argument}: there is no such file, and ${name} is one raw filter`)
    default:
      throw noFilter(name, found)
  }
}

/**
 * The bytes of the raw filter `file`, one of a list. A module is refused before it runs.
 * @throws CliError where the file cannot be read, or is a policy
 */
export async function listedFilter(file: string, options: TargetOptions): Promise<Uint8Array> {
  const source = file.startsWith(PRESET) || isModulePath(file) ? undefined : await loadSource(file, options)
  if (source?.kind === 'raw') return source.bytes
  throw new CliError(`${file}: is a policy; a list of files may name raw filters only`)
}

/**
 * The program in a raw file, or the program of a policy, compiled as `compile` does unless `how` differs; `-` is
 * standard input.
 * @throws CliError or PolicyError where it cannot be loaded or compiled
 */
export async function loadProgram(
  argument: string,
  options: TargetOptions,
  how: How = {},
): Promise<LoadedProgram> {
  const source = await loadSource(argument, options)
  if (source.kind === 'raw') return decoded(inputName(argument), source.bytes, options)
  const loaded = await compiled(source.loaded, options, { ...how, ...requirementsOf(options) })
  return { ...loaded, warnings: ofQuestions(loaded.warnings) }
}

/** A clause with the first rule that `program` breaks; `undefined` where the kernel accepts it. */
export function refusalOf(program: Program): string | undefined {
  const [problem] = verify(program)
  return (
    problem &&
    `the kernel would refuse this program: ${problem.where}: ${problem.message} (${problem.invariant})`
  )
}

function checkAccepted(name: string, program: Program): void {
  const refusal = refusalOf(program)
  if (refusal !== undefined) throw new CliError(`${name}: ${refusal}`)
}

/** The program in the bytes of the raw file `name`, if the kernel accepts it. @throws CliError */
export function acceptedRaw(name: string, bytes: Uint8Array, options: AbiOptions): LoadedProgram {
  const loaded = decoded(name, bytes, options)
  checkAccepted(name, loaded.program)
  return loaded
}

/** {@link loadProgram}, but only a program that the kernel accepts. @throws CliError naming instruction and rule */
export async function loadAcceptedProgram(
  argument: string,
  options: TargetOptions,
  how: How = {},
): Promise<LoadedProgram> {
  const loaded = await loadProgram(argument, options, how)
  checkAccepted(inputName(argument), loaded.program)
  return loaded
}
