/*
 * The subject of a question: a program in a raw file, a stack of programs, or the rules of a policy.
 *
 * A policy is not compiled for a question. The rules are exact, so a question can be about a policy that is too large
 * for a filter. Two raw files that are compared must have one byte order.
 */
import type { AnswerWarning } from '@seccompile/answer'
import type { Endianness, Program } from '@seccompile/abi'
import type { CompileOptions } from '@seccompile/compiler'
import type { DescribedFilter } from '@seccompile/describe'
import type { Finding, Policy } from '@seccompile/policy'
import { policyMeaning } from '@seccompile/policy-files'
import type { PolicyMeaning } from '@seccompile/policy-files'
import type { LoadedPolicy } from '@seccompile/policy-files'
import { regions } from '@seccompile/prover'
import type { Subject } from '@seccompile/prover'
import type { AbiTable } from '@seccompile/syscalls'
import { CliError } from '../io/cli-error.ts'
import type { ByteOrderError } from '../io/cli-error.ts'
import { checkOneStdin, filterFilesOf, inputName } from '../io/input.ts'
import { requirementsOf } from '../options/target.ts'
import type { Requirements, TargetOptions } from '../options/target.ts'
import { ofQuestions } from '../show/say.ts'
import { partOf } from './policy-file.ts'
import { leftOutNote, targetAbis } from './policy.ts'
import { acceptedRaw, listedFilter, loadSource } from './program.ts'
import type { FilterSource, LoadedProgram } from './program.ts'

/** One filter of a question. */
export interface Side extends DescribedFilter {
  /** The files of the filter, where its name is not that of one file. */
  readonly files?: readonly string[]
  readonly warnings: readonly AnswerWarning[]
  /** All warnings of a policy, including `cannot-live`. */
  readonly findings: readonly Finding[]
  /** The policy; absent for raw files. */
  readonly policy?: Policy
  /** The findings about the policy as an artifact; absent if the policy is no OCI profile. */
  readonly artifact?: LoadedPolicy['artifact']
  /** The options of `compile` for the policy; absent for raw files. */
  readonly compileOptions?: CompileOptions
  /** The note on ABIs of a policy that `--abi` leaves out. */
  readonly leftOut?: string | undefined
}

/** The `AUDIT_ARCH_*` values that `subject` names, in order; none where the question is undecided. */
function archesOf(subject: Subject, endianness: Endianness): readonly number[] {
  const answer = regions(subject, { endianness })
  if (answer.kind === 'undecided') return []
  const named = answer.sections.filter(({ rest }) => !rest).flatMap(({ arches }) => arches)
  return named.filter(({ lo, hi }) => lo === hi).map(({ lo }) => lo)
}

/** The side for the meaning of a policy; it has no program. */
export function meaningSide(name: string, meaning: PolicyMeaning): Side {
  const { policy, leveled, endianness, abis, warnings } = meaning
  return {
    name,
    leveled,
    endianness,
    abis,
    arches: () => leveled.ir.sections.map(({ arch }) => arch),
    warnings: ofQuestions(warnings),
    findings: warnings,
    policy,
    program: () => Promise.resolve(undefined),
  }
}

/** The side for a policy, resolved for the ABIs of `options`. @throws CliError or PolicyError */
export async function policySide(
  name: string,
  { policy, warnings, notes = [], artifact }: LoadedPolicy,
  options: TargetOptions,
  requirements: Requirements,
): Promise<Side> {
  const side = meaningSide(name, await policyMeaning(policy, targetAbis(policy, options), requirements))
  const { abis } = side
  const { constantFamilies } = await import('@seccompile/constants/all')
  const compileOptions = { abis, ...requirements, families: constantFamilies, prove: false }
  return {
    ...side,
    leftOut: leftOutNote(policy, options, abis),
    warnings: [
      ...notes.map((message) => ({ message, isNote: true })),
      ...ofQuestions(warnings),
      ...side.warnings,
    ],
    findings: [...warnings, ...side.findings],
    ...(artifact === undefined ? {} : { artifact }),
    compileOptions,
    program: async () => {
      const { tryCompile } = await import('@seccompile/compiler')
      const outcome = tryCompile(policy, compileOptions)
      return outcome.kind === 'fits' ? outcome.compilation.program : undefined
    },
  }
}

/** The side for raw files. The first file gives the ABIs and the byte order; `program` is absent for a stack. */
function rawSide(
  name: string,
  leveled: Subject,
  { abis, endianness }: LoadedProgram,
  program: Program | undefined,
): Side {
  return {
    name,
    leveled,
    endianness,
    abis,
    arches: () => archesOf(leveled, endianness),
    warnings: [],
    findings: [],
    program: () => Promise.resolve(program),
  }
}

/** The side for a program that a command has made. */
export function programSide(
  name: string,
  program: Program,
  abis: readonly [AbiTable, ...AbiTable[]],
  endianness: Endianness,
): Side {
  return rawSide(
    name,
    { level: 'program', ir: program },
    { program, abis, endianness, warnings: [] },
    program,
  )
}

