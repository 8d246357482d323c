/*
 * The program that an argument names: a raw file of `sock_filter`s, or a policy, which is compiled.
 *
 * A raw file does not state its byte order. Where the kernel accepts the file in one byte order only, the file has that
 * order: read in the other order, each `code` is one that seccomp refuses.
 *
 * The compiler is imported only for a policy. It is most of the code, and a raw file does not need it.
 */
import { isUtf8 } from 'node:buffer'
import { BPF, WORD_ARCH, wordOffset } from '@seccompile/abi'
import type { Endianness, Program } from '@seccompile/abi'
import { decode, encode, verify } from '@seccompile/cbpf'
import type { CompileOptions, ObjectiveBound, ObjectiveValue } from '@seccompile/compiler'
import type { AbiTable } from '@seccompile/syscalls'
import { abis as allAbis } from '@seccompile/syscalls'
import { ByteOrderError, CliError } from '../cli-error.ts'
import { rawAbis } from '../options/abi.ts'
import type { AbiOptions } from '../options/abi.ts'
import { parseRequirements } from '../options/target.ts'
import type { Requirements, TargetOptions } from '../options/target.ts'
import { certificateWarning } from '@seccompile/compilation-report'
import { ofQuestions } from '../show/say.ts'
import type { SaidWarning } from '../show/say.ts'
import { inputName, readInput, utf8 } from './input.ts'
import { isJson } from '../notation/is-json.ts'
import { isModulePath } from './module-path.ts'
import { overridden } from './overrides.ts'
import { noNotation, partOf, policyIn, readAnyJson } from './policy-text.ts'
import { loadPolicy, machineOf, PRESET, targetAbis } from './policy.ts'
import type { LoadedPolicy } from './policy.ts'

/** A program, with the ABIs whose names are shown in it. */
export interface LoadedProgram {
  readonly program: Program
  readonly abis: readonly [AbiTable, ...AbiTable[]]
  readonly endianness: Endianness
  readonly warnings: readonly SaidWarning[]
  /** The value of the objective, where a policy was compiled. */
  readonly objective?: (ObjectiveValue & Partial<ObjectiveBound>) | undefined
}

/** Options for the compilation of a policy, without its target. */
type How = Omit<CompileOptions, 'abis' | keyof Requirements>

/**
 * The program for a policy, as `compile` makes it unless `how` says otherwise.
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
    objective: compilation.objective,
  }
}

/** The offset of `arch`, which is the same in both byte orders. */
const ARCH = wordOffset(WORD_ARCH, 'little')

/** The constants that `program` compares `arch` with, if each load stands just above its tests. */
export function testedArches(program: Program): ReadonlySet<number> {
  const tested = new Set<number>()
  let loaded: number | undefined
  for (const { code, k } of program) {
    if (code === BPF.LD_ABS) loaded = k
    else if (code === BPF.JEQ_K && loaded === ARCH) tested.add(k)
  }
  return tested
}

/** @throws ByteOrderError where `bytes` are a filter in the other byte order, and none in `endianness` */
function checkOrder(name: string, bytes: Uint8Array, program: Program, endianness: Endianness): void {
  if (verify(program).length === 0) return
  const other = endianness === 'little' ? 'big' : 'little'
  const swapped = decode(bytes, other)
  if (verify(swapped).length > 0) return // no filter in either order: it is shown in the order that was asked for
  const tested = testedArches(swapped)
  const abi =
    allAbis.find((one) => one.endianness === other && tested.has(one.auditArch))?.token ??
    (other === 'big' ? 's390x' : 'x86_64')
  throw new ByteOrderError(`${name}: is ${other} endian; pass --abi ${abi}`, other)
}

/** Whether `bytes` are ASCII text. A filter is none: the high byte of each `code` that the kernel accepts is 0. */
function looksLikeText(bytes: Uint8Array): boolean {
  return /^[\t\n\r\x20-\x7e]+$/.test(Buffer.from(bytes.subarray(0, 256)).toString('latin1'))
}

/**
 * Whether `bytes` may be the text of a policy. Filters are none: see {@link looksLikeText}. Bytes that are no UTF-8 may be
 * meant as JSON, and the reader of text then says what is wrong.
 */
function mayBePolicy(bytes: Uint8Array): boolean {
  return !bytes.subarray(0, 2).includes(0) && (isUtf8(bytes) || bytes[0] === '{'.charCodeAt(0))
}

function decoded(name: string, bytes: Uint8Array, options: AbiOptions): LoadedProgram {
  const abis = rawAbis(options)
  const { endianness } = abis[0]
  if (looksLikeText(bytes))
    throw new CliError(
      `${name}: is no raw filter, but text; "asm" makes one of a listing, or of bpf_asm's syntax`,
    )
  let program: Program
  try {
    program = decode(bytes, endianness)
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error)
    throw new CliError(`${name}: is no raw filter: ${what}`, { cause: error })
  }
  checkOrder(name, bytes, program, endianness)
  return { program, abis, endianness, warnings: [] }
}

/** The content of an argument: a policy, or the bytes of a raw file. */
export type FilterSource =
  | { readonly kind: 'policy'; readonly loaded: LoadedPolicy }
  | { readonly kind: 'raw'; readonly bytes: Uint8Array }

/**
 * The policy or the raw file that `argument` names; `-` is standard input.
 * @param options - those that may say otherwise than the policy
 * @throws CliError or PolicyError
 */
export async function loadSource(argument: string, options: TargetOptions = {}): Promise<FilterSource> {
  if (argument.startsWith(PRESET) || isModulePath(argument))
    return { kind: 'policy', loaded: overridden(await loadPolicy(argument, options), options) }
  const { path, part } = partOf(argument)
  const bytes = readInput(path)
  const name = inputName(path)
  if (!mayBePolicy(bytes)) {
    if (part !== undefined)
      throw new CliError(`${argument}: there is no such file, and ${name} is one raw filter`)
    return { kind: 'raw', bytes }
  }
  const loaded = await policyIn(bytes, name, { part, native: machineOf(options) })
  if (loaded !== undefined) return { kind: 'policy', loaded: overridden(loaded, options) }
  const { programIn } = await import('./program-text.ts')
  const abis = rawAbis(options)
  const text = utf8(bytes, name, 'a policy or a filter')
  const program = programIn(text, { file: name, abis })
  if (program !== undefined) return { kind: 'raw', bytes: encode(program, abis[0].endianness) }
  if (isJson(text)) return { kind: 'policy', loaded: overridden(await readAnyJson(text, name), options) }
  if (looksLikeText(bytes)) throw await noNotation(text, name)
  return { kind: 'raw', bytes }
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
 * The program in a raw file, or the program of a policy, compiled as `compile` does unless `how` says otherwise; `-` is
 * standard input.
 * @throws CliError or PolicyError where it cannot be loaded or compiled
 */
export async function loadProgram(
  argument: string,
  options: TargetOptions,
  how: How = {},
): Promise<LoadedProgram> {
  const requirements = parseRequirements(options) // also for a raw file, so that a misspelt option is always an error
  const source = await loadSource(argument, options)
  if (source.kind === 'raw') return decoded(inputName(argument), source.bytes, options)
  const loaded = await compiled(source.loaded, options, { ...how, ...requirements })
  return { ...loaded, warnings: ofQuestions(loaded.warnings) }
}

function checkAccepted(name: string, program: Program): void {
  const [problem] = verify(program)
  if (problem === undefined) return
  const { where, message, invariant } = problem
  throw new CliError(`${name}: the kernel would refuse this program: ${where}: ${message} (${invariant})`)
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
