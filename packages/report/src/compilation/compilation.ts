import { MAX_ARGUMENT_LISTS, OBJECTIVES } from '@seccompile/compiler'
import type { Cost, ObjectiveBound, ObjectiveKind, StackCompilation } from '@seccompile/compiler'
import type { SizeRow } from '@seccompile/pass'
import { formatKernelVersion } from '@seccompile/policy'
import type {
  Capability,
  KernelVersion,
  Multiplexing,
  UnknownAction,
  Warning,
  Widths,
} from '@seccompile/policy'
import { otherAbis, otherAbisLine, unknownName } from '@seccompile/describe'
import { certificateLine } from './certificate.ts'
import type { OtherAbi } from '@seccompile/describe'
import { printableLine, table } from '@seccompile/text-layout'
import { stackCost, stepCells } from './stack-cost.ts'
import type { StackAbiCost } from './stack-cost.ts'

/**
 * The instructions that calls execute, by ABI. In the means, each call counts once.
 * @param longestPath - the most that any call executes
 */
function executedText(
  abis: readonly StackAbiCost[],
  longestPath: number,
  { isVerbose, hasWeights }: { readonly isVerbose: boolean; readonly hasWeights: boolean },
): string {
  const rows = abis.map(({ abi, allowed, denied, cached }) => {
    const { mean, worst } = stepCells(allowed)
    return [abi, allowed.count, mean, worst, ...(isVerbose ? [stepCells(denied).worst, cached] : [])]
  })
  if (isVerbose)
    return `executed for a call whose arguments are 0; no call executes more than ${longestPath}\n${table(
      ['ABI', 'allowed', 'executed', 'worst', 'denied worst', 'in bitmap'],
      rows,
    )}`
  return `instructions that an allowed call executes if its arguments are 0; no call executes more than ${longestPath}\n${table(
    ['ABI', 'allowed calls', hasWeights ? 'unweighted mean' : 'mean', 'at most'],
    rows,
  )}`
}

/** The objective in the result of a compilation; the bound is that of one filter. */
type StackObjective = NonNullable<StackCompilation['objective']> & Partial<ObjectiveBound>

/** The objective, its reason and its value, in a line for people. @param kernel - of the target */
function objectiveLine(objective: StackObjective, kernel: KernelVersion): string {
  const { kind, value, impliedBy, cutCalls = [] } = objective
  if (value === 0)
    return kind === 'bitmap'
      ? 'objective bitmap: the allow bitmap takes every call that the policy names'
      : `objective ${kind}: no call with arguments 0 or listed ones is allowed`
  const why =
    impliedBy === undefined ? '' : `, since kernel ${formatKernelVersion(kernel)} has the allow bitmap`
  const cut =
    cutCalls.length === 0
      ? ''
      : `; of ${cutCalls.join(', ')}, not all listed argument values count, at most ${MAX_ARGUMENT_LISTS}`
  return `objective ${kind}${why}: ${figure(kind, value)} ${OBJECTIVES[kind]}${cut}`
}

/** A value of an objective as text: a count for `attach`, a mean for the others. */
const figure = (kind: ObjectiveKind, value: number): string => value.toFixed(kind === 'attach' ? 0 : 2)

/** The error of a sum after a few roundings: an exact figure may be computed as slightly less. */
const ROUNDING = 1e-9

/** `value` cut to the digits that `figure` shows. */
function below(kind: ObjectiveKind, value: number): number {
  const unit = kind === 'attach' ? 1 : 0.01
  return Math.floor(value / unit + ROUNDING) * unit
}

/** The distance of the filter from the best one, in a sentence. */
function boundLine(objective: StackObjective | undefined): string {
  if (objective?.bound === undefined) return 'no bound: it is known of an objective, and of a single filter\n'
  const { kind, value, bound } = objective
  const gap = figure(kind, Number(figure(kind, value)) - below(kind, bound))
  const more = Number(gap) === 0 ? '' : `; this one takes ${gap} more`
  return `no filter that finds arch and number by comparisons takes less than ${figure(kind, below(kind, bound))}${more}\n`
}

/** A line for each filter, in the order of attachment, with the target and the pipeline. */
function filtersText(
  { files, sizes, how, insnCost, isVerbose }: CompilationChoices,
  { filters, abis }: StackCompilation,
): string {
  const price = insnCost === undefined ? '' : `, an instruction costs ${insnCost} executed ones`
  const made = isVerbose ? ` (${how}${price})` : ''
  const target = `for ${abis.map(({ token }) => token).join(', ')}${made}`
  const lines = filters.map(({ program }, i) => `${printableLine(files[i]!)}: ${program.length} instructions, ${sizes[i]!} bytes`) // prettier-ignore
  if (filters.length === 1) return `${lines.join('')}, ${target}\n`
  const listeners = files.filter((_, i) => filters[i]!.notifies)
  return [
    `${filters.length} filters ${target}, since one holds 4096 instructions; attach all, ${printableLine(files[0]!)} first and ${printableLine(files.at(-1)!)} last:\n`,
    ...lines.map((line) => `${line}\n`),
    ...listeners.map((file) => `the listener belongs to ${printableLine(file)}\n`),
  ].join('')
}

/** The line about the calls that get the action of `--unknown`. */
function unknownText({ unknown, knownUpTo }: CompilationChoices): string {
  if (unknown === undefined) return ''
  const calls =
    knownUpTo === undefined
      ? 'numbers above the newest known call'
      : `calls that Linux ${formatKernelVersion(knownUpTo)} does not have`
  return `${calls} get ${unknownName(unknown)}\n`
}

