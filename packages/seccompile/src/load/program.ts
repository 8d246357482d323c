/*
 * What a command takes for a program: a raw file of `sock_filter`s, or whatever a policy is taken from, compiled.
 *
 * A raw file does not say its byte order. Where it makes a program that the kernel accepts in the other order only, that
 * is the order it has: every `code` of such a file, read the wrong way, is one that seccomp refuses.
 *
 * The compiler is loaded where there is a policy: it is most of the program, and a raw file needs none of it.
 */
import { BPF, WORD_ARCH, wordOffset } from '@seccompile/abi'
import type { Endianness, Program } from '@seccompile/abi'
import { decode, verify } from '@seccompile/cbpf'
import type { CompileOptions, ObjectiveBound, ObjectiveValue } from '@seccompile/compiler'
import type { AbiTable } from '@seccompile/syscalls'
import { abis as allAbis } from '@seccompile/syscalls'
import { ByteOrderError, CliError } from '../cli-error.ts'
import { rawAbis } from '../options/abi.ts'
import type { AbiOptions } from '../options/abi.ts'
import { parseRequirements } from '../options/target.ts'
import type { Requirements, TargetOptions } from '../options/target.ts'
import { certificateWarning } from '../show/certificate.ts'
import type { SaidWarning } from '../show/say.ts'
import { inputName, readInput } from './input.ts'
import { isModulePath } from './module.ts'
import { loadPolicy, PRESET, readProfile, targetAbis } from './policy.ts'
import type { LoadedPolicy } from './policy.ts'

/** A program, and the ABIs whose names it is shown with. */
export interface LoadedProgram {
  readonly program: Program
  readonly abis: readonly [AbiTable, ...AbiTable[]]
  readonly endianness: Endianness
  readonly warnings: readonly SaidWarning[]
  /** What was minimised, where a policy was compiled for it. */
  readonly objective?: (ObjectiveValue & Partial<ObjectiveBound>) | undefined
}

/** A profile begins, after spaces, with `{`; as a `sock_filter` that would be no code that seccomp accepts. */
function looksLikeProfile(bytes: Uint8Array): boolean {
  return /^\s*\{/.test(
    Buffer.from(bytes.subarray(0, 64))
      .toString('latin1')
      .replace(/^\u00ef\u00bb\u00bf/, ''),
  )
}

/** How a policy is to be compiled, but for what {@link TargetOptions} say. */
type How = Omit<CompileOptions, 'abis' | keyof Requirements>

/**
 * The program that a policy is compiled to, as `compile` does unless `how` says otherwise.
 * @throws CliError or PolicyError where the policy cannot be compiled for the target
 */
export async function compiled(
  { policy, warnings }: LoadedPolicy,
  options: AbiOptions,
  how: CompileOptions,
): Promise<LoadedProgram> {
  const { compile } = await import('@seccompile/compiler')
  const compilation = compile(policy, { ...how, abis: targetAbis(policy, options) })
  const [first, ...others] = compilation.abis
  if (first === undefined) throw new CliError('the policy is for no ABI')
  const unproved = certificateWarning(compilation.certificate)
  const said = [
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

/** Where `arch` lies, in either byte order. */
const ARCH = wordOffset(WORD_ARCH, 'little')

/** The constants that `program` compares `arch` with, as its loads stand before its tests. */
function testedArches(program: Program): ReadonlySet<number> {
  const tested = new Set<number>()
  let loaded: number | undefined
  for (const { code, k } of program) {
    if (code === BPF.LD_ABS) loaded = k
    else if (code === BPF.JEQ_K && loaded === ARCH) tested.add(k)
  }
  return tested
}

/** Throws where `bytes` are a filter in the byte order that is not `endianness`, and none in that. */
function checkOrder(name: string, bytes: Uint8Array, program: Program, endianness: Endianness): void {
  if (verify(program).length === 0) return
  const other = endianness === 'little' ? 'big' : 'little'
  const swapped = decode(bytes, other)
  if (verify(swapped).length > 0) return // it is wrong in either order, and shown as it was asked for
  const tested = testedArches(swapped)
  const abi =
    allAbis.find((one) => one.endianness === other && tested.has(one.auditArch))?.token ??
    (other === 'big' ? 's390x' : 'x86_64')
  throw new ByteOrderError(`${name}: is ${other} endian; pass --abi ${abi}`, other)
}

/** Text without a NUL is no filter that the kernel accepts: the high byte of each `code` of one is 0. */
function looksLikeText(bytes: Uint8Array): boolean {
  return /^[\t\n\r\x20-\x7e]+$/.test(Buffer.from(bytes.subarray(0, 256)).toString('latin1'))
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

/** What an argument names: a policy, or the bytes of a raw file. */
export type FilterSource =
  | { readonly kind: 'policy'; readonly loaded: LoadedPolicy }
  | { readonly kind: 'raw'; readonly bytes: Uint8Array }

/** The policy or the raw file that `argument` names; `-` is standard input. @throws CliError or PolicyError */
export async function loadSource(argument: string): Promise<FilterSource> {
  if (argument.startsWith(PRESET) || isModulePath(argument))
    return { kind: 'policy', loaded: await loadPolicy(argument) }
  const bytes = readInput(argument)
  if (looksLikeProfile(bytes))
    return { kind: 'policy', loaded: await readProfile(bytes, inputName(argument)) }
  return { kind: 'raw', bytes }
}

/**
 * The program in a raw file, or that of a policy compiled as `compile` does unless `how` says otherwise; `-` is standard
 * input.
 * @throws CliError or PolicyError where it cannot be had
 */
export async function loadProgram(
  argument: string,
  options: TargetOptions,
  how: How = {},
): Promise<LoadedProgram> {
  const requirements = parseRequirements(options) // also where they do not matter: a typing error is one everywhere
  const source = await loadSource(argument)
  return source.kind === 'policy'
    ? compiled(source.loaded, options, { ...how, ...requirements })
    : decoded(inputName(argument), source.bytes, options)
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