/** The side for a stack of raw filters, in the order in which they are attached. @throws CliError */
async function stackSide(name: string, files: readonly string[], options: TargetOptions): Promise<Side> {
  const parts: LoadedProgram[] = []
  for (const file of files)
    parts.push(acceptedRaw(inputName(file), await listedFilter(file, options), options))
  const filters = parts.map(({ program }) => ({ level: 'program', ir: program }) as const)
  return { ...rawSide(name, { level: 'stack', ir: filters }, parts[0]!, undefined), files }
}

/** The content that an argument names: the files of a stack, or the source of one filter. */
type SideSource = { readonly kind: 'stack'; readonly files: readonly string[] } | FilterSource

async function sideSource(argument: string, options: TargetOptions): Promise<SideSource> {
  checkOneStdin([argument])
  const files = filterFilesOf(argument)
  return files.length === 1 ? loadSource(argument, options) : { kind: 'stack', files }
}

/** The filter in `source`, which `argument` names. @throws CliError or PolicyError */
async function sideOf(argument: string, source: SideSource, options: TargetOptions): Promise<Side> {
  const name = inputName(argument)
  switch (source.kind) {
    case 'stack':
      return stackSide(name, source.files, options)
    case 'policy': {
      const side = await policySide(name, source.loaded, options, requirementsOf(options))
      const { path, part } = partOf(argument)
      return part === undefined ? side : { ...side, files: [path] }
    }
    case 'raw': {
      const loaded = acceptedRaw(name, source.bytes, options)
      return rawSide(name, { level: 'program', ir: loaded.program }, loaded, loaded.program)
    }
  }
}

/**
 * The filter that `argument` names: raw, a stack of raw filters separated by commas, or a policy.
 * @throws CliError or PolicyError where it cannot be loaded, or the kernel would refuse the program
 */
export async function loadSide(argument: string, options: TargetOptions): Promise<Side> {
  return sideOf(argument, await sideSource(argument, options), options)
}

const isError = (side: Side | ByteOrderError): side is ByteOrderError => !('leveled' in side)

async function orderError(side: Promise<Side>): Promise<Side | ByteOrderError> {
  try {
    return await side
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'E_BYTE_ORDER')
      return error as ByteOrderError
    throw error
  }
}

/**
 * Options for a raw file that is compared with the policy in `other`. A raw file does not name its ABIs. If `--abi`
 * names none, the ABIs of the policy are likely.
 */
function besidePolicy(other: SideSource, options: TargetOptions): TargetOptions {
  if (options.abi !== undefined || other.kind !== 'policy') return options
  const [main, ...others] = targetAbis(other.loaded.policy, options)
  if (main === undefined) return options
  return { ...options, abi: [main, ...others.filter(({ endianness }) => endianness === main.endianness)] }
}

/** The content of an argument, before it is a side. */
interface NamedSource {
  readonly argument: string
  readonly source: SideSource
}

/** The sides of two sources, read for each other. @throws CliError, PolicyError as {@link loadSides} does */
async function sidesOf(
  a: NamedSource,
  b: NamedSource,
  options: TargetOptions,
): Promise<readonly [Side, Side]> {
  const optionsOf = ({ source }: NamedSource, other: NamedSource): TargetOptions =>
    source.kind === 'policy' ? options : besidePolicy(other.source, options)
  const left = await orderError(sideOf(a.argument, a.source, optionsOf(a, b)))
  const right = await orderError(sideOf(b.argument, b.source, optionsOf(b, a)))
  const orders = [left, right].map((side) => (isError(side) ? side.order : side.endianness))
  const isPolicy = [left, right].some((side) => !isError(side) && side.leveled.level === 'rules')
  // A policy takes the byte order of --abi. Two raw files with the same wrong order need another --abi, which the error
  // in `left` names.
  if (!isPolicy && orders[0] !== orders[1])
    throw new CliError(
      `${inputName(a.argument)} is ${orders[0]} endian and ${inputName(b.argument)} is ${orders[1]} endian; filters of different byte order are for different machines`,
    )
  if (isError(left)) throw left
  if (isError(right)) throw right
  return [left, right]
}

/**
 * The two filters that a question compares.
 * @throws CliError as {@link loadSide} does, and where both are raw and of different byte order
 */
export async function loadSides(
  a: string,
  b: string,
  options: TargetOptions,
): Promise<readonly [Side, Side]> {
  checkOneStdin([a, b], 'two')
  // One file at a time: loading a module runs it.
  const first = await sideSource(a, options)
  const second = await sideSource(b, options)
  return sidesOf({ argument: a, source: first }, { argument: b, source: second }, options)
}

/**
 * The policy that `policy` names, and the filter in the raw files `files`.
 * @throws CliError as {@link loadSides} does, where `policy` is a raw filter, and where a file is a policy: the
 * answer would not be about a filter
 */
export async function loadPolicyAndFilter(
  policy: string,
  files: readonly string[],
  options: TargetOptions,
): Promise<readonly [Side, Side]> {
  const source = await loadSource(policy, options)
  if (source.kind === 'raw')
    throw new CliError(`${inputName(policy)}: is a raw filter; expected the policy of the filter`)
  const [only, ...others] = files
  const filter: SideSource =
    only === undefined || others.length > 0
      ? { kind: 'stack', files }
      : { kind: 'raw', bytes: await listedFilter(only, options) }
  return sidesOf({ argument: policy, source }, { argument: files.join(','), source: filter }, options)
}