/** The ABIs of the machine that the filters do not cover. */
export function otherAbisOf({ filters, abis, endianness }: StackCompilation): readonly OtherAbi[] {
  return otherAbis(
    filters.map(({ program }) => program),
    abis,
    endianness,
  )
}

/** The report of `compile` for people. */
export function report(
  asked: CompilationChoices,
  compilation: StackCompilation,
  costs: readonly Cost[],
): string {
  const { certificate, objective } = compilation
  const { abis, longestPath } = costs.length === 1 ? costs[0]! : stackCost(compilation.filters, costs)
  const proof = certificateLine(certificate)
  const others = otherAbisLine(otherAbisOf(compilation))
  // The table has no figure of another objective than `uniform`.
  const hasObjective = asked.isVerbose || asked.isBounded || objective?.kind !== 'uniform'
  return [
    filtersText(asked, compilation),
    unknownText(asked),
    others === undefined ? '' : `${others}\n`,
    asked.multiplexers === 'runc'
      ? 'rules for the calls behind socketcall and ipc hold for socketcall and ipc too\n'
      : '',
    asked.widths === 'kernel' ? 'conditions by index compare the bits that the kernel reads\n' : '',
    proof === undefined ? '' : `${proof}\n`,
    objective !== undefined && hasObjective ? `${objectiveLine(objective, asked.kernel)}\n` : '',
    asked.isBounded ? boundLine(objective) : '',
    executedText(abis, longestPath, {
      isVerbose: asked.isVerbose,
      hasWeights: objective?.kind === 'weights',
    }),
  ].join('')
}

/** The choices of the person that a report repeats, and the files that were written. */
export interface CompilationChoices {
  /** The value of `--output`. */
  readonly output: string
  /** The files of the filters, in the order in which to attach them. */
  readonly files: readonly string[]
  /** The bytes of each file. */
  readonly sizes: readonly number[]
  /** The old files of the output that remain: see `staleFiles`. */
  readonly stale: readonly string[]
  readonly caps: readonly Capability[]
  readonly kernel: KernelVersion
  /** The value of `--unknown`. */
  readonly unknown?: UnknownAction | undefined
  /** The value of `--known-up-to`. */
  readonly knownUpTo?: KernelVersion | undefined
  /** The value of `--multiplexers`. */
  readonly multiplexers?: Multiplexing | undefined
  /** The value of `--widths`. */
  readonly widths?: Widths | undefined
  /** The value of `--insn-cost`. */
  readonly insnCost?: number | undefined
  /** The pipeline, or a note that passes were given. */
  readonly how: string
  /** Whether `--bound` asks how far the filter is from the best. */
  readonly isBounded: boolean
  /** Whether everything that is known is said. */
  readonly isVerbose: boolean
}

/** Facts from reading a policy, besides the policy. */
export interface ReadPolicyFacts {
  readonly warnings: readonly Warning[]
  /** Facts about the reading. */
  readonly notes?: readonly string[]
  /** The parts of a profile about installing the filter; a raw program cannot hold them. */
  readonly install?: object
}

/** `objective` without its bound. The bound takes longer than a compilation and is computed when it is read. */
function withoutBound(objective: StackObjective | undefined): StackCompilation['objective'] {
  if (objective === undefined) return undefined
  const { kind, value, impliedBy, cutCalls } = objective
  return {
    kind,
    value,
    ...(impliedBy === undefined ? {} : { impliedBy }),
    ...(cutCalls === undefined ? {} : { cutCalls }),
  }
}

/** The report of `compile` for machines. */
export function jsonReport(
  {
    output,
    files,
    sizes,
    stale,
    caps,
    kernel,
    unknown,
    knownUpTo,
    multiplexers,
    widths,
    insnCost,
    isBounded,
  }: CompilationChoices,
  loaded: ReadPolicyFacts,
  compilation: StackCompilation,
  costs: readonly Cost[],
  rows: readonly SizeRow[],
): unknown {
  const { filters } = compilation
  const [only, ...others] = costs
  const { abis, ...whole } = others.length === 0 ? only! : stackCost(filters, costs)
  return {
    output,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    filters: filters.map(({ program, notifies }, i) => ({
      file: files[i],
      bytes: sizes[i],
      insns: program.length,
      notifies,
    })),
    ...(stale.length === 0 ? {} : { stale }),
    endianness: compilation.endianness,
    abis: compilation.abis.map(({ token }) => token),
    otherAbis: otherAbisOf(compilation),
    caps,
    kernel: formatKernelVersion(kernel),
    ...(unknown === undefined ? {} : { unknown: unknownName(unknown) }),
    ...(knownUpTo === undefined ? {} : { knownUpTo: formatKernelVersion(knownUpTo) }),
    multiplexers,
    widths,
    insnCost,
    pipeline: compilation.pipeline,
    passes: rows.map(({ pass, changed, before, after }) => ({ pass, changed, before, after })),
    certificate: compilation.certificate,
    objective: isBounded ? compilation.objective : withoutBound(compilation.objective),
    cost: {
      ...whole,
      abis: abis.map(({ abi, allowed, denied, cached }) => ({ abi, allowed, denied, cached })),
    },
    ...(loaded.notes === undefined || loaded.notes.length === 0 ? {} : { notes: loaded.notes }),
    install: loaded.install ?? {},
    warnings: [...loaded.warnings, ...compilation.warnings],
    absent: compilation.absent,
  }
}
