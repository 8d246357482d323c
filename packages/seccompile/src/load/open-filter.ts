/*
 * Opens the filter of a question: a program in a raw file, a stack of programs, or the rules of a policy.
 *
 * A policy is not compiled for a question. The rules are exact, so a question can be about a policy that is too large
 * for a filter. Two raw files that are compared must have one byte order.
 */
import { policyFilter, programFilter, stackFilter } from '@seccompile/filter'
import type { Filter, PlainFilter, PolicyFilter, ProgramMaker } from '@seccompile/filter'
import type { LoadedPolicy } from '@seccompile/policy-files'
import { CliError } from '../io/cli-error.ts'
import type { ByteOrderError } from '../io/cli-error.ts'
import { checkOneStdin, filterFilesOf, inputName } from '../io/input.ts'
import { requirementsOf } from '../options/target.ts'
import type { Requirements, TargetOptions } from '../options/target.ts'
import { partOf } from './policy-file.ts'
import { targetAbis } from './policy.ts'
import { acceptedRaw, listedFilter, loadSource } from './program.ts'
import type { FilterSource, LoadedProgram } from './program.ts'

const compiledProgram: ProgramMaker = async (policy, target) => {
  const { tryCompile } = await import('@seccompile/compiler')
  const outcome = tryCompile(policy, { ...target, prove: false })
  return outcome.kind === 'fits' ? outcome.compilation.program : undefined
}

/** The filter of a policy that was read, on the ABIs of `options`. @throws CliError or PolicyError */
export async function openPolicy(
  name: string,
  loaded: LoadedPolicy,
  options: TargetOptions,
  requirements: Requirements,
): Promise<PolicyFilter> {
  const { constantFamilies: families } = await import('@seccompile/constants/all')
  const target = { abis: targetAbis(loaded.policy, options), ...requirements, families }
  return policyFilter(name, loaded, target, compiledProgram)
}

/** The filter of a stack of raw filters, in the order in which they are attached. The first gives the ABIs. @throws CliError */
async function openStack(
  name: string,
  files: readonly string[],
  options: TargetOptions,
): Promise<PlainFilter> {
  const parts: LoadedProgram[] = []
  for (const file of files)
    parts.push(acceptedRaw(inputName(file), await listedFilter(file, options), options))
  const programs = parts.map(({ program }) => ({ level: 'program', ir: program }) as const)
  return { ...stackFilter(name, programs, parts[0]!.abis), files }
}

/** The content that an argument names: the files of a stack, or the source of one filter. */
type NamedContent = { readonly kind: 'stack'; readonly files: readonly string[] } | FilterSource

async function contentOf(argument: string, options: TargetOptions): Promise<NamedContent> {
  checkOneStdin([argument])
  const files = filterFilesOf(argument)
  return files.length === 1 ? loadSource(argument, options) : { kind: 'stack', files }
}

/** The filter in `content`, which `argument` names. @throws CliError or PolicyError */
async function opened(argument: string, content: NamedContent, options: TargetOptions): Promise<Filter> {
  const name = inputName(argument)
  switch (content.kind) {
    case 'stack':
      return openStack(name, content.files, options)
    case 'policy': {
      const filter = await openPolicy(name, content.loaded, options, requirementsOf(options))
      const { path, part } = partOf(argument)
      return part === undefined ? filter : { ...filter, files: [path] }
    }
    case 'raw': {
      const { program, abis } = acceptedRaw(name, content.bytes, options)
      return programFilter(name, program, abis)
    }
  }
}

/**
 * The filter that `argument` names: raw, a stack of raw filters separated by commas, or a policy.
 * @throws CliError or PolicyError where it cannot be loaded, or the kernel would refuse the program
 */
export async function openFilter(argument: string, options: TargetOptions): Promise<Filter> {
  return opened(argument, await contentOf(argument, options), options)
}

const isError = (filter: Filter | ByteOrderError): filter is ByteOrderError => !('subject' in filter)

async function orderError(filter: Promise<Filter>): Promise<Filter | ByteOrderError> {
  try {
    return await filter
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
function besidePolicy(other: NamedContent, options: TargetOptions): TargetOptions {
  if (options.abi !== undefined || other.kind !== 'policy') return options
  const [main, ...others] = targetAbis(other.loaded.policy, options)
  if (main === undefined) return options
  return { ...options, abi: [main, ...others.filter(({ endianness }) => endianness === main.endianness)] }
}

/** An argument, and what it names. */
interface ArgumentContent {
  readonly argument: string
  readonly content: NamedContent
}

/** Two filters, opened for each other. @throws CliError, PolicyError as {@link openFilters} does */
async function openedBoth(
  a: ArgumentContent,
  b: ArgumentContent,
  options: TargetOptions,
): Promise<readonly [Filter, Filter]> {
  const optionsOf = ({ content }: ArgumentContent, other: ArgumentContent): TargetOptions =>
    content.kind === 'policy' ? options : besidePolicy(other.content, options)
  const left = await orderError(opened(a.argument, a.content, optionsOf(a, b)))
  const right = await orderError(opened(b.argument, b.content, optionsOf(b, a)))
  const orders = [left, right].map((each) => (isError(each) ? each.order : each.endianness))
  const isPolicy = [left, right].some((each) => !isError(each) && each.policy !== undefined)
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
 * @throws CliError as {@link openFilter} does, and where both are raw and of different byte order
 */
export async function openFilters(
  a: string,
  b: string,
  options: TargetOptions,
): Promise<readonly [Filter, Filter]> {
  checkOneStdin([a, b], 'two')
  // One file at a time: loading a module runs it.
  const first = await contentOf(a, options)
  const second = await contentOf(b, options)
  return openedBoth({ argument: a, content: first }, { argument: b, content: second }, options)
}

/**
 * The policy that `policy` names, and the filter in the raw files `files`.
 * @throws CliError as {@link openFilters} does, where `policy` is a raw filter, and where a file is a policy: the
 * answer would not be about a filter
 */
export async function openPolicyAndFilter(
  policy: string,
  files: readonly string[],
  options: TargetOptions,
): Promise<readonly [Filter, Filter]> {
  const content = await loadSource(policy, options)
  if (content.kind === 'raw')
    throw new CliError(`${inputName(policy)}: is a raw filter; expected the policy of the filter`)
  const [only, ...others] = files
  const filter: NamedContent =
    only === undefined || others.length > 0
      ? { kind: 'stack', files }
      : { kind: 'raw', bytes: await listedFilter(only, options) }
  return openedBoth({ argument: policy, content }, { argument: files.join(','), content: filter }, options)
}
